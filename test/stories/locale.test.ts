import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Inbound } from '../../src/chat/inbound.ts'
import { languageOf, zoneOf } from '../../src/domain/people/find.ts'
import { texts } from '../../src/text/texts.ts'
import { reorganise } from '../support/reorganise.ts'
import type { Story } from '../support/story.ts'
import { startStory } from '../support/story.ts'

let story: Story
beforeEach(async () => {
  story = await startStory()
})
afterEach(() => story.end())

const english = { language: 'en', zone: 'Europe/London' } as const
let count = 0

/** A word in private, with what the platform knows of whoever says it. */
const says = async (user: string, text: string, locale: Inbound['locale']): Promise<void> => {
  count += 1
  const place = { platform: 'web', team: 'local', conversation: `direct:${user}`, direct: true } as const
  const message = {
    platform: 'web',
    team: 'local',
    conversation: `direct:${user}`,
    message: `l${count}`,
  } as const
  await story.bot.app.receive({
    kind: 'message',
    key: `l${count}`,
    who: { platform: 'web', team: 'local', user },
    place,
    at: story.now(),
    text,
    message,
    addressed: true,
    ...(locale === undefined ? {} : { locale }),
  })
  await story.settle()
}
const newest = (user: string) => story.posts(`direct:${user}`).at(-1)
const observed = async () =>
  (await story.store.events('directory/yunheng')).filter(({ event }) => event.type === 'directory.observed')
const reads = async (user: string) => {
  const { directory } = await story.store.directories.of('yunheng')
  const person = directory.people[user]
  return person && [languageOf(directory, person), zoneOf(directory, person)]
}

describe('somebody whose language and zone nobody stated', () => {
  it('is answered as their platform has it, from the first word on, and told so afterwards', async () => {
    await says('zhao', 'help', english)
    expect(newest('zhao')).toMatchObject({ language: 'en', zone: 'Europe/London' })
    await story.says('zhao', '三楼打印机坏了')
    expect(newest('zhao')).toMatchObject({ language: 'en', zone: 'Europe/London' })
    expect(newest('zhao')?.card.title).toContain('HX-1')
    await story.presses('li', { flow: 'claim', item: 'HX-1' })
    expect(newest('zhao')).toMatchObject({ language: 'en', zone: 'Europe/London' })
  })

  it('is read in their organisation’s where the platform knows nothing', async () => {
    await says('zhao', 'help', undefined)
    expect(newest('zhao')).toMatchObject({ language: 'zh-CN', zone: 'Asia/Shanghai' })
    await says('zhao', 'help', { zone: 'Europe/London' })
    expect(newest('zhao')).toMatchObject({ language: 'zh-CN', zone: 'Europe/London' })
    await says('zhao', 'help', { zone: 'Not/AZone' })
    expect(newest('zhao')).toMatchObject({ language: 'zh-CN', zone: 'Europe/London' })
  })

  it('is recorded once, by the bot, and again only when it changes', async () => {
    for (let turn = 0; turn < 3; turn += 1) await says('zhao', 'help', english)
    await says('zhao', 'help', undefined)
    expect((await observed()).map(({ event }) => event)).toEqual([
      { type: 'directory.observed', person: 'zhao', ...english, at: story.now(), by: { kind: 'bot' } },
    ])
    await says('zhao', 'help', { ...english, zone: 'Europe/Paris' })
    expect(await observed()).toHaveLength(2)
    expect(await reads('zhao')).toEqual(['en', 'Europe/Paris'])
  })

  it('keeps what they chose themselves', async () => {
    await story.says('zhao', '语言 中文')
    await says('zhao', 'help', english)
    expect(newest('zhao')).toMatchObject({ language: 'zh-CN', zone: 'Europe/London' })
    await says('zhao', 'language english', { ...english, language: 'zh-CN' })
    expect(newest('zhao')?.card.summary).toBe(texts('en').flows.preferLanguage.done)
    expect(await reads('zhao')).toEqual(['en', 'Europe/London'])
  })

  it('keeps it when the organisation file is applied again, until the file states it', async () => {
    await says('zhao', 'help', english)
    await reorganise(story, ['name: 李伟', 'name: 李大伟'])
    expect(await reads('zhao')).toEqual(['en', 'Europe/London'])
    await reorganise(story, ['name: 赵敏\n', 'name: 赵敏\n    language: zh-CN\n'])
    expect(await reads('zhao')).toEqual(['zh-CN', 'Europe/London'])
  })

  it('is many people at once: nobody’s word is lost', async () => {
    const people = ['li', 'chen', 'zhou', 'zhao', 'sun', 'emma', 'oliver']
    await Promise.all(people.map((user) => says(user, 'help', { language: 'en', zone: 'Europe/Paris' })))
    for (const user of people) expect(await reads(user), user).toEqual(['en', 'Europe/Paris'])
  })
})

