import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { conversationKey, conversationOf } from '../../src/domain/people/conversation.ts'
import { roomAt } from '../../src/domain/people/find.ts'
import type { Entry } from '../../src/domain/people/wish.ts'
import { readOrganisation } from '../../src/organisation/read-organisation.ts'
import { createStore } from '../../src/store/create-store.ts'
import { applyEntries } from '../../src/work/apply-entries.ts'
import { kinds } from '../../src/work/kinds.ts'
import { type Story, startStory } from '../support/story.ts'

const organisation = join(import.meta.dirname, '../support/two-suppliers.yaml')
const stated = (...changes: readonly (readonly [from: string | RegExp, to: string])[]): readonly Entry[] => {
  let text = readFileSync(organisation, 'utf8')
  for (const [from, to] of changes) text = text.replace(from, to)
  const read = readOrganisation(text, organisation)
  if (!read.ok) throw new Error(JSON.stringify(read.no))
  return read.value.entries
}

let story: Story
beforeAll(async () => {
  story = await startStory({ organisation })
})
afterAll(() => story.end())
const apply = (entries: readonly Entry[], most?: number, order = story.bot.order) =>
  applyEntries({ store: story.store, order, ...(most === undefined ? {} : { most }) }, entries)
const of = async (supplier: string) => (await story.store.directories.of(supplier)).directory
const account = (user: string) => ({ platform: 'web', team: 'local', user }) as const
const place = (conversation: string) => ({ platform: 'web', team: 'local', conversation }) as const

/** What each side says and does of its own work, and of the other's as far as it can name it. */
const parties = [
  {
    mine: { reporter: 'zhao', engineer: 'li', room: 'huaxin', key: 'HX' },
    their: { room: 'huaxin2', key: 'HX2' },
  },
  {
    mine: { reporter: 'zhao2', engineer: 'li2', room: 'huaxin2', key: 'HX2' },
    their: { room: 'huaxin', key: 'HX' },
  },
] as const
const secrets = { HX: '云杉秘密', HX2: '松柏机密' } as const

describe('two suppliers whose people and customers look alike (I9)', () => {
  beforeAll(async () => {
    for (const { mine } of parties) {
      await story.says(mine.reporter, `${secrets[mine.key]} 打印机坏了`)
      await story.presses(mine.engineer, { flow: 'claim', item: `${mine.key}-1` })
    }
  })

  const words = fc.constantFrom(
    'status',
    '状态',
    'history',
    'why',
    'told',
    'note: hello',
    'claim',
    'close',
    'queue',
    'tickets',
  )
  const flow = fc.constantFrom(
    'claim',
    'status',
    'history',
    'told',
    'why',
    'note',
    'resolve',
    'reassign',
    'close',
    'update',
  )

  it('T49 T50 nobody hears, presses, lists or finds anything of the other supplier’s, however they name it', async () => {
    const steps = fc.array(
      fc.record({
        party: fc.constantFrom(...parties),
        as: fc.constantFrom('reporter', 'engineer'),
        how: fc.oneof(fc.record({ say: words }), fc.record({ press: flow })),
        where: fc.constantFrom('direct', 'own room', 'their room'),
      }),
      { minLength: 1, maxLength: 6 },
    )
    await fc.assert(
      fc.asyncProperty(steps, async (acts) => {
        for (const { party, as, how, where } of acts) {
          const { mine, their } = party
          const user = mine[as]
          const conversation = { direct: `direct:${user}`, 'own room': mine.room, 'their room': their.room }[
            where
          ]
          const log = await story.store.events(`${their.key}-1`)
          const reply =
            'say' in how
              ? await story.commands(user, `${how.say} ${their.key}-1`, conversation)
              : await story.presses(user, { flow: how.press, item: `${their.key}-1` }, conversation)
          expect(JSON.stringify(reply)).not.toContain(secrets[their.key])
          expect(await story.store.events(`${their.key}-1`)).toEqual(log)
        }
        for (const { mine, their } of parties)
          for (const conversation of [`direct:${mine.reporter}`, `direct:${mine.engineer}`, mine.room])
            expect(story.shown(conversation)).not.toContain(secrets[their.key])
      }),
      { numRuns: 60 },
    )
  })

  it('an order of one supplier’s person on the other’s ticket is refused by the ticket’s own directory', async () => {
    const by = { kind: 'person', id: 'li2', side: 'supplier', org: 'beichen' } as const
    const wish = { do: 'ticket.note', text: { internal: 'hello' } } as const
    expect(await story.bot.order([{ item: 'HX-1', wish }], by)).toMatchObject({ ok: false })
  })

  it('each act reads one supplier’s directory, and no other is loaded', async () => {
    const fresh = await createStore({ url: story.url, kinds })
    const directory = await fresh.directories.whose(account('zhao2'))
    expect(directory?.supplier).toBe('beichen')
    expect(JSON.stringify(directory)).not.toContain('yunheng')
    expect(await fresh.directories.whose(account('nobody'))).toBeUndefined()
    await fresh.close()
  })
})

