import { describe, expect, it } from 'vitest'
import { addOpenTime, isOpen, openTime } from '../../src/domain/calendar/business-time.ts'
import type { Calendar, Window } from '../../src/domain/calendar/calendar.ts'
import { at, hour, minute, weekdaysOnly } from './calendars.ts'

const shop = (zone: string): Calendar => ({ id: 'shop', zone, hours: weekdaysOnly('08:30-17:30') })
const sundays = (zone: string, ...windows: readonly Window[]): Calendar => ({
  ...{ id: 'sundays', zone, hours: { sun: windows } },
})
const chicago = shop('America/Chicago')
const london = shop('Europe/London')

describe('T28 wall-clock hours', () => {
  it('are kept in Chicago when the clock goes forward', () => {
    expect(addOpenTime(chicago, at('2026-03-06T17:00-06:00'), hour)).toBe(at('2026-03-09T09:00-05:00'))
    expect(openTime(chicago, at('2026-03-06T00:00-06:00'), at('2026-03-10T00:00-05:00'))).toBe(18 * hour)
  })

  it('are kept in Chicago when the clock goes back', () => {
    expect(addOpenTime(chicago, at('2026-10-30T17:00-05:00'), hour)).toBe(at('2026-11-02T09:00-06:00'))
    expect(openTime(chicago, at('2026-10-30T00:00-05:00'), at('2026-11-03T00:00-06:00'))).toBe(18 * hour)
  })

  it('are kept in London in both directions', () => {
    expect(addOpenTime(london, at('2026-03-27T17:00Z'), hour)).toBe(at('2026-03-30T09:00+01:00'))
    expect(addOpenTime(london, at('2026-10-23T17:00+01:00'), hour)).toBe(at('2026-10-26T09:00Z'))
    expect(isOpen(london, at('2026-03-30T07:29:59Z'))).toBe(false)
    expect(isOpen(london, at('2026-03-30T07:30Z'))).toBe(true)
    expect(isOpen(london, at('2026-10-26T08:29:59Z'))).toBe(false)
    expect(isOpen(london, at('2026-10-26T08:30Z'))).toBe(true)
  })
})

describe('T28 a window over the change', () => {
  it('is an hour shorter when the clock goes forward and an hour longer when it goes back', () => {
    const night = sundays('America/Chicago', '00:00-06:00')
    expect(openTime(night, at('2026-03-08T00:00Z'), at('2026-03-09T00:00Z'))).toBe(5 * hour)
    expect(openTime(night, at('2026-11-01T00:00Z'), at('2026-11-02T00:00Z'))).toBe(7 * hour)
  })

  it('is half an hour longer or shorter on Lord Howe Island', () => {
    const day = sundays('Australia/Lord_Howe', '00:00-24:00')
    expect(openTime(day, at('2026-04-03T00:00Z'), at('2026-04-07T00:00Z'))).toBe(24.5 * hour)
    expect(openTime(day, at('2026-10-02T00:00Z'), at('2026-10-06T00:00Z'))).toBe(23.5 * hour)
  })

  it('loses what falls into the hour that is left out', () => {
    const gap = sundays('America/Chicago', '01:30-02:30', '02:45-04:00')
    expect(openTime(gap, at('2026-03-08T00:00Z'), at('2026-03-09T00:00Z'))).toBe(90 * minute)
    const inside = sundays('America/Chicago', '02:10-02:50')
    expect(openTime(inside, at('2026-03-08T00:00Z'), at('2026-03-09T00:00Z'))).toBe(0)
  })

  it('stays open, or closed, through the second coming of an hour', () => {
    const early = sundays('America/Chicago', '00:30-01:30')
    expect(openTime(early, at('2026-11-01T00:00Z'), at('2026-11-02T00:00Z'))).toBe(hour)
    expect(isOpen(early, at('2026-11-01T01:15-06:00'))).toBe(false)
    const late = sundays('America/Chicago', '01:30-03:00')
    expect(openTime(late, at('2026-11-01T00:00Z'), at('2026-11-02T00:00Z'))).toBe(2.5 * hour)
    expect(isOpen(late, at('2026-11-01T01:15-06:00'))).toBe(true)
  })

  it('vanishes with the day that Samoa left out', () => {
    const apia: Calendar = { id: 'apia', zone: 'Pacific/Apia', hours: weekdaysOnly('09:00-17:00') }
    expect(openTime(apia, at('2011-12-29T00:00-10:00'), at('2012-01-01T00:00+14:00'))).toBe(8 * hour)
  })

  it('is 24 hours around the clock whatever the clock does', () => {
    const always: Calendar = { id: '24x7', zone: 'America/Chicago', hours: 'always' }
    expect(addOpenTime(always, at('2026-03-08T00:00-06:00'), 24 * hour)).toBe(at('2026-03-09T01:00-05:00'))
  })
})
