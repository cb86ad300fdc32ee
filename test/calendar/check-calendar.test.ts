import { describe, expect, it } from 'vitest'
import { openTime } from '../../src/domain/calendar/business-time.ts'
import type { Calendar, Window } from '../../src/domain/calendar/calendar.ts'
import { checkCalendar, opensLast } from '../../src/domain/calendar/check-calendar.ts'
import { always, at, china2026, nineToFive } from './calendars.ts'

const monday = (...windows: readonly Window[]): Calendar => ({
  id: 'm',
  zone: 'UTC',
  hours: { mon: windows },
})

describe('checking a calendar', () => {
  it('finds nothing wrong with one that can be counted on', () => {
    expect([china2026, always, nineToFive('Asia/Kathmandu')].flatMap(checkCalendar)).toEqual([])
    expect(checkCalendar(monday('00:00-09:00', '09:00-24:00'))).toEqual([])
  })

  it('tells when one opens for the last time that opens on single dates only', () => {
    const dates = {
      '2020-05-01': { hours: ['09:00-17:00'] },
      '2020-01-04': { hours: ['09:00-17:00'] },
      '2020-12-25': { hours: [] },
    }
    const once: Calendar = { id: 'once', zone: 'UTC', hours: {}, dates }
    expect(checkCalendar(once)).toEqual([])
    expect(opensLast(once)).toBe('2020-05-01')
    expect(opensLast({ ...once, hours: { mon: ['09:00-17:00'] } })).toBeUndefined()
    expect(opensLast(always)).toBeUndefined()
  })

  it.each(['9:00-17:00', '09:00–17:00', '09:00-24:01', '24:00-24:00', '09:60-10:00', '09:00-17:00 ', ''])(
    'refuses the window %j',
    (window) => {
      expect(checkCalendar(monday(window))).toEqual([{ code: 'bad_window', day: 'mon', window }])
      expect(() => openTime(monday(window), at('2026-01-05T00:00Z'), at('2026-01-06T00:00Z'))).toThrow(
        `not a window of the form HH:MM-HH:MM: ${window}`,
      )
    },
  )

  it.each(['17:00-09:00', '09:00-09:00'])(
    'refuses the window %s that does not end after it begins',
    (window) => {
      expect(checkCalendar(monday(window))).toEqual([{ code: 'window_backwards', day: 'mon', window }])
    },
  )

  it('names the windows of a day that overlap, in whatever order they are written', () => {
    const windows = ['13:00-18:00', '09:00-13:01'] as const
    expect(checkCalendar(monday(...windows))).toEqual([
      { code: 'windows_overlap', day: 'mon', windows: [windows[1], windows[0]] },
    ])
    expect(checkCalendar(monday('08:00-20:00', '09:00-10:00', '19:00-21:00'))).toHaveLength(2)
  })

  it('refuses a zone nobody knows and dates that do not exist', () => {
    const calendar: Calendar = {
      ...monday('09:00-17:00'),
      zone: 'Asia/Beijing',
      dates: { '2027-02-29': { hours: [] }, '2026-10-01T00:00': { hours: [] }, '2026-10-02': { hours: [] } },
    }
    expect(checkCalendar(calendar)).toEqual([
      { code: 'unknown_zone', zone: 'Asia/Beijing' },
      { code: 'bad_date', day: '2027-02-29' },
      { code: 'bad_date', day: '2026-10-01T00:00' },
    ])
  })

  it('reports everything at once, exceptions too', () => {
    const calendar: Calendar = {
      ...monday('x'),
      dates: { '2026-10-10': { hours: ['09:00-12:00', '11:00-10:00'] } },
    }
    expect(checkCalendar(calendar)).toEqual([
      { code: 'bad_window', day: 'mon', window: 'x' },
      { code: 'window_backwards', day: '2026-10-10', window: '11:00-10:00' },
    ])
  })

  it('refuses one that never opens, or that is open around the clock except on some dates', () => {
    expect(checkCalendar({ id: 'c', zone: 'UTC', hours: { mon: [] }, dates: {} })).toEqual([
      { code: 'never_open' },
    ])
    expect(checkCalendar({ ...always, dates: { '2026-10-01': { hours: [] } } })).toEqual([
      { code: 'always_with_dates' },
    ])
  })
})
