import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { moveRoom } from '../../src/app/move-room.ts'
import { visitorOf } from '../../src/app/speaker/speaking.ts'
import type { Press } from '../../src/chat/card.ts'
import type { Values } from '../../src/chat/form.ts'
import type { Place } from '../../src/chat/inbound.ts'
import { roomAt } from '../../src/domain/people/find.ts'
import type { Language } from '../../src/domain/people/sides.ts'
import { texts } from '../../src/text/texts.ts'
import { reorganise } from '../support/reorganise.ts'
import type { Story } from '../support/story.ts'
import { startStory } from '../support/story.ts'

let story: Story
beforeEach(async () => {
  story = await startStory()
})
afterEach(() => story.end())

const room = 'nowhere'
const here: Place = { platform: 'web', team: 'local', conversation: room, direct: false }
const confirm: Press = { flow: 'confirm_link', choice: 'huaxin' }
const refuse: Press = { flow: 'refuse_link', choice: 'huaxin' }

const mentions = (who: string, text: string) => story.says(who, text, { in: room, addressed: true })
const newest = () => story.posts(room).at(-1)?.card
const linkedTo = async (conversation = room) =>
  roomAt((await story.store.directories.of('yunheng')).directory, 'web', 'local', conversation)?.org
const directoryEvents = async (prefix: string) =>
  (await story.types('directory/yunheng')).filter((type) => type.startsWith(prefix))
const opens = async (who: string, reply: { readonly kind: string }, values: Values) => {
  expect(reply.kind).toBe('ask')
  const form = { flow: 'link' }
  const at = { key: `form/${who}/${values.org}`, who: { platform: 'web', team: 'local', user: who } } as const
  const sent = await story.bot.app.receive({
    kind: 'submit',
    ...at,
    place: here,
    at: story.now(),
    form,
    values,
  })
  await story.settle()
  return sent
}

