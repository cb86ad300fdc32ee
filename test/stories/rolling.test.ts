import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { flows } from '../../flows/index.ts'
import { isOf } from '../../src/domain/item/kinds.ts'
import { createBot } from '../../src/main/bot.ts'
import { createLog } from '../../src/process/log.ts'
import { createStore } from '../../src/store/create-store.ts'
import type { Store } from '../../src/store/store.ts'
import { kinds } from '../../src/work/kinds.ts'
import { collectWithin, withParcels } from '../support/parcel/parcel-flows.ts'
import { stillQueue } from '../support/still-queue.ts'
import { startStory } from '../support/story.ts'

const zhao = { kind: 'person', id: 'zhao', side: 'customer', org: 'huaxin' } as const

/** A process of a newer version, which knows parcels, and one of an older version on the same database and chat. */
const startBoth = async () => {
  const newer = await startStory(withParcels)
  const problems: string[] = []
  const log = createLog({ level: 'warn', write: (line) => problems.push(line) })
  const store = await createStore({ url: newer.url, kinds, now: newer.now })
  const older = createBot({
    ...{ store, kinds, queue: stillQueue, adapters: { web: newer.chat.adapter }, flows, log },
    ...{ now: newer.now, reference: () => 'older' },
  })
  return {
    newer,
    older,
    store: store as Store,
    problems,
    /** The older process does all that is there for it to do. */
    olderWorks: async (): Promise<void> => {
      await older.sweep.soon()
      await older.app.recover()
      await older.app.drain()
      for (const work of [older.deliver, older.homes]) {
        work.kick()
        await work.idle()
      }
    },
    parcel: async () => {
      const [found] = await newer.store.load(['HX-P1'])
      if (found === undefined || !isOf('parcel', found)) throw new Error('there is no HX-P1')
      return found.state
    },
    end: async (): Promise<void> => {
      await older.stop()
      await store.close()
      await newer.end()
    },
  }
}

let both: Awaited<ReturnType<typeof startBoth>>
beforeEach(async () => {
  both = await startBoth()
  await both.newer.says('zhao', '三楼路由器坏了')
  await both.newer.commands('li', 'parcel HX-1: 新路由器')
})
afterEach(async () => {
  expect(both.problems, 'the older process has nothing to complain of').toEqual([])
  await both.end()
})

const shown = (conversation: string) => both.newer.shown(conversation)
const press = (user: string, flow: string, item?: string) =>
  both.older.app.receive({
    kind: 'press',
    key: `older/${user}/${flow}`,
    who: { platform: 'web', team: 'local', user },
    place: { platform: 'web', team: 'local', conversation: `direct:${user}`, direct: true },
    at: both.newer.now(),
    press: { flow, ...(item === undefined ? {} : { item }) },
  })

describe('T23 an older process beside a newer one with another kind of work', () => {
  it('neither wakes its items, nor tells or draws anything of them, and does all its own work meanwhile', async () => {
    const { newer, older, olderWorks, parcel } = both
    newer.sleeps(collectWithin)
    const before = newer.chat.posts.length
    await olderWorks()
    expect((await parcel()).remindedAt).toBeUndefined()
    await newer.bot.order([{ item: 'HX-P1', wish: { do: 'parcel.wake' } }], { kind: 'bot' })
    const wish = { do: 'ticket.update', text: '正在更换' } as const
    const li = { kind: 'person', id: 'li', side: 'supplier', org: 'yunheng' } as const
    await older.order([{ item: 'HX-1', wish: { do: 'ticket.claim' } }], li)
    await older.order([{ item: 'HX-1', wish }], li)
    await newer.bot.deliver.stop()
    await olderWorks()
    await olderWorks()
    expect(newer.chat.posts.length, 'what is of a ticket was told').toBeGreaterThan(before)
    expect(shown('direct:zhao')).toContain('正在更换')
    expect(shown('direct:zhao')).not.toContain('HX-P1 等待领取。')
    expect((await both.store.outbox.claim(newer.now() + 60_000, 100, 0)).map(({ item }) => item)).toEqual([])
  })

  it('leaves what is owed of them to the newer process, whole', async () => {
    const { newer, olderWorks } = both
    newer.sleeps(collectWithin)
    await newer.bot.order([{ item: 'HX-P1', wish: { do: 'parcel.wake' } }], { kind: 'bot' })
    await olderWorks()
    await newer.settle()
    expect(shown('direct:zhao')).toContain('HX-P1 等待领取。')
    await newer.bot.order([{ item: 'HX-P1', wish: { do: 'parcel.collect' } }], zhao)
    await olderWorks()
    await newer.settle()
    expect(shown('engineers')).toContain('已领取')
    const told = await newer.store.as({ person: 'li', side: 'supplier', org: 'yunheng' }).told('HX-P1')
    expect(told.map(({ status }) => status)).not.toContain('failed')
  })

  it('keeps words in their threads, edits and deletions for a process that can take them', async () => {
    const { newer, older, olderWorks, parcel } = both
    const { ref } = newer.posts('direct:zhao').findLast(({ card }) => card.title?.startsWith('HX-P1')) ?? {}
    if (ref === undefined) throw new Error('no parcel stands there')
    const { platform, team, conversation, message: thread } = ref
    const said = { platform, team, conversation, message: 'w1', thread } as const
    const place = { platform, team, conversation, direct: true, thread } as const
    const common = { who: { platform, team, user: 'zhao' }, place, at: newer.now(), message: said } as const
    await older.app.receive({ ...common, kind: 'message', key: 'w1', text: '放前台', addressed: true })
    await older.app.drain()
    for (let turn = 0; turn < 3; turn += 1) {
      newer.sleeps(16_000)
      await olderWorks()
    }
    expect((await parcel()).words).toEqual([])
    expect(await newer.store.load(['HX-2'])).toEqual([])
    newer.sleeps(16_000)
    await newer.bot.app.recover()
    expect((await parcel()).words).toMatchObject([{ text: '放前台' }])
    await older.app.receive({ ...common, kind: 'edit', key: 'w2', text: '放二楼' })
    await older.app.drain()
    newer.sleeps(16_000)
    await newer.bot.app.recover()
    expect((await parcel()).words).toMatchObject([{ text: '放二楼' }])
  })

  it('shows nothing of them, and says no to their buttons', async () => {
    expect(JSON.stringify(await press('zhao', 'home'))).not.toContain('HX-P1')
    expect(JSON.stringify(await press('li', 'queue'))).not.toContain('HX-P1')
    expect(await press('zhao', 'status', 'HX-P1')).toMatchObject({ kind: 'refuse' })
    expect(await press('zhao', 'collect', 'HX-P1')).toMatchObject({ kind: 'refuse' })
    expect((await both.parcel()).status).toBe('sent')
  })
})
