import { describe, expect, it } from 'vitest'
import type { Actor } from '../../src/domain/item/item.ts'
import type { Directory, Person } from '../../src/domain/people/directory.ts'
import { directoryItem } from '../../src/domain/people/directory-item.ts'
import { emptyDirectory } from '../../src/domain/people/evolve-directory.ts'
import { languageOf, zoneOf } from '../../src/domain/people/find.ts'
import type { DirectoryWish } from '../../src/domain/people/wish.ts'

const person = (id: string, assumed?: Person['assumed']): Person => ({
  id,
  name: id,
  side: 'customer',
  org: 'huaxin',
  roles: ['reporter'],
  language: 'zh-CN',
  zone: 'Asia/Shanghai',
  accounts: [],
  ...(assumed === undefined ? {} : { assumed }),
})
const assumed = { language: true, zone: true } as const
const known: Directory = {
  ...emptyDirectory,
  people: { zhao: person('zhao', assumed), sun: person('sun'), half: person('half', { zone: true }) },
}

const bot: Actor = { kind: 'bot' }
const decided = (state: Directory, wish: DirectoryWish, by: Actor = bot) =>
  directoryItem.decide(state, { ...wish, at: 7, by }, { directory: state })
const becomes = (state: Directory, wish: DirectoryWish, by?: Actor): Directory => {
  const decision = decided(state, wish, by)
  if (!decision.ok) throw new Error(decision.no.code)
  return decision.value.reduce<Directory>(directoryItem.evolve, state)
}
const observes = (who: string, locale: { language?: 'en' | 'zh-CN'; zone?: string }) =>
  ({ do: 'directory.observe', person: who, ...locale }) as const

const reads = (state: Directory, who: string) => {
  const found = state.people[who]
  if (found === undefined) throw new Error(`nobody is called ${who}`)
  return [languageOf(state, found), zoneOf(state, found)]
}

describe('what a platform knows of a person', () => {
  const seen = becomes(known, observes('zhao', { language: 'en', zone: 'Europe/London' }))

  it('counts before what was taken from the organisation, and after what was stated', () => {
    expect(reads(seen, 'zhao')).toEqual(['en', 'Europe/London'])
    const others = becomes(
      becomes(seen, observes('sun', { language: 'en', zone: 'Europe/London' })),
      observes('half', { language: 'en', zone: 'Europe/London' }),
    )
    expect(reads(others, 'sun')).toEqual(['zh-CN', 'Asia/Shanghai'])
    expect(reads(others, 'half')).toEqual(['zh-CN', 'Europe/London'])
  })

  it('counts after the person’s own choice', () => {
    const zhao: Actor = { kind: 'person', id: 'zhao', side: 'customer', org: 'huaxin' }
    const chosen = becomes(seen, { do: 'directory.prefer_language', person: 'zhao', language: 'zh-CN' }, zhao)
    expect(reads(chosen, 'zhao')).toEqual(['zh-CN', 'Europe/London'])
    expect(reads(becomes(chosen, observes('zhao', { language: 'en' })), 'zhao')[0]).toBe('zh-CN')
  })

  it('is recorded only as far as it is new', () => {
    expect(decided(seen, observes('zhao', { language: 'en', zone: 'Europe/London' }))).toEqual({
      ok: true,
      value: [],
    })
    expect(decided(seen, observes('zhao', { language: 'en', zone: 'Europe/Paris' }))).toEqual({
      ok: true,
      value: [{ type: 'directory.observed', person: 'zhao', zone: 'Europe/Paris', at: 7, by: bot }],
    })
    expect(decided(known, observes('sun', { language: 'en' }))).toEqual({ ok: true, value: [] })
  })

  it('keeps what it said before of what it does not say now', () => {
    expect(reads(becomes(seen, observes('zhao', { zone: 'Europe/Paris' })), 'zhao')).toEqual([
      'en',
      'Europe/Paris',
    ])
  })

  it('is no zone that there is not', () => {
    for (const zone of ['Mars/Olympus', '', '../etc'])
      expect(decided(known, observes('zhao', { zone })), zone).toEqual({ ok: true, value: [] })
  })

  it('is the bot’s to record, of people it knows', () => {
    const zhao: Actor = { kind: 'person', id: 'zhao', side: 'customer', org: 'huaxin' }
    expect(decided(known, observes('zhao', { language: 'en' }), zhao)).toEqual({
      ok: false,
      no: { code: 'not_permitted' },
    })
    expect(decided(known, observes('constructor', { language: 'en' }))).toEqual({
      ok: false,
      no: { code: 'unknown_person', id: 'constructor' },
    })
  })

  it('comes back with a person who left', () => {
    const { zhao: _, ...others } = known.people
    const entries = [known.people.zhao, ...Object.values(others)].flatMap((value) =>
      value === undefined ? [] : [{ kind: 'person', value } as const],
    )
    const gone = becomes(seen, { do: 'directory.apply', entries: entries.slice(1) })
    expect(gone.people.zhao).toBeUndefined()
    expect(reads(becomes(gone, { do: 'directory.apply', entries }), 'zhao')).toEqual(['en', 'Europe/London'])
  })
})
