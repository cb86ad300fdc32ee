import { describe, expect, it } from 'vitest'
import type { Directory, Person, Roster } from '../../src/domain/people/directory.ts'
import { dutyUntil } from '../../src/domain/people/duty-until.ts'
import { emptyDirectory } from '../../src/domain/people/evolve-directory.ts'
import { onDuty } from '../../src/domain/people/roster.ts'
import { at, hour } from '../calendar/calendars.ts'

const person = (id: string): Person => ({
  ...{ id, name: id, side: 'supplier', org: 'acme', roles: ['engineer'], language: 'en', zone: 'UTC' },
  accounts: [],
})
const roster = (wish: Partial<Roster> = {}): Roster => ({
  ...{ id: 'desk', supplier: 'acme', tier: 1, members: ['wang', 'li', 'chen'], rotate: 'weekly' },
  ...{ since: '2026-01-05', handover: '09:00', zone: 'America/Chicago', standIns: [] },
  ...wish,
})
const directory = (...rosters: readonly Roster[]): Directory => ({
  ...emptyDirectory,
  people: Object.fromEntries(['wang', 'li', 'chen', 'zhou'].map((id) => [id, person(id)])),
  rosters: Object.fromEntries(rosters.map((each) => [each.id, each])),
})
const until = (iso: string, ...rosters: readonly Roster[]): string | undefined => {
  const end = dutyUntil(directory(...rosters), 'acme', 1, at(iso))
  return end === undefined ? undefined : new Date(end).toISOString().slice(0, 16)
}
const standIn = (from: string, to: string, who = 'zhou') => ({ from, to, person: who })

describe('the end of a turn of duty', () => {
  it('is the next hand-over', () => {
    expect(until('2026-01-06T12:00Z', roster())).toBe('2026-01-12T15:00')
    expect(until('2026-01-06T12:00Z', roster({ rotate: 'daily' }))).toBe('2026-01-06T15:00')
    expect(until('2026-01-12T15:00Z', roster())).toBe('2026-01-19T15:00')
  })

  it('is the end of the first turn while that has not begun', () => {
    expect(until('2025-12-30T12:00Z', roster())).toBe('2026-01-12T15:00')
  })

  it('is none when nobody follows', () => {
    expect(until('2026-01-06T12:00Z', roster({ rotate: 'none' }))).toBeUndefined()
    expect(until('2026-01-06T12:00Z', roster({ members: ['li'] }))).toBeUndefined()
    expect(until('2026-01-06T12:00Z', roster({ members: ['li', 'gone'] }))).toBeUndefined()
    expect(until('2026-01-06T12:00Z')).toBeUndefined()
  })

  it('T28 keeps to the local hour when the clocks change', () => {
    expect(until('2026-03-07T12:00-06:00', roster())).toBe('2026-03-09T14:00')
    expect(until('2026-10-31T12:00-05:00', roster())).toBe('2026-11-02T15:00')
    const early = roster({ rotate: 'daily', since: '2026-03-07', handover: '02:30' })
    expect(until('2026-03-08T01:00-06:00', early)).toBe('2026-03-08T08:00')
    const twice = roster({ rotate: 'daily', since: '2026-10-31', handover: '01:30' })
    expect(until('2026-11-01T01:00-05:00', twice)).toBe('2026-11-01T06:30')
    expect(until('2026-11-01T01:15-06:00', twice)).toBe('2026-11-02T07:30')
  })

  it('is where somebody stands in, and where that ends', () => {
    const standIns = [standIn('2026-01-07T00:00', '2026-01-08T12:00')]
    expect(until('2026-01-06T12:00Z', roster({ standIns }))).toBe('2026-01-07T06:00')
    expect(until('2026-01-07T12:00Z', roster({ standIns }))).toBe('2026-01-08T18:00')
  })

  it('is later when the same person goes on: as their own stand-in, or in their turn after it', () => {
    const own = [standIn('2026-01-07T00:00', '2026-01-08T00:00', 'wang')]
    expect(until('2026-01-06T12:00Z', roster({ standIns: own }))).toBe('2026-01-12T15:00')
    const before = [standIn('2026-01-10T00:00', '2026-01-12T09:00', 'li')]
    expect(until('2026-01-11T12:00Z', roster({ standIns: before }))).toBe('2026-01-19T15:00')
  })

  it('is found after a stand-in longer than the whole cycle', () => {
    const standIns = [standIn('2026-01-06T00:00', '2026-06-01T00:00', 'wang')]
    expect(until('2026-01-07T12:00Z', roster({ standIns }))).toBe('2026-06-01T05:00')
  })

  it('passes over whoever has left', () => {
    expect(until('2026-01-06T12:00Z', roster({ members: ['wang', 'gone', 'li'] }))).toBe('2026-01-12T15:00')
    expect(until('2026-01-12T16:00Z', roster({ members: ['wang', 'gone', 'li'] }))).toBe('2026-01-26T15:00')
  })

  it('agrees with the roster at every hour of three months', () => {
    const rosters = [
      roster({ rotate: 'daily', standIns: [standIn('2026-02-03T00:00', '2026-02-20T10:00', 'li')] }),
      roster({
        id: 'night',
        members: ['zhou', 'chen'],
        standIns: [standIn('2026-01-30T00:00', '2026-03-01T00:00')],
      }),
    ]
    const planned = directory(...rosters)
    const first = (moment: number) => onDuty(planned, 'acme', 1, moment)[0]
    let change: number | undefined
    for (let now = at('2026-03-31T00:00Z'); now > at('2026-01-01T00:00Z'); now -= hour) {
      const end = dutyUntil(planned, 'acme', 1, now) ?? Number.POSITIVE_INFINITY
      if (first(now) !== first(now + hour)) change = now + hour
      if (change !== undefined) expect(end).toBe(change)
      else expect(end).toBeGreaterThan(now + hour)
    }
    expect(change).toBeDefined()
  })
})
