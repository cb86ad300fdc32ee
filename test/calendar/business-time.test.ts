import { describe, expect, it } from 'vitest'
import { addOpenTime, isOpen, nextOpening, openTime } from '../../src/domain/calendar/business-time.ts'
import type { Calendar } from '../../src/domain/calendar/calendar.ts'
import { always, at, hour, minute, nineToFive, weekdaysOnly } from './calendars.ts'

const london = nineToFive('Europe/London')
const lunch: Calendar = { ...london, hours: weekdaysOnly('09:00-12:00', '13:00-18:00') }
const never: Calendar = { id: 'never', zone: 'UTC', hours: {} }

describe('open time', () => {
  it('counts what lies inside the windows, lunch left out', () => {
    expect(openTime(lunch, at('2026-01-14T08:00Z'), at('2026-01-14T20:00Z'))).toBe(8 * hour)
    expect(openTime(lunch, at('2026-01-14T11:30Z'), at('2026-01-14T13:30Z'))).toBe(hour)
    expect(openTime(lunch, at('2026-01-14T12:00Z'), at('2026-01-14T13:00Z'))).toBe(0)
  })

  it('counts to the millisecond', () => {
    expect(openTime(london, at('2026-01-14T16:59:59.999Z'), at('2026-01-15T09:00:00.002Z'))).toBe(3)
  })

  it('is zero when the end is not after the start', () => {
    expect(openTime(london, at('2026-01-14T12:00Z'), at('2026-01-14T12:00Z'))).toBe(0)
    expect(openTime(london, at('2026-01-14T12:00Z'), at('2026-01-14T11:00Z'))).toBe(0)
  })

  it('is wall time around the clock', () => {
    expect(openTime(always, at('2026-02-14T00:00Z'), at('2027-02-14T00:00Z'))).toBe(365 * 24 * hour)
  })

  it('does not depend on which year was asked for first', () => {
    const calendar = { ...london, id: 'asked backwards', zone: 'Europe/Paris' }
    const week = 40 * hour
    expect(openTime(calendar, at('2030-06-03T00:00Z'), at('2030-06-10T00:00Z'))).toBe(week)
    expect(openTime(calendar, at('2024-06-03T00:00Z'), at('2024-06-10T00:00Z'))).toBe(week)
    const years = openTime(calendar, at('2024-06-03T00:00Z'), at('2030-06-03T00:00Z'))
    expect(years).toBe(1565 * 8 * hour)
  })

  it('is the same for a calendar and its parsed copy', () => {
    const copy: Calendar = JSON.parse(JSON.stringify(lunch))
    expect(openTime(copy, at('2026-01-12T00:00Z'), at('2026-01-19T00:00Z'))).toBe(40 * hour)
  })

  it('tells calendars apart that differ in one exception', () => {
    const closed: Calendar = { ...lunch, dates: { '2026-01-14': { hours: [] } } }
    expect(openTime(closed, at('2026-01-12T00:00Z'), at('2026-01-19T00:00Z'))).toBe(32 * hour)
  })

  it('takes the windows of a day in whatever order they are written', () => {
    const unsorted: Calendar = { ...london, hours: weekdaysOnly('13:00-18:00', '09:00-12:00') }
    expect(addOpenTime(unsorted, at('2026-01-14T09:00Z'), 4 * hour)).toBe(at('2026-01-14T14:00Z'))
  })
})

describe('adding open time', () => {
  it('chatwoot PR#13392 carries what is left of Friday over to Monday', () => {
    expect(addOpenTime(london, at('2026-01-16T16:30Z'), hour)).toBe(at('2026-01-19T09:30Z'))
  })

  it('ends at closing time when the day is used up exactly', () => {
    expect(addOpenTime(london, at('2026-01-16T16:00Z'), hour)).toBe(at('2026-01-16T17:00Z'))
    expect(addOpenTime(lunch, at('2026-01-16T09:00Z'), 3 * hour)).toBe(at('2026-01-16T12:00Z'))
  })

  it('begins to count at the next opening', () => {
    expect(addOpenTime(london, at('2026-01-17T12:00Z'), 1)).toBe(at('2026-01-19T09:00:00.001Z'))
  })

  it('is reached at once when nothing is to be added, even while closed', () => {
    expect(addOpenTime(london, at('2026-01-17T12:00Z'), 0)).toBe(at('2026-01-17T12:00Z'))
    expect(addOpenTime(never, at('2026-01-17T12:00Z'), 0)).toBe(at('2026-01-17T12:00Z'))
  })

  it('is never reached on a calendar that does not open', () => {
    expect(addOpenTime(never, at('2026-01-17T12:00Z'), 1)).toBeUndefined()
    const once: Calendar = { ...never, dates: { '2031-05-05': { hours: ['10:00-11:00'] } } }
    expect(addOpenTime(once, at('2026-01-17T12:00Z'), hour)).toBe(at('2031-05-05T11:00Z'))
    expect(addOpenTime(once, at('2026-01-17T12:00Z'), hour + 1)).toBeUndefined()
  })

  it('runs through midnight where one window ends at 24:00 and the next begins at 00:00', () => {
    const nights: Calendar = {
      id: 'nights',
      zone: 'UTC',
      hours: { mon: ['22:00-24:00'], tue: ['00:00-06:00'] },
    }
    expect(addOpenTime(nights, at('2026-01-12T23:00Z'), 90 * minute)).toBe(at('2026-01-13T00:30Z'))
    expect(isOpen(nights, at('2026-01-13T00:00Z'))).toBe(true)
    expect(openTime(nights, at('2026-01-12T00:00Z'), at('2026-01-19T00:00Z'))).toBe(8 * hour)
  })
})

describe('service hours', () => {
  it('begin with the opening and end before the closing', () => {
    expect(isOpen(london, at('2026-01-16T08:59:59.999Z'))).toBe(false)
    expect(isOpen(london, at('2026-01-16T09:00Z'))).toBe(true)
    expect(isOpen(london, at('2026-01-16T16:59:59.999Z'))).toBe(true)
    expect(isOpen(london, at('2026-01-16T17:00Z'))).toBe(false)
  })

  it('open next at the following opening, or are open already', () => {
    expect(nextOpening(london, at('2026-01-16T17:00Z'))).toBe(at('2026-01-19T09:00Z'))
    expect(nextOpening(london, at('2026-01-16T10:00Z'))).toBe(at('2026-01-16T10:00Z'))
    expect(nextOpening(london, at('2025-12-31T23:00Z'))).toBe(at('2026-01-01T09:00Z'))
    expect(nextOpening(always, at('2026-01-17T03:04Z'))).toBe(at('2026-01-17T03:04Z'))
    expect(nextOpening(never, at('2026-01-17T03:04Z'))).toBeUndefined()
  })
})
