import { describe, expect, it } from 'vitest'
import { cn3x3 } from '../../src/domain/agreement/cn-3x3.ts'
import { targetsV1 } from '../../src/domain/agreement/targets-v1.ts'
import type { Calendar } from '../../src/domain/calendar/calendar.ts'
import { stdV1 } from '../../src/domain/escalation/std-v1.ts'
import type { Actor } from '../../src/domain/item/item.ts'
import type { Directory } from '../../src/domain/people/directory.ts'
import { type DirectoryCommand, directoryItem } from '../../src/domain/people/directory-item.ts'
import { emptyDirectory } from '../../src/domain/people/evolve-directory.ts'
import type { DirectoryWish, Entry } from '../../src/domain/people/wish.ts'

const operator: Actor = { kind: 'operator' }
const supplier: Entry = {
  kind: 'supplier',
  value: { id: 'yunheng', name: '云衡运维', language: 'zh-CN', zone: 'Asia/Shanghai' },
}
const customer: Entry = {
  kind: 'customer',
  value: {
    id: 'huaxin',
    name: '华信制造',
    key: 'HX',
    supplier: 'yunheng',
    language: 'zh-CN',
    zone: 'Asia/Shanghai',
  },
}
const li: Entry = {
  kind: 'person',
  value: {
    id: 'li',
    name: '李伟',
    side: 'supplier',
    org: 'yunheng',
    roles: ['engineer'],
    language: 'zh-CN',
    zone: 'Asia/Shanghai',
    accounts: [{ platform: 'web', team: 'local', user: 'li' }],
  },
}
const agreement = (version: number, name = 'Support'): Entry => ({
  kind: 'agreement',
  value: {
    id: 'hx',
    version,
    name,
    supplier: 'yunheng',
    customer: 'huaxin',
    validFrom: '2026-01-01',
    validTo: '2026-12-31',
    zone: 'Asia/Shanghai',
    matrix: cn3x3,
    targets: targetsV1('24x7'),
    calendars: { '24x7': { id: '24x7', zone: 'Asia/Shanghai', hours: 'always' } },
    policy: stdV1,
    closure: {
      calendar: '24x7',
      confirmationPeriod: 1,
      reminders: [1],
      reopenWindow: 1,
      personInCharge: ['team_lead'],
    },
    intakeChannels: [{ kind: 'chat', detail: '#help' }],
  },
})
const everything = [supplier, customer, li, agreement(1)]

const order = (state: Directory | undefined, wish: DirectoryWish, by: Actor = operator, at = 7) => {
  const command: DirectoryCommand = { ...wish, at, by }
  return directoryItem.decide(state, command, { directory: state ?? emptyDirectory })
}

/** What was decided, and the directory after it. */
const ordered = (state: Directory | undefined, wish: DirectoryWish, by?: Actor) => {
  const decision = order(state, wish, by)
  if (!decision.ok) throw new Error(decision.no.code)
  return {
    events: decision.value,
    state: decision.value.reduce<Directory | undefined>(directoryItem.evolve, state) ?? emptyDirectory,
  }
}
const applied = (state: Directory | undefined, entries: readonly Entry[]) =>
  ordered(state, { do: 'directory.apply', entries })