describe('what only one supplier may have', () => {
  it('an account that another supplier’s person has is refused, and nothing of the file is applied', async () => {
    const entries = stated().map(
      (entry): Entry =>
        entry.kind === 'person' && entry.value.id === 'li2'
          ? { kind: 'person', value: { ...entry.value, name: 'Li', accounts: [account('li')] } }
          : entry,
    )
    expect(await apply(entries)).toMatchObject({
      ok: false,
      no: { code: 'held_by_others', held: [{ what: 'account', user: 'li', supplier: 'yunheng' }] },
    })
    expect((await of('beichen')).people.li2?.name).toBe('李伟')
    expect((await story.store.directories.whose(account('li')))?.supplier).toBe('yunheng')
  })

  it('a conversation is the room of one; where both would link it the second hears so', async () => {
    for (const [who, org, supplier] of [
      ['chen', 'yunheng', 'yunheng'],
      ['li2', 'beichen', 'beichen'],
    ] as const) {
      const wish = { do: 'directory.link', place: place('shared'), org } as const
      const by = { kind: 'person', id: who, side: 'supplier', org } as const
      const done = await story.bot.order([{ item: `directory/${supplier}`, wish }], by)
      if (supplier === 'yunheng') expect(done.ok).toBe(true)
      else expect(done).toMatchObject({ ok: false, no: { code: 'link_of_others' } })
    }
    expect(roomAt(await of('beichen'), 'web', 'local', 'shared')).toBeUndefined()
    expect(JSON.stringify(await story.commands('li2', 'unlink', 'shared'))).toContain(
      'not by your organisation',
    )
  })

  it('two that link the same conversation at once: one of them has it', async () => {
    const both = await Promise.all(
      (['yunheng', 'beichen'] as const).map((org) => {
        const by = { kind: 'person', id: org === 'yunheng' ? 'chen' : 'li2', side: 'supplier', org } as const
        return story.bot.order(
          [{ item: `directory/${org}`, wish: { do: 'directory.link', place: place('raced'), org } }],
          by,
        )
      }),
    )
    expect(both.filter(({ ok }) => ok)).toHaveLength(1)
    expect(await story.store.directories.at(place('raced'))).toHaveLength(1)
  })

  it('a customer with tickets does not go to another supplier, nor do the letters of its numbers', async () => {
    const moved = stated([/(huaxin2:\n {4}name: [^\n]*\n {4}key: HX2\n {4}supplier: )beichen/, '$1yunheng'])
    expect(await apply(moved)).toMatchObject({ ok: false, no: { code: 'held_by_others' } })
    expect((await of('beichen')).customers.huaxin2?.supplier).toBe('beichen')
  })

  it('an account passes from one supplier to the other in one file', async () => {
    const passed = stated(
      [/(\n {2}li2:[\s\S]*?user: )li2/, '$1wang'],
      [/(\n {2}wang:[\s\S]*?user: )wang/, '$1li2'],
    )
    expect(await apply(passed)).toMatchObject({ ok: true })
    expect((await story.store.directories.whose(account('wang')))?.supplier).toBe('beichen')
    expect((await story.store.directories.whose(account('li2')))?.supplier).toBe('yunheng')
    expect(await apply(stated())).toMatchObject({ ok: true })
  })
})

