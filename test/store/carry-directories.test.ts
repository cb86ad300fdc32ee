import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { languageOf, personByAccount, proposalAt, roomAt, zoneOf } from '../../src/domain/people/find.ts'
import { createStore } from '../../src/store/create-store.ts'
import { restoreReleased } from '../support/released-database.ts'
import { type Story, startStory } from '../support/story.ts'

describe('a database of before, where all suppliers shared one directory', () => {
  let story: Story
  beforeAll(async () => {
    story = await startStory({ begin: restoreReleased })
  })
  afterAll(() => story.end())
  const directory = async (supplier: string) => (await story.store.directories.of(supplier)).directory
  const at = (conversation: string) => ['web', 'local', conversation] as const

  it('gives each supplier its own, and nothing of another', async () => {
    expect((await story.store.directories.tenants()).map(({ supplier }) => supplier)).toEqual([
      'beichen',
      'yunheng',
    ])
    const [one, other] = [await directory('yunheng'), await directory('beichen')]
    expect(Object.keys(one.customers).toSorted()).toEqual(['bluebird', 'huaxin'])
    expect(Object.keys(other.customers)).toEqual(['huaxin2'])
    expect(Object.keys(other.people).toSorted()).toEqual(['li2', 'sun2', 'zhao2'])
    for (const { org } of Object.values(one.people)) expect(org).not.toMatch(/beichen|huaxin2/)
    expect(Object.keys(other.agreements)).toEqual(['huaxin2-demo@1'])
  })

  it('keeps what people chose, what their platform said, and both for the day that somebody comes back', async () => {
    const [one, other] = [await directory('yunheng'), await directory('beichen')]
    const zhao = one.people.zhao
    const zhao2 = other.people.zhao2
    expect(zhao && languageOf(one, zhao)).toBe('en')
    expect(zhao2 && zoneOf(other, zhao2)).toBe('Europe/Berlin')
    expect(one.people.oliver).toBeUndefined()
    expect(one.preferences.oliver).toEqual({ language: 'zh-CN' })
    expect(other.preferences).toEqual({})
  })

  it('keeps what was linked, moved, closed and proposed, and finds it', async () => {
    const [one, other] = [await directory('yunheng'), await directory('beichen')]
    expect(roomAt(one, ...at('extra'))?.conversation).toBe('extra-moved')
    expect(one.closed).toEqual({ 'web/local/gone': true })
    expect(proposalAt(other, { platform: 'web', team: 'local', conversation: 'proposed' })?.org).toBe(
      'huaxin2',
    )
    const standing = (conversation: string) =>
      story.store.directories.at({ platform: 'web', team: 'local', conversation })
    expect(await standing('extra')).toEqual([{ supplier: 'yunheng', standing: 'room' }])
    expect(await standing('extra-moved')).toEqual([{ supplier: 'yunheng', standing: 'room' }])
    expect(await standing('gone')).toEqual([{ supplier: 'yunheng', standing: 'closed' }])
    expect(await standing('proposed')).toEqual([{ supplier: 'beichen', standing: 'proposal' }])
    const account = { platform: 'web', team: 'local', user: 'zhao2' } as const
    const whose = await story.store.directories.whose(account)
    expect(whose && personByAccount(whose, account)?.id).toBe('zhao2')
  })

  it('I10 leaves the log of before as it was, and every chain verifies', async () => {
    expect(await story.store.verify('directory')).toEqual({ length: 38 })
    for (const item of ['directory/yunheng', 'directory/beichen', 'HX-1', 'HX-2', 'HX-3', 'BB-1', 'HX2-1'])
      expect(await story.store.verify(item), item).not.toHaveProperty('badSeq')
    expect((await story.store.events('directory/yunheng')).map(({ event }) => event.type)).toEqual([
      'directory.carried',
    ])
  })

  it('sends what was owed, to whom it was owed', async () => {
    await story.settle()
    expect(story.shown('direct:chen')).toContain('赵敏')
    expect(story.shown('direct:zhao')).toContain('HX-4')
    expect(story.shown('engineers')).toContain('HX-4')
    expect(story.posts('proposed')).toHaveLength(1)
  })

  it('goes on with its tickets: they are woken, pressed, listed, closed and joined by new ones', async () => {
    await story.passes(120_000)
    expect(await story.types('HX-4')).toContain('ticket.breached')
    await story.presses('li', { flow: 'claim', item: 'HX-4' })
    expect((await story.ticket('HX-4')).assignee).toBe('li')
    await story.presses('zhao', { flow: 'solved', item: 'HX-3' })
    await story.presses('chen', { flow: 'close', item: 'HX-3' })
    expect((await story.ticket('HX-3')).status).toBe('closed')
    await story.says('emma', 'it is emma@bluebird.example')
    expect((await story.ticket('BB-1')).status).toBe('in_progress')
    await story.says('zhao2', 'and now the scanner is broken too')
    expect((await story.ticket('HX2-2')).supplier).toBe('beichen')
    const open = await story.store
      .as({ person: 'li2', side: 'supplier', org: 'beichen' })
      .list({ list: 'open' })
    expect(open.map(({ id }) => id).toSorted()).toEqual(['HX2-1', 'HX2-2'])
  })

  it('takes the score for what was closed before scores were waited for', async () => {
    await story.says('zhao', '5 stars')
    const reply = await story.commands('zhao', '5 stars')
    expect(reply.kind === 'show' && reply.card.buttons.map(({ press }) => press.item)).toEqual([
      'HX-3',
      'HX-1',
    ])
  })

  it('goes on with its links: what was proposed is confirmed', async () => {
    await story.presses('sun2', { flow: 'confirm_link', choice: 'huaxin2' }, 'proposed')
    expect(roomAt(await directory('beichen'), ...at('proposed'))?.org).toBe('huaxin2')
  })

  it('T23 a process of before, still running, can change nothing of the directory of before', async () => {
    const admin = new pg.Pool({ connectionString: story.url, max: 1 })
    const change = admin.query(`update items set seq = seq + 1 where id = 'directory'`)
    await expect(change).rejects.toThrow('this process is of before and must end')
    await admin.query(`update items set open = open where id = 'HX-2'`)
    await admin.end()
  })

  it('is carried over once: another process finds it so', async () => {
    const seq = (await story.store.directories.of('yunheng')).seq
    const another = await createStore({ url: story.url, kinds: {} })
    expect((await another.directories.of('yunheng')).seq).toBe(seq)
    await another.close()
  })
})
