import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { flows } from '../../flows/index.ts'
import { createApp } from '../../src/app/app.ts'
import { createLog } from '../../src/process/log.ts'
import { texts } from '../../src/text/texts.ts'
import { type Story, startStory } from '../support/story.ts'

let story: Story
beforeEach(async () => {
  story = await startStory()
})
afterEach(() => story.end())

const slower = texts('zh-CN').app.slower
const many = async (count: number, act: (index: number) => Promise<unknown>): Promise<void> => {
  for (let index = 0; index < count; index += 1) await act(index)
}

describe('a rush', () => {
  it('T71 R1 is worked on by so many at a time as leave the database free, and all of it in the end', async () => {
    const { store, kinds, bot, now } = story
    let open = (): void => {}
    const opened = new Promise<void>((resolve) => {
      open = resolve
    })
    const begun: string[] = []
    const whose: typeof store.directories.whose = async (account) => {
      begun.push(account.user)
      await opened
      return store.directories.whose(account)
    }
    const app = createApp({
      ...{ store: { ...store, directories: { ...store.directories, whose } }, kinds, order: bot.order, now },
      ...{ flows, log: createLog({ level: 'error' }), reference: () => 'rush', actsPerMinute: 1_000 },
    })
    const said = Array.from({ length: 100 }, (_, index) => {
      const user = index % 2 === 0 ? 'zhao' : 'emma'
      const place = { platform: 'web', team: 'local', conversation: `direct:${user}`, direct: true } as const
      const { platform, team, conversation } = place
      const message = { platform, team, conversation, message: `rush-${index}` } as const
      const what = { kind: 'message', key: `rush-${index}`, text: `${index}楼打印机坏了`, message } as const
      return app.receive({ ...what, who: { platform, team, user }, place, at: now(), addressed: true })
    })
    await Promise.all(said)
    await expect.poll(() => begun.length).toBe(8)
    for (let turn = 0; turn < 10; turn += 1) await store.load(['HX-1'])
    expect(begun).toHaveLength(8)
    open()
    await app.drain()
    expect(await store.inbox.claim(now() + 60_000, 10, 1_000)).toEqual([])
    const tickets = await Promise.all(
      [
        { person: 'sun', side: 'customer', org: 'huaxin' } as const,
        { person: 'oliver', side: 'customer', org: 'bluebird' } as const,
      ].map((reader) => store.as(reader).list({ list: 'open' })),
    )
    expect(tickets.map((all) => all.length)).toEqual([50, 50])
  })
})

describe('somebody who does more than anybody works', () => {
  it('T70 has acts refused until a minute is over, and nobody else has', async () => {
    const kinds: string[] = []
    await many(130, async () => {
      kinds.push((await story.presses('zhao', { flow: 'duty' })).kind)
    })
    expect(kinds.slice(0, 120)).not.toContain('refuse')
    expect(kinds.slice(120)).toEqual(Array.from({ length: 10 }, () => 'refuse'))
    expect((await story.presses('sun', { flow: 'duty' })).kind).toBe('show')
    story.sleeps(60_000)
    expect((await story.presses('zhao', { flow: 'duty' })).kind).toBe('show')
  })

  it('T70 loses no word, and is told once', async () => {
    await many(120, () => story.presses('zhao', { flow: 'duty' }))
    await many(3, (index) => story.says('zhao', `VPN 故障 ${index}`))
    const told = story.posts('direct:zhao').filter(({ card }) => card.summary === slower)
    expect(told).toHaveLength(1)
    expect(await story.store.load(['HX-1'])).toEqual([])
    story.sleeps(16_000)
    await story.bot.app.recover()
    expect((await story.store.load(['HX-1', 'HX-2', 'HX-3'])).length).toBe(3)
  })

  it('T70 is not told under talk that is not with the bot', async () => {
    await many(120, () => story.presses('zhao', { flow: 'duty' }))
    await story.says('zhao', '午饭吃什么', { in: 'huaxin' })
    expect(story.posts('huaxin')).toEqual([])
  })
})