describe('a channel the bot does not know', () => {
  it('is linked by the supplier’s administrator and the customer’s contact together, both on record', async () => {
    await mentions('chen', 'link HX')
    const question = story.posts(room).find(({ card }) => card.buttons.length > 0)
    expect(question?.card.buttons.map(({ press }) => press)).toEqual([confirm, refuse])
    expect(question?.language).toBe('zh-CN')
    expect(await linkedTo()).toBeUndefined()

    await mentions('zhao', '打印机坏了')
    expect(await story.store.load(['HX-1'])).toEqual([])

    expect(await story.presses('sun', confirm, room)).toMatchObject({
      kind: 'done',
      saying: expect.stringContaining('华信制造'),
    })
    expect(await linkedTo()).toBe('huaxin')
    expect(newest()?.summary).toContain('频道已关联')
    const log = (await story.store.events('directory/yunheng')).map(({ event }) => event)
    expect(log.filter(({ type }) => type.includes('link'))).toMatchObject([
      { type: 'directory.link_proposed', by: { id: 'chen' }, at: story.now() },
      { type: 'directory.linked', by: { id: 'sun' }, at: story.now() },
    ])

    await mentions('zhao', '打印机坏了')
    expect(await story.ticket('HX-1')).toMatchObject({ title: '打印机坏了' })
  })

  it.each([
    ['chen', 'zh-CN', '关联 华信制造'],
    ['wang', 'en', 'link to huaxin'],
  ] as const)('takes the customer’s name or id from %s, in either language', async (who, language, words) => {
    await reorganise(story, [
      /roles: \[engineer\]\n {4}language: en/,
      'roles: [engineer, administrator]\n    language: en',
    ])
    await mentions(who, words)
    const asked = texts(language).link.asked('华信制造')
    expect(story.posts(room).map(({ card }) => card.summary)).toContain(asked)
  })

  it('is asked for when no customer is named, or none of that name: nothing is guessed', async () => {
    for (const words of ['link', 'link 华', 'link HX2']) {
      const reply = await story.commands('chen', words, room)
      expect(reply).toMatchObject({
        form: {
          flow: 'link',
          fields: [{ choices: [{ id: 'huaxin' }, { id: 'bluebird' }, { id: 'yunheng' }] }],
        },
      })
    }
    expect(story.posts(room)).toEqual([])
    const reply = await story.commands('chen', 'link', room)
    expect(await opens('chen', reply, { org: 'theirs' })).toMatchObject({ kind: 'amend' })
    expect(await opens('chen', reply, { org: 'bluebird' })).toMatchObject({ kind: 'done' })
    expect(newest()).toMatchObject({ buttons: [{ press: { choice: 'bluebird' } }, {}] })
    expect(story.posts(room).at(-1)?.language).toBe('en')
  })

  it('becomes the engineers’ own room at once, without any customer', async () => {
    const reply = await story.commands('chen', 'link', room)
    expect(await opens('chen', reply, { org: 'yunheng' })).toMatchObject({ kind: 'done' })
    expect(await linkedTo()).toBe('yunheng')
    await mentions('emma', 'queue')
    expect(newest()?.summary).toBe(texts('en').app.unknownPlace)
  })

  it('T50 T51 is confirmed by nobody else, and each hears who may', async () => {
    await mentions('chen', 'link HX')
    for (const [who, language] of [
      ['oliver', 'en'],
      ['emma', 'en'],
      ['zhao', 'zh-CN'],
      ['chen', 'zh-CN'],
      ['wang', 'en'],
    ] as const)
      for (const press of [confirm, refuse])
        expect(await story.presses(who, press, room), who).toMatchObject({
          kind: 'refuse',
          saying: texts(language).link.refusals.link_contacts_only('华信制造'),
        })
    const others = { ...confirm, choice: 'bluebird' }
    expect(await story.presses('oliver', others, room)).toMatchObject({ kind: 'refuse' })
    expect(await story.presses('stranger', confirm, room)).toMatchObject({
      kind: 'refuse',
      saying: expect.stringContaining(texts('en').app.unknownPerson),
    })
    // The question is about the channel it stands in, and pressed anywhere else it is about nothing.
    expect(await story.presses('sun', confirm, 'direct:sun')).toMatchObject({ kind: 'refuse' })
    expect(await story.presses('sun', confirm, 'elsewhere')).toMatchObject({ kind: 'refuse' })
    expect(await linkedTo()).toBeUndefined()
  })

  it('stays unknown when the customer’s side refuses, and the administrator is told', async () => {
    await mentions('chen', 'link HX')
    expect(await story.presses('sun', refuse, room)).toMatchObject({ kind: 'done' })
    expect(story.shown('direct:chen')).toContain('孙磊表示')
    expect(await story.presses('sun', confirm, room)).toMatchObject({ kind: 'refuse' })
    expect(await linkedTo()).toBeUndefined()
    expect(await directoryEvents('directory.link')).toEqual([
      'directory.link_proposed',
      'directory.link_refused',
    ])
  })

  it('is confirmed once, however often the button is pressed', async () => {
    await mentions('chen', 'link HX')
    await story.presses('sun', confirm, room, 'same')
    await story.presses('sun', confirm, room, 'same')
    expect(await story.presses('sun', confirm, room)).toMatchObject({
      kind: 'refuse',
      saying: texts('zh-CN').link.refusals.link_exists('华信制造'),
    })
    expect(await directoryEvents('directory.linked')).toHaveLength(1)
  })
})

describe('the question whose channel it is', () => {
  const stated = `channels:\n  ours: { organisation: huaxin, platform: web, conversation: ${room} }\n`
  it.each([
    ['confirmed', () => story.presses('sun', confirm, room)],
    ['refused', () => story.presses('sun', refuse, room)],
    ['taken back', () => mentions('chen', 'unlink')],
    ['asked of another customer', () => mentions('chen', 'link BB')],
    ['asked again', () => mentions('chen', 'link HX')],
    ['settled by the organisation file', () => reorganise(story, ['channels:\n', stated])],
  ])('R3 offers no answer any more once it is %s, and says so', async (_, settles) => {
    await mentions('chen', 'link HX')
    const [question] = story.posts(room)
    if (question === undefined) throw new Error('nothing was asked')
    expect(question).toMatchObject({ redrawn: 0, card: { buttons: [{ press: confirm }, { press: refuse }] } })
    // What else changes in the directory leaves it as it is.
    await story.presses('emma', { flow: 'prefer_language', choice: 'zh-CN' })
    expect(story.posts(room)[0]).toEqual(question)
    story.sleeps(1_000)
    await settles()
    await story.settle()
    const now = story.posts(room).find(({ ref }) => ref.message === question.ref.message)
    expect(now).toMatchObject({ redrawn: 1, card: { title: question.card.title, buttons: [] } })
    expect(now?.card.blocks.at(-1)).toMatchObject({ text: texts('zh-CN').link.question.settled })
    expect(await story.store.living.at(question.ref)).toBeUndefined()
  })

  it('leaves the one that waits its buttons, in the language of whom it asks', async () => {
    await mentions('chen', 'link BB')
    story.sleeps(1_000)
    await mentions('chen', 'link BB')
    const asked = story.posts(room).filter(({ card }) => card.title === texts('en').link.question.title)
    expect(asked.map(({ card }) => card.buttons.length)).toEqual([0, 2])
    expect(asked[0]?.card.blocks.at(-1)).toMatchObject({ text: texts('en').link.question.settled })
    await story.presses('oliver', { ...confirm, choice: 'bluebird' }, room)
    expect(await linkedTo()).toBe('bluebird')
  })
})