describe('an organisation with more in it than one transaction takes', () => {
  const renamed = (name: string) =>
    stated().map(
      (entry): Entry =>
        entry.kind === 'person'
          ? { kind: 'person', value: { ...entry.value, name: `${name} ${entry.value.id}` } }
          : entry,
    )
  const nameOf = async (supplier: string, id: string) => (await of(supplier)).people[id]?.name

  it('is applied supplier by supplier, each whole, and together where it is small', async () => {
    expect(await apply(renamed('A'), 1)).toMatchObject({ ok: true, value: { commits: 2 } })
    expect(await nameOf('yunheng', 'li')).toBe('A li')
    expect(await nameOf('beichen', 'li2')).toBe('A li2')
    expect(await apply(renamed('A'), 1)).toEqual({ ok: true, value: { events: 0, commits: 0 } })
    expect(await apply(renamed('B'))).toMatchObject({ ok: true, value: { commits: 1 } })
  })

  it('goes on where it was cut short when the same file is applied again', async () => {
    let orders = 0
    const dies: typeof story.bot.order = (...given) => {
      orders += 1
      if (orders > 1) throw new Error('the process died')
      return story.bot.order(...given)
    }
    await expect(apply(renamed('C'), 1, dies)).rejects.toThrow('the process died')
    expect([await nameOf('yunheng', 'li'), await nameOf('beichen', 'li2')].toSorted()).toEqual([
      'B li2',
      'C li',
    ])
    expect(await apply(renamed('C'), 1)).toMatchObject({ ok: true, value: { commits: 1 } })
    expect(await nameOf('beichen', 'li2')).toBe('C li2')
  })

  it('passes an account on, whichever supplier comes first, and in exchange for another', async () => {
    const taken = (from: string, to: string) =>
      stated(
        [new RegExp(`(\\n {2}${to}:[\\s\\S]*?user: )${to}`), `$1${from}`],
        [new RegExp(`(\\n {2}${from}:[\\s\\S]*?user: )${from}`), `$1${from}-new`],
      )
    for (const [from, to, supplier] of [
      ['wang', 'li2', 'beichen'],
      ['li2', 'wang', 'yunheng'],
    ] as const) {
      expect(await apply(taken(from, to), 1)).toMatchObject({ ok: true, value: { commits: 2 } })
      expect((await story.store.directories.whose(account(from)))?.supplier).toBe(supplier)
      expect(await apply(stated(), 1)).toMatchObject({ ok: true })
    }
    const exchanged = stated(
      [/(\n {2}li2:[\s\S]*?user: )li2/, '$1wang'],
      [/(\n {2}wang:[\s\S]*?user: )wang/, '$1li2'],
    )
    expect(await apply(exchanged, 1)).toMatchObject({ ok: true, value: { commits: 1 } })
    expect((await story.store.directories.whose(account('wang')))?.supplier).toBe('beichen')
    expect(await apply(stated())).toMatchObject({ ok: true })
  })

  it('says how much of it was applied when a later part is refused', async () => {
    const taken = renamed('D').map(
      (entry): Entry =>
        entry.kind === 'person' && entry.value.id === 'li2'
          ? { kind: 'person', value: { ...entry.value, accounts: [account('li')] } }
          : entry,
    )
    expect(await apply(taken, 1)).toMatchObject({ ok: false, applied: 1, no: { code: 'held_by_others' } })
    expect([await nameOf('yunheng', 'li'), await nameOf('beichen', 'li2')]).toEqual(['D li', '李伟'])
    expect(await apply(stated())).toMatchObject({ ok: true })
  })
})

describe('a directory in several processes and little memory', () => {
  it('a change by one is seen by the other at its next read, by what changed alone', async () => {
    const other = await createStore({ url: story.url, kinds })
    for (const language of ['zh-CN', 'en', 'zh-CN'] as const) {
      await other.directories.of('beichen')
      await story.commands('zhao2', language === 'en' ? 'language English' : 'language 中文')
      expect((await other.directories.of('beichen')).directory.preferences.zhao2).toEqual({ language })
      expect((await other.load(['directory/beichen']))[0]?.state).toEqual(await of('beichen'))
    }
    expect(await story.store.verify('directory/beichen')).not.toHaveProperty('badSeq')
    await other.close()
  })

  it('is read anew when there is no room for all of them, and stays right', async () => {
    const small = await createStore({ url: story.url, kinds, directoryBytes: 1 })
    for (const supplier of ['yunheng', 'beichen', 'yunheng', 'beichen']) {
      const known = await small.directories.of(supplier)
      expect(known).toEqual(await story.store.directories.of(supplier))
    }
    const first = (await small.directories.of('beichen')).directory
    expect((await small.directories.of('beichen')).directory).toBe(first)
    await small.directories.of('yunheng')
    expect((await small.directories.of('beichen')).directory).not.toBe(first)
    await small.close()
  })

  it('names every conversation by one word, and every word is one conversation', () => {
    const part = fc.string({ unit: fc.constantFrom('a', '/', '%', '2F', ' ', '中') })
    fc.assert(
      fc.property(part, part, (team, conversation) => {
        const named = { platform: 'teams', team, conversation } as const
        expect(conversationOf(conversationKey(named))).toEqual(named)
      }),
    )
  })
})
