import { describe, expect, it } from 'vitest'
import { addOpenTime, isOpen, nextOpening, openTime } from '../../src/domain/calendar/business-time.ts'
import { workingDays } from '../../src/domain/calendar/units.ts'
import { at, china2026, hour } from './calendars.ts'

const daysBetween = (from: string, to: string): number =>
  openTime(china2026, at(`${from}T00:00+08:00`), at(`${to}T00:00+08:00`)) / (8 * hour)

describe('the Chinese office year 2026', () => {
  it('T29 counts a make-up Saturday or Sunday as a workday', () => {
    expect(isOpen(china2026, at('2026-02-14T10:00+08:00'))).toBe(true)
    expect(daysBetween('2026-02-28', '2026-03-01')).toBe(1)
    expect(daysBetween('2026-09-20', '2026-09-21')).toBe(1)
    expect(isOpen(china2026, at('2026-02-07T10:00+08:00'))).toBe(false)
  })

  it('T29 does not count a holiday on a weekday', () => {
    expect(isOpen(china2026, at('2026-02-16T10:00+08:00'))).toBe(false)
    expect(daysBetween('2026-10-01', '2026-10-08')).toBe(0)
  })

  it('has six days of work in the week before the Spring Festival', () => {
    expect(daysBetween('2026-02-09', '2026-02-16')).toBe(6)
  })

  it('has 248 days of work', () => {
    // 261 weekdays, 19 of them holidays, and 6 weekend days worked instead.
    expect(daysBetween('2026-01-01', '2027-01-01')).toBe(248)
  })

  it('carries an afternoon before the National Day over seven days of holiday', () => {
    expect(addOpenTime(china2026, at('2026-09-30T17:00+08:00'), 2 * hour)).toBe(at('2026-10-08T10:00+08:00'))
    expect(nextOpening(china2026, at('2026-09-30T18:00+08:00'))).toBe(at('2026-10-08T09:00+08:00'))
  })

  it('ends three working days from Thursday on the Saturday that is worked', () => {
    expect(addOpenTime(china2026, at('2026-10-08T09:00+08:00'), workingDays(3))).toBe(
      at('2026-10-10T18:00+08:00'),
    )
    expect(addOpenTime(china2026, at('2026-02-26T13:00+08:00'), workingDays(2))).toBe(
      at('2026-02-28T12:00+08:00'),
    )
  })

  it('ends at noon, not after lunch, when the morning is used up', () => {
    expect(addOpenTime(china2026, at('2026-10-10T09:00+08:00'), 3 * hour)).toBe(at('2026-10-10T12:00+08:00'))
  })
})