describe('somebody whose language the file states', () => {
  it('is read in that, whatever the platform knows; nothing of a stranger is kept', async () => {
    await says('wang', 'help', { language: 'zh-CN' })
    expect(newest('wang')?.language).toBe('en')
    await says('nobody', 'help', english)
    expect(await observed()).toEqual([])
  })
})

describe('a button pressed with a locale', () => {
  it('is answered in it', async () => {
    const reply = await story.bot.app.receive({
      kind: 'press',
      key: 'first',
      who: { platform: 'web', team: 'local', user: 'sun' },
      place: { platform: 'web', team: 'local', conversation: 'direct:sun', direct: true },
      at: story.now(),
      locale: english,
      press: { flow: 'help' },
    })
    expect(reply).toMatchObject({ card: { title: texts('en').helping.title } })
  })
})

describe('the zone of what is read in a room', () => {
  it.each([
    ['bluebird', 'emma', 'li', 'BB-1', 'Europe/London', /As of [^.]* (GMT|BST)\./],
    ['huaxin', 'zhao', 'wang', 'HX-1', 'Asia/Shanghai', /截至[^。]*（GMT\+8）。/],
  ] as const)(
    'is the room’s and is named, whoever asks: %s',
    async (room, reporter, asker, id, zone, asOf) => {
      const there = { in: room, addressed: true }
      await story.says(reporter, 'The till is down', there)
      await story.says(asker, `status ${id}`, there)
      expect(JSON.stringify(story.posts(room).at(-1)?.card)).toMatch(asOf)
      await story.says(asker, `told ${id}`, there)
      const told = story.posts(room).at(-1)
      expect(told?.zone).toBe(zone)
      expect(JSON.stringify(told?.card)).toContain(zone)
      await story.says(reporter, 'home', there)
      expect(JSON.stringify(story.posts(room).at(-1)?.card)).toMatch(/GMT|BST/)
    },
  )
})

describe('a supplier in Shanghai with a customer in London', () => {
  it('T30 shows each the same moments by their own clock, and keeps them by none', async () => {
    await story.says('emma', 'Our VPN has been down for the whole office since nine', {
      in: 'bluebird',
      addressed: true,
    })
    await story.says('emma', 'history BB-1')
    await story.says('wang', 'history BB-1')
    for (const theirs of ['bluebird', 'direct:emma']) {
      expect(story.shown(theirs)).toContain('Mon 2 Nov 02:00 GMT')
      expect(story.shown(theirs)).not.toMatch(/10:0\d/)
    }
    expect(story.shown('bluebird')).toContain('due 02:03')
    expect(story.shown('engineers')).toContain('10:03到期')
    expect(story.shown('direct:wang')).toContain('Mon 2 Nov 10:00 GMT+8')
    for (const ours of ['engineers', 'direct:wang']) expect(story.shown(ours)).not.toMatch(/02:0\d/)
    const moments = (await story.store.events('BB-1')).map(({ event }) => event.at)
    expect(new Set(moments)).toEqual(new Set([story.now()]))
    expect((await story.ticket('BB-1')).promised.response.since).toBe(Date.UTC(2026, 10, 2, 2))
  })
})
