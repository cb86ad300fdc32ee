import { describe, expect, it } from 'vitest'
import type { Calendar } from '../../src/domain/calendar/calendar.ts'
import { directoryOf, minimal, organisation, problemsOf } from './support.ts'

const withCalendar = (calendar: string): string =>
  minimal().replace(/(?<=office:\n).*(?=agreements:)/s, calendar.replace(/^(?=.)/gm, '    '))

const calendarOf = (calendar: string): Calendar | undefined =>
  directoryOf(organisation(withCalendar(calendar))).agreements['shop-2026@1']?.calendars.office

describe('a calendar in the file', () => {
  it('T29 closes holidays and opens make-up workdays, with Monday’s hours unless they have their own', () => {
    expect(
      calendarOf(`
zone: Asia/Shanghai
hours:
  mon-thu: [09:00-12:00, 13:00-18:00]
  fri: 09:00-12:00
holidays:
  2026-10-01..2026-10-03: 国庆节
  2026-12-24: { name: half a day, hours: 09:00-12:00 }
  2026-12-25:
workdays:
  2026-10-10: 国庆节调休
  2026-09-20: { hours: 10:00-16:00 }
`),
    ).toEqual({
      id: 'office',
      zone: 'Asia/Shanghai',
      hours: {
        mon: ['09:00-12:00', '13:00-18:00'],
        tue: ['09:00-12:00', '13:00-18:00'],
        wed: ['09:00-12:00', '13:00-18:00'],
        thu: ['09:00-12:00', '13:00-18:00'],
        fri: ['09:00-12:00'],
      },
      dates: {
        '2026-10-01': { hours: [], name: '国庆节' },
        '2026-10-02': { hours: [], name: '国庆节' },
        '2026-10-03': { hours: [], name: '国庆节' },
        '2026-12-24': { hours: ['09:00-12:00'], name: 'half a day' },
        '2026-12-25': { hours: [] },
        '2026-10-10': { hours: ['09:00-12:00', '13:00-18:00'], name: '国庆节调休' },
        '2026-09-20': { hours: ['10:00-16:00'] },
      },
    })
  })

  it('takes a range over the leap day and the turn of the year', () => {
    const dates = (range: string) =>
      Object.keys(
        calendarOf(`zone: UTC\nhours: { mon: 09:00-10:00 }\nholidays: { ${range}: x }\n`)?.dates ?? {},
      )
    expect(dates('2028-02-28..2028-03-01')).toEqual(['2028-02-28', '2028-02-29', '2028-03-01'])
    expect(dates('2026-12-31..2027-01-01')).toEqual(['2026-12-31', '2027-01-01'])
  })

  it.each([
    [
      'hours: always\nholidays: { 2026-10-01: x }',
      'it is always open, so holidays and workdays mean nothing',
    ],
    ['hours: { mon: [] }', 'it is never open, so nothing promised on it would come due'],
    ['hours: { mon-fri: 09:00-18:00, fri: 09:00-12:00 }', 'fri is stated twice'],
    ['hours: { fri-mon: 09:00-18:00, sun: 09:00-10:00 }', 'this is not a day of the week'],
    [
      'hours: { mon: 09:00-18:00 }\nholidays: { 2026-10-01..2026-10-07: x, 2026-10-07: y }',
      '2026-10-07 is stated twice',
    ],
    ['hours: { tue: 09:00-18:00 }\nworkdays: { 2026-10-10: x }', 'its hours are not known'],
    ['hours: { mon: 09:00-18:00 }\nholidays: { 2026-01-01..2029-01-01: x }', 'is longer than a year'],
    ['hours: { mon: 9:00-18:00 }', 'window `9:00-18:00` cannot be read'],
    ['hours: open', 'hours `open` is not known'],
  ])('T76 refuses %j', (calendar, reason) => {
    expect(problemsOf(withCalendar(`zone: UTC\n${calendar}\n`))).toEqual([expect.stringContaining(reason)])
  })
})
