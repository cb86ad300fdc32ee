import { describe, expect, it } from 'vitest'
import { addOpenTime, openTime } from '../../src/domain/calendar/business-time.ts'
import { workingDays } from '../../src/domain/calendar/units.ts'
import { always, at, hour, nineToFive } from './calendars.ts'

const london = nineToFive('Europe/London')
const shanghai = nineToFive('Asia/Shanghai')

describe('T35 moments far from today', () => {
  it('are found sixty days ahead', () => {
    expect(addOpenTime(always, at('2026-11-20T08:00Z'), 60 * 24 * hour)).toBe(at('2027-01-19T08:00Z'))
    expect(addOpenTime(london, at('2026-01-05T09:00Z'), workingDays(60))).toBe(at('2026-03-27T17:00Z'))
  })

  it('count 29 February where there is one', () => {
    expect(openTime(london, at('2028-02-28T09:00Z'), at('2028-03-01T09:00Z'))).toBe(16 * hour)
    expect(openTime(london, at('2027-02-26T09:00Z'), at('2027-03-01T09:00Z'))).toBe(8 * hour)
    expect(addOpenTime(london, at('2028-02-29T16:00Z'), 2 * hour)).toBe(at('2028-03-01T10:00Z'))
  })

  it('pass the end of the year, which comes in the middle of a working day of Shanghai', () => {
    expect(addOpenTime(london, at('2026-12-31T16:30Z'), hour)).toBe(at('2027-01-01T09:30Z'))
    expect(addOpenTime(shanghai, at('2026-12-31T16:30+08:00'), hour)).toBe(at('2027-01-01T09:30+08:00'))
    const early = { ...shanghai, hours: { thu: ['20:00-24:00'], fri: ['00:00-09:00'] } }
    expect(openTime(early, at('2026-12-31T07:00Z'), at('2027-01-01T07:00Z'))).toBe(13 * hour)
    expect(addOpenTime(early, at('2026-12-31T20:00+08:00'), 12.5 * hour)).toBe(at('2027-01-01T08:30+08:00'))
  })

  it('pass the end of a UTC year that comes during the last evening of Chicago', () => {
    const evenings = { ...nineToFive('America/Chicago'), hours: { thu: ['16:00-24:00'] } }
    expect(openTime(evenings, at('2026-12-31T00:00Z'), at('2027-01-02T00:00Z'))).toBe(8 * hour)
    expect(openTime(evenings, at('2027-01-01T01:00Z'), at('2027-01-01T07:00Z'))).toBe(5 * hour)
  })

  it('count over the new year before the first opening of it', () => {
    const paris = nineToFive('Europe/Paris')
    expect(openTime(paris, at('2026-12-30T00:00Z'), at('2026-12-31T00:00Z'))).toBe(8 * hour)
    expect(openTime(paris, at('2026-12-31T15:00Z'), at('2027-01-01T07:00Z'))).toBe(hour)
  })

  it('pass January 2038', () => {
    expect(addOpenTime(london, at('2038-01-18T16:00Z'), 10 * hour)).toBe(at('2038-01-20T10:00Z'))
    expect(openTime(london, at('2037-12-28T00:00Z'), at('2038-02-01T00:00Z'))).toBe(25 * 8 * hour)
  })

  it('are as exact in ten years as tomorrow', () => {
    const weeks = 522
    expect(openTime(london, at('2026-01-05T00:00Z'), at('2036-01-07T00:00Z'))).toBe(weeks * 40 * hour)
    expect(addOpenTime(london, at('2026-01-05T09:00Z'), weeks * 40 * hour)).toBe(at('2036-01-04T17:00Z'))
  })
})