describe('in a channel the bot does not know', () => {
  const hint = async (who: string) => {
    const before = story.posts(room).length
    await mentions(who, 'queue')
    return story
      .posts(room)
      .slice(before)
      .map(({ card }) => card.summary)
  }

  it('the administrator hears how to link it, a customer’s person who can, the others that nothing is shown', async () => {
    const said = (language: Language) => texts(language).link.unknown
    expect(await hint('chen')).toEqual([said('zh-CN').administrator])
    expect(await hint('emma')).toEqual([said('en').customer('云衡运维 / Yunheng Operations')])
    expect(await hint('wang')).toEqual([texts('en').app.unknownPlace])
    await mentions('chen', 'link HX')
    for (const who of ['chen', 'zhao']) expect(await hint(who)).toEqual([said('zh-CN').asked('华信制造')])
    // Whose channel it may become is not another customer's to know.
    expect(await hint('emma')).toEqual([said('en').customer('云衡运维 / Yunheng Operations')])
  })

  it('T50 nothing else runs: no list, no ticket, no duty, no contact, for anybody, before or after the question', async () => {
    await story.says('zhao', '华信的秘密打印机坏了')
    const words = [
      'queue',
      'tickets',
      'duty',
      'levels',
      'channels',
      'help',
      'status HX-1',
      'contact HX-1',
      'HX-1',
    ]
    for (const question of [false, true]) {
      if (question) await mentions('chen', 'link HX')
      for (const who of ['chen', 'li', 'zhao', 'sun', 'emma']) {
        for (const text of words) await mentions(who, text)
        for (const flow of ['queue', 'duty', 'levels', 'status', 'history', 'claim'])
          expect(await story.presses(who, { flow, item: 'HX-1' }, room), flow).toMatchObject({
            kind: 'refuse',
          })
      }
    }
    expect(story.shown(room)).not.toMatch(/秘密|HX-1|李伟|值班/)
    expect(await story.types('HX-1')).toEqual(['ticket.reported', 'ticket.dispatched'])
  })

  it('T50 whoever may act there reads nothing, whatever organisation they are of', async () => {
    await story.says('zhao', '华信的秘密打印机坏了')
    const { directory } = await story.store.directories.of('yunheng')
    for (const user of ['chen', 'zhao', 'emma']) {
      const visitor = visitorOf(directory, { who: { platform: 'web', team: 'local', user } })
      if (visitor === undefined) throw new Error(`${user} is not known`)
      expect(visitor.audience).toBe('customer')
      const scoped = story.store.as(visitor.reader)
      expect(await scoped.item('HX-1')).toBeUndefined()
      expect(await scoped.item('directory/yunheng')).toBeUndefined()
      expect(await scoped.list({ list: 'open' })).toEqual([])
    }
  })

  it('only an administrator’s word links; a customer’s is never taken for it', async () => {
    for (const who of ['li', 'zhao', 'sun', 'emma', 'stranger']) {
      await mentions(who, 'link HX')
      await mentions(who, 'unlink')
      for (const flow of ['link', 'unlink'])
        expect(await story.presses(who, { flow }, room), who).toMatchObject({ kind: 'refuse' })
    }
    expect(await directoryEvents('directory.link')).toEqual([])
  })
})

