import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { actsOf } from '../../adapters/web/inbound.ts'
import { flows } from '../../flows/index.ts'
import type { Actor } from '../../src/domain/item/item.ts'
import { some } from '../support/length.ts'
import type { Story } from '../support/story.ts'
import { startStory } from '../support/story.ts'

let story: Story
beforeEach(async () => {
  story = await startStory()
  await story.says('zhao', '华信的秘密打印机坏了')
})
afterEach(() => story.end())

const theirs = 'HX-1'
const nobodys = 'HX-77'
const seq = async () => (await story.store.load([theirs]))[0]?.seq

/** An answer without the number that was asked for. */
const besides = (value: unknown, number: string) => JSON.stringify(value).replaceAll(number, '…')

describe('another customer’s ticket', () => {
  const aboutTickets = flows.filter(({ about }) => about !== 'nothing')

  it('T49 T47 by any button or form is as absent as one that never was', async () => {
    const before = await seq()
    const values = { text: 'x', description: 'x', score: '1', reason: 'x', to: 'li', master: 'BB-1' }
    for (const { name: flow } of aboutTickets)
      for (const choice of [undefined, 'follow', 'score:1', 'approved', 'impact:high']) {
        const press = (item: string) => ({ flow, item, ...(choice === undefined ? {} : { choice }) })
        const asked = await story.presses('emma', press(theirs))
        expect(asked, flow).toMatchObject({ kind: 'refuse' })
        expect(besides(asked, theirs), flow).toBe(
          besides(await story.presses('emma', press(nobodys)), nobodys),
        )
        const sent = await story.fills('oliver', press(theirs), values)
        expect(besides(sent, theirs), flow).toBe(
          besides(await story.fills('oliver', press(nobodys), values), nobodys),
        )
      }
    expect(await seq()).toBe(before)
  })

  it('T49 by every word that opens a conversation is as absent as one that never was', async () => {
    const answers = async (text: string) => {
      const before = story.posts('direct:emma').length
      await story.says('emma', text)
      return story
        .posts('direct:emma')
        .slice(before)
        .map(({ card }) => card)
    }
    const openers = aboutTickets.flatMap(({ opensWith }) => [...opensWith.en, ...opensWith['zh-CN']])
    for (const opener of some(openers, 3)) {
      story.sleeps(3_000) // nobody types all of them in a minute
      const asked = await answers(`${opener} ${theirs}`)
      const never = await answers(`${opener} ${nobodys}`)
      expect(asked.length, opener).toBe(1)
      expect(besides(asked, theirs), opener).toBe(besides(never, nobodys))
    }
    expect(story.shown('direct:emma')).not.toContain('秘密')
  })

  it('T49 is in no list, and its words and its thread say nothing', async () => {
    const lists = flows.filter(({ about }) => about === 'nothing')
    for (const { name, opensWith } of lists) {
      await story.presses('emma', { flow: name })
      const [words] = opensWith.en
      if (words !== undefined && name !== 'report') await story.says('emma', words)
    }
    const [root] = story.posts('direct:zhao')
    await story.says('emma', 'status', { in: 'huaxin', addressed: true })
    await story.says('emma', 'and for me?', {
      in: 'huaxin',
      thread: root?.ref.message ?? '',
      addressed: true,
    })
    for (const shown of [story.shown('direct:emma'), story.shown('bluebird')]) {
      expect(shown).not.toContain('秘密')
      expect(shown).not.toContain(theirs)
    }
    const said = story.posts('huaxin').filter(({ card }) => JSON.stringify(card).includes(theirs))
    expect(said).toEqual([])
  })
})

describe('a press nobody drew', () => {
  it('T47 of an unknown flow, or with values that were never offered, changes nothing', async () => {
    await story.presses('li', { flow: 'claim', item: theirs })
    const before = await seq()
    for (const flow of ['ticket.close', 'constructor', '__proto__', 'close; drop table items', ''])
      expect(await story.presses('chen', { flow, item: theirs }), flow).toMatchObject({ kind: 'refuse' })
    const tampered = [
      await story.presses('zhao', { flow: 'assess', item: theirs, choice: 'impact:everything' }),
      await story.fills('li', { flow: 'override', item: theirs }, { priority: 'P0', reason: 'x' }),
      await story.fills('li', { flow: 'reassign', item: theirs }, { to: 'emma', reason: 'x', text: 'x' }),
      await story.fills('li', { flow: 'ask', item: theirs }, { kind: 'money', text: 'x', of: 'emma' }),
      await story.presses('zhao', { flow: 'rate', item: theirs, choice: 'score:9' }),
    ]
    for (const reply of tampered) expect(reply.kind).not.toBe('done')
    expect(await seq()).toBe(before)
  })
})

