import { describe, expect, it } from 'vitest'
import { workingDays } from '../../src/domain/calendar/units.ts'
import { type ClockFacts, reaches, readClock } from '../../src/domain/sla/clock.ts'
import { always, at, china2026, hour, minute, nineToFive } from '../calendar/calendars.ts'

const london = nineToFive('Europe/London')
const started: ClockFacts = { startedAt: at('2026-01-14T10:00Z'), pauses: [] }
const paused = (...pauses: readonly (readonly [from: string, to?: string])[]): ClockFacts => ({
  ...started,
  pauses: pauses.map(([from, to]) => ({ from: at(from), ...(to === undefined ? {} : { to: at(to) }) })),
})

describe('reading a clock', () => {
  it('shows business time and wall time', () => {
    expect(readClock(london, started, at('2026-01-15T10:00Z'))).toEqual({
      ...{ business: 8 * hour, wall: 24 * hour, running: 24 * hour, paused: 0 },
    })
  })

  it('shows zeros before the start and at it', () => {
    const zeros = { business: 0, wall: 0, running: 0, paused: 0 }
    const early = paused(['2026-01-13T10:00Z'])
    expect(readClock(london, early, at('2026-01-13T12:00Z'))).toEqual(zeros)
    expect(readClock(london, early, started.startedAt)).toEqual(zeros)
  })

  it('leaves pauses out, also the part of them outside service hours', () => {
    const facts = paused(['2026-01-14T16:00Z', '2026-01-15T10:00Z'])
    expect(readClock(london, facts, at('2026-01-15T11:00Z'))).toEqual({
      ...{ business: 7 * hour, wall: 25 * hour, running: 7 * hour, paused: 18 * hour },
    })
  })

  it('counts once what overlapping pauses share, in whatever order they come', () => {
    const facts = paused(
      ['2026-01-14T13:00Z', '2026-01-14T14:00Z'],
      ['2026-01-14T11:00Z', '2026-01-14T13:30Z'],
      ['2026-01-14T11:30Z', '2026-01-14T12:00Z'],
    )
    expect(readClock(london, facts, at('2026-01-14T15:00Z'))).toMatchObject({
      business: 2 * hour,
      paused: 3 * hour,
    })
  })

  it('counts of a pause only what lies after the start', () => {
    const facts = paused(['2026-01-14T09:00Z', '2026-01-14T11:00Z'])
    expect(readClock(london, facts, at('2026-01-14T12:00Z'))).toMatchObject({ business: hour, paused: hour })
  })

  it('counts nothing for a pause without length', () => {
    const facts = paused(['2026-01-14T11:00Z', '2026-01-14T11:00Z'])
    expect(readClock(london, facts, at('2026-01-14T12:00Z'))).toMatchObject({ business: 2 * hour, paused: 0 })
  })

  it('does not know at a moment of a pause that comes later', () => {
    const facts = paused(['2026-01-14T12:00Z', '2026-01-14T13:00Z'])
    expect(readClock(london, facts, at('2026-01-14T12:00Z'))).toMatchObject({ business: 2 * hour, paused: 0 })
    expect(readClock(london, facts, at('2026-01-14T12:30Z'))).toMatchObject({
      business: 2 * hour,
      paused: hour / 2,
    })
  })

  it('moves no more after the stop', () => {
    const facts = { ...paused(['2026-01-14T12:00Z']), stoppedAt: at('2026-01-14T14:00Z') }
    const final = { business: 2 * hour, wall: 4 * hour, running: 2 * hour, paused: 2 * hour }
    expect(readClock(london, facts, at('2026-01-14T14:00Z'))).toEqual(final)
    expect(readClock(london, facts, at('2027-01-14T14:00Z'))).toEqual(final)
  })
})

describe('when a clock reaches an amount', () => {
  it('is the earliest moment, at closing time rather than the next morning', () => {
    expect(reaches(london, started, 7 * hour)).toBe(at('2026-01-14T17:00Z'))
    expect(reaches(london, started, 7 * hour + 1)).toBe(at('2026-01-15T09:00:00.001Z'))
    expect(reaches(london, started, 0)).toBe(started.startedAt)
  })

  it('moves by the pauses known now', () => {
    const facts = paused(
      ['2026-01-14T11:00Z', '2026-01-14T12:00Z'],
      ['2026-01-14T16:00Z', '2026-01-15T12:00Z'],
    )
    expect(reaches(london, facts, 4 * hour)).toBe(at('2026-01-14T15:00Z'))
    expect(reaches(london, facts, 6 * hour)).toBe(at('2026-01-15T13:00Z'))
  })

  it('is the moment the pause begins when the amount is used up just then', () => {
    expect(reaches(london, paused(['2026-01-14T12:00Z']), 2 * hour)).toBe(at('2026-01-14T12:00Z'))
  })

  it('is unknown while a pause that is still on holds it back', () => {
    expect(reaches(london, paused(['2026-01-14T12:00Z']), 2 * hour + 1)).toBeUndefined()
  })

  it('is never once the clock stopped before', () => {
    const stopped = { ...started, stoppedAt: at('2026-01-14T12:00Z') }
    expect(reaches(london, stopped, 2 * hour)).toBe(at('2026-01-14T12:00Z'))
    expect(reaches(london, stopped, 2 * hour + 1)).toBeUndefined()
  })

  it('ignores service hours around the clock', () => {
    const facts = paused(['2026-01-17T00:00Z', '2026-01-18T00:00Z'])
    expect(reaches(always, facts, 96 * hour)).toBe(at('2026-01-19T10:00Z'))
  })

  it('counts a working day as eight hours of service', () => {
    const facts = { startedAt: at('2026-09-30T15:00+08:00'), pauses: [] }
    expect(reaches(china2026, facts, workingDays(3))).toBe(at('2026-10-10T15:00+08:00'))
  })
})

describe('T32 a clock paused and resumed fifty times', () => {
  it('has counted every other stretch of ten minutes', () => {
    const begin = at('2026-01-14T09:00Z')
    const pauses = Array.from({ length: 50 }, (_, index) => ({
      from: begin + (2 * index + 1) * 10 * minute,
      to: begin + (2 * index + 2) * 10 * minute,
    }))
    const facts = { startedAt: begin, pauses: pauses.toReversed() }
    expect(readClock(london, facts, at('2026-01-15T09:00Z'))).toEqual({
      ...{ business: 4 * hour, wall: 24 * hour, running: 24 * hour - 500 * minute, paused: 500 * minute },
    })
    expect(reaches(london, facts, 4 * hour)).toBe(at('2026-01-14T16:50Z'))
    expect(reaches(london, facts, 4 * hour + 1)).toBe(at('2026-01-15T09:00:00.001Z'))
  })
})