describe('a linked channel', () => {
  beforeEach(async () => {
    await mentions('chen', 'link HX')
    await story.presses('sun', confirm, room)
  })

  it('says so when it is linked again', async () => {
    await mentions('chen', 'link BB')
    expect(newest()?.summary).toBe(texts('zh-CN').link.refusals.link_exists('华信制造'))
    await story.says('chen', 'link BB', { in: 'bluebird', addressed: true })
    expect(story.posts('bluebird').at(-1)?.card.summary).toContain('Bluebird Books')
    expect(await story.commands('chen', 'link HX')).toMatchObject({
      kind: 'refuse',
      saying: texts('zh-CN').link.onlyInChannel,
    })
    expect(await linkedTo()).toBe('huaxin')
  })

  it('survives the organisation file, which wins where it states the same conversation', async () => {
    await reorganise(story)
    expect(await linkedTo()).toBe('huaxin')
    await reorganise(story, [
      'channels:\n',
      `channels:\n  ours: { organisation: bluebird, platform: web, conversation: ${room} }\n`,
    ])
    expect(await linkedTo()).toBe('bluebird')
    expect(await story.commands('chen', 'unlink', room)).toMatchObject({
      kind: 'refuse',
      saying: texts('zh-CN').link.refusals.link_stated('Bluebird Books'),
    })
  })

  it('is unlinked by an administrator: from then on it shows nothing', async () => {
    await mentions('zhao', '打印机坏了')
    await mentions('chen', '取消关联')
    expect(await linkedTo()).toBeUndefined()
    expect(story.shown(room)).toContain('陈静取消了此频道的关联')
    await mentions('zhao', 'status HX-1')
    expect(newest()?.summary).toBe(texts('zh-CN').link.unknown.customer('云衡运维 / Yunheng Operations'))
    await mentions('chen', 'unlink')
    expect(newest()?.summary).toBe(texts('zh-CN').link.refusals.link_missing(''))
  })

  it('T50 shows nothing of its tickets once it is unlinked, nor as another customer’s: the reporter hears in private', async () => {
    await mentions('zhao', '打印机坏了')
    await story.presses('li', { flow: 'claim', item: 'HX-1' })
    const shown = () => story.shown(room).split('HX-1').length
    const redrawn = () =>
      story
        .posts(room)
        .filter(({ card }) => JSON.stringify(card).includes('HX-1'))
        .reduce((sum, post) => sum + post.redrawn, 0)
    const before = [shown(), redrawn()]
    await mentions('chen', 'unlink')
    await story.fills('li', { flow: 'update', item: 'HX-1' }, { text: '备件明天到' })
    expect(story.shown('direct:zhao')).toContain('备件明天到')
    await mentions('chen', 'link BB')
    await story.presses('oliver', { flow: 'confirm_link', choice: 'bluebird' }, room)
    expect(await linkedTo()).toBe('bluebird')
    await story.fills('li', { flow: 'update', item: 'HX-1' }, { text: '备件已到' })
    expect(story.shown('direct:zhao')).toContain('备件已到')
    expect(story.shown(room)).not.toMatch(/备件/)
    expect([shown(), redrawn()]).toEqual(before)
  })

  it('is the same channel under another id: its thread, its card and its people go on', async () => {
    const report = await mentions('zhao', '打印机坏了')
    await moveRoom({ order: story.bot.order, store: story.store })({
      ...{ platform: 'web', team: 'local', from: room, to: 'renamed' },
    })
    await moveRoom({ order: story.bot.order, store: story.store })({
      ...{ platform: 'web', team: 'local', from: room, to: 'renamed' },
    })
    expect(await linkedTo('renamed')).toBe('huaxin')
    await story.says('zhao', '三楼也是', { in: 'renamed', thread: report })
    expect((await story.types('HX-1')).at(-1)).toBe('ticket.message_added')
    const before = story.posts('renamed').length
    await story.presses('li', { flow: 'claim', item: 'HX-1' })
    expect(story.posts('renamed').slice(before)).toMatchObject([{ place: { thread: report } }])
    const [card] = await story.store.living.stale(story.now(), 100, 0)
    expect(card).toBeUndefined()
    expect((await directoryEvents('directory.room_moved')).length).toBe(1)
  })
})