describe('nobody presses for the other side', () => {
  const solution = { description: '换了一根网线', workaround: 'no' }
  const resolved = async () => {
    await story.presses('li', { flow: 'claim', item: theirs })
    await story.fills('li', { flow: 'resolve', item: theirs }, solution)
  }
  const as = (id: string): Actor => ({ kind: 'person', id, side: 'supplier', org: 'yunheng' })

  it('T51 the supplier’s people and the bot itself cannot confirm for the customer', async () => {
    await resolved()
    const before = await seq()
    for (const user of ['li', 'wang', 'chen', 'zhou']) {
      for (const press of [
        { flow: 'confirm_solution', item: theirs },
        { flow: 'rate', item: theirs, choice: 'score:5' },
      ])
        expect(await story.presses(user, press), user).toMatchObject({ kind: 'refuse' })
      expect(await story.fills(user, { flow: 'reject_solution', item: theirs }, { text: 'x' })).toMatchObject(
        {
          kind: 'refuse',
        },
      )
      await story.says(user, `solved ${theirs}`)
    }
    const forged: readonly Actor[] = [
      as('chen'),
      { kind: 'bot' },
      { kind: 'operator' },
      { kind: 'person', id: 'zhao', side: 'supplier', org: 'yunheng' },
      { kind: 'person', id: 'chen', side: 'customer', org: 'huaxin' },
      { kind: 'person', id: 'emma', side: 'customer', org: 'huaxin' },
    ]
    for (const by of forged) {
      const wish = { do: 'ticket.confirm_solution' } as const
      expect((await story.bot.order([{ item: theirs, wish }], by)).ok, JSON.stringify(by)).toBe(false)
    }
    expect(await seq()).toBe(before)
  })

  it('T53 the person in charge cannot close before the customer agreed, however they try', async () => {
    await resolved()
    const before = await seq()
    for (let turn = 0; turn < 2; turn += 1)
      expect(await story.presses('chen', { flow: 'close', item: theirs })).toMatchObject({ kind: 'refuse' })
    await story.says('chen', `关闭 ${theirs}`)
    expect((await story.bot.order([{ item: theirs, wish: { do: 'ticket.close' } }], as('chen'))).ok).toBe(
      false,
    )
    expect(await seq()).toBe(before)
    await story.passes(40 * 60_000)
    expect(await story.ticket(theirs)).toMatchObject({ status: 'resolved' })
  })
})

describe('a program that talks', () => {
  it('T44 is nobody: its messages make no ticket and are not answered', async () => {
    const tickets = async () =>
      (await story.store.as({ person: 'chen', side: 'supplier', org: 'yunheng' }).list({ list: 'open' }))
        .length
    const before = [await tickets(), story.chat.posts.length]
    for (let turn = 0; turn < 20; turn += 1)
      for (const room of ['huaxin', 'engineers'])
        await story.says('accord', 'Our VPN is down for everybody', { in: room, addressed: false })
    expect([await tickets(), story.chat.posts.length]).toEqual(before)
  })

  it('T44 and is the bot itself, is not heard at all', () => {
    const [post] = story.posts('direct:zhao')
    if (post === undefined) throw new Error('the bot said nothing')
    const { card, language, zone } = post
    const content = { kind: 'posted', card, language, zone } as const
    const own = { id: '1', changed: 1, key: '/post/1', conversation: 'direct:zhao', at: 0, edits: 0, content }
    expect(actsOf(own)).toEqual([])
    expect(actsOf({ ...own, editedAt: 1, edits: 1, deletedAt: 2 })).toEqual([])
  })
})

describe('a channel that nobody linked', () => {
  it('is a line in the log once a day, not one for each word', async () => {
    const lines = () => story.problems.filter((line) => line.includes('a stranger was heard'))
    for (const text of ['早', '今天吃什么', '随便']) await story.says('zhao', text, { in: 'unlinked' })
    expect(lines()).toHaveLength(1)
    expect(lines()[0]).toContain('unlinked')
    await story.says('zhao', '晚', { in: 'another' })
    expect(lines()).toHaveLength(2)
    story.sleeps(24 * 3_600_000)
    for (const text of ['早', '早安']) await story.says('zhao', text, { in: 'unlinked' })
    expect(lines()).toHaveLength(3)
  })
})
