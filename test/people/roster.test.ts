import { describe, expect, it } from 'vitest'
import type { Directory, Person, Roster } from '../../src/domain/people/directory.ts'
import { emptyDirectory } from '../../src/domain/people/evolve-directory.ts'
import { dutyOf, onDuty } from '../../src/domain/people/roster.ts'
import { dutyCard } from '../../src/view/duty-card.ts'
import { at, hour, minute } from '../calendar/calendars.ts'

const person = (id: string): Person => ({
  ...{
    id,
    name: id,
    side: 'supplier',
    org: 'acme',
    roles: ['engineer'],
    language: 'en',
    zone: 'UTC',
    accounts: [],
  },
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
const order = (iso: string, ...rosters: readonly Roster[]): string =>
  onDuty(directory(...rosters), 'acme', 1, at(iso)).join(' ')

describe('the order of a roster', () => {
  it('stands as listed without rotation', () => {
    expect(order('2031-05-05T05:05Z', roster({ rotate: 'none' }))).toBe('wang li chen')
  })

  it('moves on by one at each weekly hand-over, the next in line following', () => {
    expect(order('2026-01-12T08:59:59-06:00', roster())).toBe('wang li chen')
    expect(order('2026-01-12T09:00-06:00', roster())).toBe('li chen wang')
    expect(order('2026-01-19T09:00-06:00', roster())).toBe('chen wang li')
    expect(order('2026-01-26T09:00-06:00', roster())).toBe('wang li chen')
  })

  it('moves on daily', () => {
    expect(order('2026-01-06T08:59-06:00', roster({ rotate: 'daily' }))).toBe('wang li chen')
    expect(order('2026-01-06T09:00-06:00', roster({ rotate: 'daily' }))).toBe('li chen wang')
  })

  it('stands as listed before the first turn', () => {
    expect(order('2025-12-30T09:00-06:00', roster())).toBe('wang li chen')
  })

  it('oncall#4072 hands over at the same local hour after the clocks change', () => {
    expect(order('2026-03-16T08:59-05:00', roster())).toBe('wang li chen')
    expect(order('2026-03-16T09:00-05:00', roster())).toBe('li chen wang')
    expect(order('2026-11-02T08:59-06:00', roster())).toBe('wang li chen')
    expect(order('2026-11-02T09:00-06:00', roster())).toBe('li chen wang')
  })

  it('T28 hands over once in an hour that comes twice, and at the jump in one that is left out', () => {
    const daily = roster({ rotate: 'daily', since: '2026-10-31', handover: '01:30' })
    expect(order('2026-11-01T01:29-05:00', daily)).toBe('wang li chen')
    expect(order('2026-11-01T01:30-05:00', daily)).toBe('li chen wang')
    expect(order('2026-11-01T01:15-06:00', daily)).toBe('li chen wang')
    expect(order('2026-11-01T01:45-06:00', daily)).toBe('li chen wang')
    const early = roster({ rotate: 'daily', since: '2026-03-07', handover: '02:30' })
    expect(order('2026-03-08T01:59-06:00', early)).toBe('wang li chen')
    expect(order('2026-03-08T03:00-05:00', early)).toBe('li chen wang')
  })

  it('oncall#4208 has somebody on duty in every quarter of an hour of a year of weekly turns', () => {
    const people = directory(roster())
    const turns: number[] = []
    let last = ''
    for (let now = at('2026-01-05T15:00Z'); now < at('2027-01-04T15:00Z'); now += 15 * minute) {
      const [first = 'nobody'] = onDuty(people, 'acme', 1, now)
      if (first !== last) turns.push(now)
      last = first
      expect(first).not.toBe('nobody')
    }
    const lengths = turns.slice(1).map((turn, index) => (turn - (turns[index] ?? 0)) / hour)
    expect(lengths).toHaveLength(51)
    expect(lengths.filter((length) => length === 168)).toHaveLength(49)
    expect(lengths.filter((length) => length !== 168)).toEqual([167, 169])
  })
})

describe('a stand-in', () => {
  const standIns = [{ from: '2026-01-07T00:00', to: '2026-01-08T00:00', person: 'zhou' }]

  it('goes first from the local start to the local end, the end left out', () => {
    expect(order('2026-01-06T23:59:59-06:00', roster({ standIns }))).toBe('wang li chen')
    expect(order('2026-01-07T00:00-06:00', roster({ standIns }))).toBe('zhou li chen')
    expect(order('2026-01-08T00:00-06:00', roster({ standIns }))).toBe('wang li chen')
  })

  it('stands once when already a member', () => {
    const chen = [{ from: '2026-01-07T00:00', to: '2026-01-08T00:00', person: 'chen' }]
    expect(order('2026-01-07T12:00-06:00', roster({ standIns: chen }))).toBe('chen li')
  })

  it('gives way to the one whose time began later', () => {
    const both = [...standIns, { from: '2026-01-07T12:00', to: '2026-01-07T14:00', person: 'li' }]
    expect(order('2026-01-07T11:00-06:00', roster({ standIns: both }))).toBe('zhou li chen')
    expect(order('2026-01-07T13:00-06:00', roster({ standIns: both }))).toBe('li zhou chen')
  })

  it('gives way, of two that begin together, to the one whose time is the shorter', () => {
    const short = { from: '2026-01-07T00:00', to: '2026-01-07T14:00', person: 'li' }
    for (const both of [
      [...standIns, short],
      [short, ...standIns],
    ]) {
      expect(order('2026-01-07T13:00-06:00', roster({ standIns: both }))).toBe('li zhou chen')
      expect(order('2026-01-07T15:00-06:00', roster({ standIns: both }))).toBe('zhou li chen')
    }
  })

  it('is asked in the place of whoever it is for, who is away and is not asked', () => {
    const forLi = [{ from: '2026-01-07T00:00', to: '2026-01-08T00:00', person: 'zhou', for: 'li' }]
    const people = directory(roster({ standIns: forLi }))
    const moment = at('2026-01-07T12:00-06:00')
    expect(onDuty(people, 'acme', 1, moment)).toEqual(['wang', 'zhou', 'chen'])
    expect(dutyOf(people, 'acme', 1, moment)[1]).toEqual({ person: 'zhou', for: 'li' })
    expect(dutyOf(directory(roster({ standIns })), 'acme', 1, moment)[0]).toEqual({
      person: 'zhou',
      for: 'wang',
    })
  })

  const all = (...ids: readonly [person: string, away?: string][]) =>
    ids.map(([person, away]) => ({
      ...{ from: '2026-01-07T00:00', to: '2026-01-08T00:00', person },
      ...(away === undefined ? {} : { for: away }),
    }))
  const noon = at('2026-01-07T12:00-06:00')
  const asked = (wish: Partial<Roster>, now = noon) =>
    dutyOf(directory(roster(wish)), 'acme', 1, now).map(({ person, for: away }) =>
      away === undefined ? person : `${person} for ${away}`,
    )

  it.each([
    ['a stand-in who is away', all(['zhou', 'li'], ['chen', 'zhou']), ['wang', 'chen for zhou']],
    ['a stand-in who is away too', all(['li', 'wang'], ['zhou', 'li']), ['zhou for li', 'chen']],
    ['two who changed places', all(['li', 'wang'], ['wang', 'li']), ['li for wang', 'wang for li', 'chen']],
    [
      'three in a ring',
      all(['li', 'wang'], ['chen', 'li'], ['wang', 'chen']),
      ['chen for li', 'wang for chen', 'li for wang'],
    ],
    ['two for one', all(['zhou', 'wang'], ['chen', 'wang']), ['zhou for wang', 'chen for wang', 'li']],
    ['one for two', all(['zhou', 'wang'], ['zhou', 'li']), ['zhou for wang', 'chen']],
    ['one for somebody who is not asked', all(['zhou', 'ma']), ['wang', 'li', 'chen']],
    ['oneself', all(['wang', 'wang']), ['wang', 'li', 'chen']],
    ['oneself, on turn', all(['wang']), ['wang', 'li', 'chen']],
  ])('is asked as it is meant: %s', (_, standIns, order) => {
    expect(asked({ standIns })).toEqual(order)
  })

  it('is the shorter of those that begin together, to the minute at which it ends, over midnight', () => {
    const night = [
      { from: '2026-01-07T20:00', to: '2026-01-08T08:00', person: 'zhou', for: 'wang' },
      { from: '2026-01-07T20:00', to: '2026-01-08T02:00', person: 'chen', for: 'wang' },
      { from: '2026-01-07T22:00', to: '2026-01-08T02:00', person: 'li', for: 'wang' },
    ]
    const first = (iso: string) => asked({ standIns: night }, at(iso))[0]
    expect(first('2026-01-07T19:59:59-06:00')).toBe('wang')
    expect(first('2026-01-07T20:00-06:00')).toBe('chen for wang')
    expect(first('2026-01-07T22:00-06:00')).toBe('li for wang')
    expect(first('2026-01-08T01:59:59-06:00')).toBe('li for wang')
    expect(first('2026-01-08T02:00-06:00')).toBe('zhou for wang')
    expect(first('2026-01-08T08:00-06:00')).toBe('wang')
  })

  it('is named with whom it is for, in both languages', () => {
    const people = directory(roster({ standIns }))
    const card = (language: 'en' | 'zh-CN') =>
      JSON.stringify(
        dutyCard(people, 'acme', {
          ...{ language, zone: 'UTC', now: at('2026-01-07T12:00-06:00') },
          ...{ directory: people, audience: 'supplier' },
        }),
      )
    expect(card('en')).toContain('zhou, for wang')
    expect(card('zh-CN')).toContain('zhou（代wang）')
  })

  it('is told apart from whoever is called the same, to customers without accounts', () => {
    const called = (id: string, user: string): Person => ({
      ...person(id),
      name: 'Wang',
      accounts: [{ platform: 'slack', team: 'T', user }],
    })
    const people = directory(roster({ standIns }))
    const same = {
      wang: called('wang', 'U1'),
      chen: called('chen', 'U2'),
      lead: { ...called('lead', 'U3'), roles: ['team_lead'] },
    } as const
    const among = { ...people, people: { ...people.people, ...same } }
    const card = (audience: 'supplier' | 'customer') => {
      const reading = { language: 'en', zone: 'UTC', now: noon, directory: among, audience } as const
      return JSON.stringify(dutyCard(among, 'acme', reading))
    }
    expect(card('supplier')).toContain('zhou, for Wang · engineer · Slack: U1')
    expect(card('supplier')).toContain('Wang · engineer · Slack: U2')
    expect(card('customer')).toContain('zhou, for Wang · engineer"')
    expect(card('customer')).not.toContain('U1')
  })

  it('oncall#576 leaves no gap around a whole day', () => {
    const people = directory(roster({ rotate: 'daily', handover: '00:00', standIns }))
    for (let now = at('2026-01-06T00:00Z'); now < at('2026-01-10T00:00Z'); now += minute)
      expect(onDuty(people, 'acme', 1, now).length).toBeGreaterThanOrEqual(3)
  })
})

describe('the people of a tier', () => {
  it('come from all its rosters of that supplier, by roster id, each person once', () => {
    const second = roster({ id: 'second', rotate: 'none', members: ['zhou', 'wang'] })
    const elsewhere = [roster({ id: 'a', supplier: 'other' }), roster({ id: 'b', tier: 2 })]
    expect(order('2026-01-12T09:00-06:00', second, ...elsewhere, roster())).toBe('li chen wang zhou')
  })

  it('are passed over when the directory no longer has them', () => {
    const members = ['gone', 'constructor', 'li']
    expect(order('2026-01-05T09:00-06:00', roster({ members }))).toBe('li')
    expect(order('2026-01-05T09:00-06:00', roster({ members: [] }))).toBe('')
    expect(order('2026-01-05T09:00-06:00')).toBe('')
  })

  it('cannot be read from a roster whose dates do not exist', () => {
    expect(() => order('2026-01-05T09:00-06:00', roster({ since: '2026-02-30' }))).toThrow('2026-02-30')
  })
})