describe('directory', () => {
  it('records each thing of a first organisation as one stamped event', () => {
    const { events, state } = applied(undefined, everything)
    expect(events).toEqual(everything.map((entry) => ({ type: 'directory.set', entry, at: 7, by: operator })))
    expect(Object.keys(state.agreements)).toEqual(['hx@1'])
    expect(state.people.li).toEqual(li.value)
  })

  it('changes nothing when the same organisation is applied twice, also after a store changed the order of keys', () => {
    const { state } = applied(undefined, everything)
    const reordered: Directory = JSON.parse(JSON.stringify(state), (_, part: unknown) =>
      typeof part === 'object' && part !== null && !Array.isArray(part)
        ? Object.fromEntries(Object.entries(part).reverse())
        : part,
    )
    expect(applied(state, everything).events).toEqual([])
    expect(applied(reordered, everything).events).toEqual([])
  })

  it('records only what differs, and the last word on a thing stated twice', () => {
    const { state } = applied(undefined, everything)
    const renamed: Entry = { ...li, value: { ...li.value, name: 'Li Wei' } }
    const { events } = applied(state, [supplier, customer, li, renamed, agreement(1)])
    expect(events.map(({ type }) => type)).toEqual(['directory.set'])
    expect(events[0]).toMatchObject({ entry: renamed })
  })

  it('removes what is no longer stated, except agreements', () => {
    const { state } = applied(undefined, everything)
    const { events, state: after } = applied(state, [supplier])
    expect(events).toMatchObject([
      { type: 'directory.removed', kind: 'person', id: 'li' },
      { type: 'directory.removed', kind: 'customer', id: 'huaxin' },
    ])
    expect(after).toEqual({
      ...emptyDirectory,
      supplier: 'yunheng',
      suppliers: state.suppliers,
      agreements: state.agreements,
    })
  })

  describe('service hours on single dates', () => {
    const dated = (
      dates: readonly string[],
      hours: Calendar['hours'] = {},
      validTo = '2026-12-31',
    ): Entry => {
      const entry = agreement(1)
      if (entry.kind !== 'agreement') throw new Error('no agreement')
      const windows: Calendar['dates'] = Object.fromEntries(
        dates.map((date) => [date, { hours: ['09:00-17:00'] }]),
      )
      const calendars = { days: { id: 'days', zone: 'Asia/Shanghai', hours, dates: windows } }
      return { kind: 'agreement', value: { ...entry.value, validTo, calendars } }
    }
    const applies = (stated: Entry, iso: string, state?: Directory) =>
      order(
        state,
        { do: 'directory.apply', entries: [supplier, customer, stated] },
        operator,
        Date.parse(iso),
      )
    const weekday = { mon: ['09:00-17:00'] } as const

    it.each([
      [['2026-03-02', '2026-05-01'], '2026-05-01T16:00Z'],
      [['2025-12-31'], '2026-01-02T00:00Z'],
    ])('that are all over (%j) promise nothing any more and are refused', (dates, iso) => {
      const closed = [{ agreement: 'hx@1', calendar: 'days', last: dates.at(-1) }]
      expect(applies(dated(dates), iso)).toEqual({
        ok: false,
        no: { code: 'calendar_closed_for_good', closed },
      })
    })

    it.each([
      ['the last one is today in their zone', dated(['2026-03-02', '2026-05-01']), '2026-05-01T15:59Z'],
      ['one is to come', dated(['2026-03-02', '2026-11-30']), '2026-05-02T00:00Z'],
      ['days of the week are agreed too', dated(['2026-03-02'], weekday), '2026-05-02T00:00Z'],
      ['the agreement is over itself', dated(['2026-03-02'], {}, '2026-04-30'), '2026-05-02T00:00Z'],
    ])('are taken where %s', (_, stated, iso) => {
      expect(applies(stated, iso).ok).toBe(true)
    })

    it('stop no start once they were agreed', () => {
      const stated = dated(['2026-03-02'])
      const { state } = applied(undefined, [supplier, customer, stated])
      expect(applies(stated, '2026-06-01T00:00Z', state)).toEqual({ ok: true, value: [] })
    })
  })

  it('RS.3 refuses an agreed version that reads differently, and takes the change as a new version', () => {
    const { state } = applied(undefined, everything)
    expect(order(state, { do: 'directory.apply', entries: [supplier, agreement(1, 'Cheaper')] })).toEqual({
      ok: false,
      no: { code: 'agreement_changed_without_version', agreements: ['hx@1'] },
    })
    const { state: after } = applied(state, [supplier, customer, li, agreement(2, 'Cheaper')])
    expect(Object.keys(after.agreements)).toEqual(['hx@1', 'hx@2'])
    expect(after.agreements['hx@1']?.name).toBe('Support')
  })

  it('leaves the state it is given as it was', () => {
    const { state } = applied(undefined, everything)
    const before = structuredClone(state)
    applied(state, [supplier])
    expect(state).toEqual(before)
  })

  it('T55 refuses a person who tries to apply an organisation', () => {
    const by: Actor = { kind: 'person', id: 'li', side: 'supplier', org: 'yunheng' }
    expect(order(undefined, { do: 'directory.apply', entries: everything }, by)).toEqual({
      ok: false,
      no: { code: 'not_permitted' },
    })
  })

  it('is never due', () => {
    const { state } = applied(undefined, everything)
    expect(directoryItem.due(state, 1e15, { directory: state })).toEqual([])
    expect(directoryItem.nextDue(state, { directory: state })).toBeUndefined()
  })
})

describe('preference', () => {
  const { state } = applied(undefined, everything)
  const wish: DirectoryWish = { do: 'directory.prefer_language', person: 'li', language: 'en' }
  const self: Actor = { kind: 'person', id: 'li', side: 'supplier', org: 'yunheng' }

  it('is recorded once and survives the organisation file', () => {
    const chosen = ordered(state, wish, self)
    expect(chosen.events).toEqual([
      { type: 'directory.preferred', person: 'li', language: 'en', at: 7, by: self },
    ])
    expect(ordered(chosen.state, wish, self).events).toEqual([])
    const again = applied(chosen.state, everything)
    expect(again.events).toEqual([])
    const gone = applied(chosen.state, [supplier, customer])
    expect(applied(gone.state, everything).state.preferences).toEqual({ li: { language: 'en' } })
  })

  it('is refused for a stranger and for somebody else', () => {
    expect(order(state, { ...wish, person: 'constructor' })).toEqual({
      ok: false,
      no: { code: 'unknown_person', id: 'constructor' },
    })
    expect(order(state, wish, { ...self, id: 'wang' })).toEqual({ ok: false, no: { code: 'not_permitted' } })
  })
})
