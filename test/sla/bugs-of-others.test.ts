import { describe, expect, it } from 'vitest'
import { type ClockFacts, reaches, readClock } from '../../src/domain/sla/clock.ts'
import { at, china2026, hour, nineToFive } from '../calendar/calendars.ts'

const london = nineToFive('Europe/London')
const friday: ClockFacts = { startedAt: at('2026-01-16T16:00Z'), pauses: [] }
const over = (from: string, to: string): ClockFacts => ({
  startedAt: friday.startedAt,
  pauses: [{ from: at(from), to: at(to) }],
})

describe('a clock, where others went wrong', () => {
  it('alga-psa PR#3091 starts paused when the ticket is created paused', () => {
    const facts = { startedAt: friday.startedAt, pauses: [{ from: friday.startedAt }] }
    expect(readClock(london, facts, at('2026-01-20T12:00Z'))).toMatchObject({
      business: 0,
      running: 0,
      paused: 92 * hour,
    })
    expect(reaches(london, facts, hour)).toBeUndefined()
  })

  it('alga-psa PR#3091 never runs when the ticket is created closed', () => {
    const facts = { ...friday, stoppedAt: friday.startedAt }
    expect(readClock(london, facts, at('2026-01-20T12:00Z'))).toMatchObject({ business: 0, wall: 0 })
    expect(reaches(london, facts, 1)).toBeUndefined()
  })

  it('GLPI#6902 T33 keeps its pause when the priority changes calendar and budget', () => {
    const facts = over('2026-01-16T16:30Z', '2026-01-19T10:30Z')
    const roundTheClock = { ...london, hours: 'always' } as const
    expect(reaches(london, facts, hour)).toBe(at('2026-01-19T11:00Z'))
    expect(reaches(roundTheClock, facts, hour)).toBe(at('2026-01-19T11:00Z'))
    expect(reaches(london, facts, 4 * hour)).toBe(at('2026-01-19T14:00Z'))
  })

  it('T33 counts forward from the original start when a higher priority comes during a pause', () => {
    const facts = { startedAt: friday.startedAt, pauses: [{ from: at('2026-01-16T16:45Z') }] }
    expect(reaches(london, facts, hour / 2)).toBe(at('2026-01-16T16:30Z'))
    expect(reaches(london, facts, 2 * hour)).toBeUndefined()
  })

  it('GLPI#10594 does not count a weekend twice that lies in a pause', () => {
    const facts = over('2026-01-16T16:30Z', '2026-01-19T09:30Z')
    expect(reaches(london, facts, 2 * hour)).toBe(at('2026-01-19T11:00Z'))
    expect(readClock(london, facts, at('2026-01-19T11:00Z'))).toEqual({
      ...{ business: 2 * hour, wall: 67 * hour, running: 2 * hour, paused: 65 * hour },
    })
  })

  it('GLPI PR#22678 finds "an hour before due" in working time, not at midnight', () => {
    const budget = 1.5 * hour
    expect(reaches(london, friday, budget)).toBe(at('2026-01-19T09:30Z'))
    expect(reaches(london, friday, budget - hour)).toBe(at('2026-01-16T16:30Z'))
  })

  it('frappe PR#2449 adds the hold to what is left of the budget, not to the time of creation', () => {
    // Held from before the opening until 11:00: two hours of service were lost, three and a half by the wall.
    const facts = over('2026-01-19T07:30Z', '2026-01-19T11:00Z')
    expect(reaches(london, facts, 3 * hour)).toBe(at('2026-01-19T13:00Z'))
  })

  it('chatwoot PR#13392 carries the rest of an hour from Friday 16:30 to Monday 09:30', () => {
    expect(reaches(london, { startedAt: at('2026-01-16T16:30Z'), pauses: [] }, hour)).toBe(
      at('2026-01-19T09:30Z'),
    )
  })

  it('GLPI#23359 counts the time it was solved as running when it is reopened soon', () => {
    const solved = { ...friday, stoppedAt: at('2026-01-16T16:30Z') }
    expect(readClock(london, solved, at('2026-01-19T10:00Z')).business).toBe(hour / 2)
    expect(readClock(london, friday, at('2026-01-19T10:00Z'))).toMatchObject({
      business: 2 * hour,
      paused: 0,
    })
  })

  it('T34 counts the time it was solved as a pause when it is reopened late, and both readings can be shown', () => {
    const late = over('2026-01-16T16:30Z', '2026-01-26T10:00Z')
    const now = at('2026-01-26T12:00Z')
    expect(readClock(london, late, now).business).toBe(2.5 * hour)
    expect(readClock(london, friday, now).business).toBe(44 * hour)
  })

  it('is not moved by a pause that lies wholly in a holiday', () => {
    const facts: ClockFacts = {
      startedAt: at('2026-09-30T17:00+08:00'),
      pauses: [{ from: at('2026-10-01T09:00+08:00'), to: at('2026-10-07T18:00+08:00') }],
    }
    expect(reaches(china2026, facts, 2 * hour)).toBe(at('2026-10-08T10:00+08:00'))
  })
})
