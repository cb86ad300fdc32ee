import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { leaves, moves, reorganise } from '../support/reorganise.ts'
import type { Story } from '../support/story.ts'
import { startStory } from '../support/story.ts'

let story: Story
beforeEach(async () => {
  story = await startStory()
})
afterEach(() => story.end())

const minutes = 60_000
const told = (conversation: string) => story.posts(conversation).length

/** The changes by which somebody of one side is of the other one from now on, with a role that it has. */
const changesSide = (id: string, to: string, role: string) =>
  [moves(id, to), [new RegExp(`(${id}:[\\s\\S]*?roles: )\\[[^\\]]+\\]`), `$1[${role}]`]] as const

describe('somebody who moved to another organisation', () => {
  it.each([
    ['another customer', [moves('zhao', 'bluebird')]],
    ['the supplier', changesSide('zhao', 'yunheng', 'engineer')],
  ])('T50 hears nothing more of what they reported, now of %s; the contact does', async (_, changes) => {
    const root = await story.says('zhao', '核心交换机不通')
    await story.says('li', 'claim HX-1')
    await reorganise(story, ...changes)
    await story.says('zhao', '还是不通', { thread: root })
    const before = told('direct:zhao')
    const drawn = story.posts('direct:zhao')[0]?.redrawn
    const contact = told('direct:sun')
    await story.says('li', 'update HX-1 10.0.0.5 back')
    await story.says('li', 'resolve HX-1: 换了电源')
    expect(told('direct:zhao')).toBe(before)
    expect(told('direct:sun')).toBeGreaterThan(contact + 1)
    expect(story.shown('direct:sun')).toContain('10.0.0.5 back')
    expect(story.posts('direct:zhao')[0]?.redrawn).toBe(drawn)
    expect(await story.types('HX-1')).not.toContain('ticket.message_added')
    await story.presses('sun', { flow: 'confirm_solution', item: 'HX-1' })
    expect((await story.ticket('HX-1')).resolution?.consent?.by).toBe('sun')
    expect(story.problems).toEqual([])
  })

  it('T54 is told where their account is now; nothing more goes to the one they had, whoever has it', async () => {
    await story.says('zhao', '核心交换机不通')
    await story.says('li', 'claim HX-1')
    const before = told('direct:zhao')
    const drawn = story.posts('direct:zhao')[0]?.redrawn
    const emma = ['platform: web, user: emma }', 'platform: web, user: zhao }'] as const
    await reorganise(story, ['platform: web, user: zhao }', 'platform: web, user: zhao2 }'], emma)
    await story.says('li', 'update HX-1 10.0.0.5 back')
    await story.says('li', 'resolve HX-1: 换了电源')
    expect([told('direct:zhao'), story.posts('direct:zhao')[0]?.redrawn]).toEqual([before, drawn])
    expect(story.shown('direct:zhao2')).toContain('10.0.0.5 back')
    await story.presses('zhao2', { flow: 'confirm_solution', item: 'HX-1' })
    expect((await story.ticket('HX-1')).resolution?.consent?.by).toBe('zhao')
    expect(story.problems).toEqual([])
  })

  it('T50 is sent nothing that was owed to them before they moved', async () => {
    await story.says('zhao', '核心交换机不通')
    await story.says('li', 'claim HX-1')
    const before = told('direct:zhao')
    story.chat.delay(1000)
    await story.says('li', 'update HX-1 10.0.0.5 back')
    await reorganise(story, moves('zhao', 'bluebird'))
    story.chat.delay(0)
    story.sleeps(2000)
    await story.settle()
    expect(told('direct:zhao')).toBe(before)
    expect(story.shown('direct:sun')).toContain('10.0.0.5 back')
  })

  it('has what they write in an old thread heard as a report of their new organisation', async () => {
    const root = await story.says('zhao', '核心交换机不通')
    await reorganise(story, moves('zhao', 'bluebird'))
    await story.says('zhao', 'Our printer is on fire', { thread: root })
    expect((await story.ticket('BB-1')).reporter).toBe('zhao')
    expect(await story.types('HX-1')).not.toContain('ticket.message_added')
  })
})

describe('a customer who has other letters before their numbers', () => {
  it('is understood by the number that a ticket has, on both sides', async () => {
    await story.says('zhao', '核心交换机不通')
    await reorganise(story, ['key: HX', 'key: HUA'])
    await story.says('li', 'claim HX-1')
    await story.says('zhao', 'hx-1 三楼也不通')
    expect((await story.ticket('HX-1')).assignee).toBe('li')
    expect(story.shown('direct:li')).toContain('三楼也不通')
    await story.says('emma', 'hx-1 is about COVID-19')
    expect((await story.ticket('BB-1')).text).toContain('COVID-19')
  })
})

describe('a person who was asked and left', () => {
  it('M2.C1 pauses no clock for ever: the contact and the supplier hear it, and the contact answers', async () => {
    await story.says('zhao', '核心交换机不通')
    await story.says('li', 'claim HX-1')
    await story.fills(
      'li',
      { flow: 'ask', item: 'HX-1' },
      { kind: 'information', text: '哪个端口？', of: 'zhao' },
    )
    expect((await story.ticket('HX-1')).status).toBe('on_hold')
    await reorganise(story, leaves('zhao'))
    const contact = told('direct:sun')
    const owner = told('direct:li')
    await story.passes(3 * minutes)
    expect(told('direct:sun')).toBeGreaterThan(contact)
    expect(told('direct:li')).toBeGreaterThan(owner)
    expect(JSON.stringify(story.posts('direct:sun').at(-1))).toContain('"flow":"answer"')
    await story.says('sun', '端口 12')
    const ticket = await story.ticket('HX-1')
    expect([ticket.status, ticket.ask]).toEqual(['in_progress', undefined])
    expect(story.problems).toEqual([])
  })
})

describe('a reporter who was asked about a lower priority and left', () => {
  const propose = () =>
    story.fills(
      'li',
      { flow: 'override', item: 'HX-1' },
      { priority: 'P4', reason: '只影响一台', agreed: 'yes' },
    )

  it('RS.5c has the contact asked at once in their place, who answers', async () => {
    await story.says('zhao', '三楼打印机卡纸')
    await story.says('li', 'claim HX-1')
    await propose()
    expect((await story.ticket('HX-1')).downgrade).toMatchObject({ of: ['zhao'], priority: 'P4' })
    const contact = told('direct:sun')
    const owner = told('direct:li')
    await reorganise(story, leaves('zhao'))
    await story.settle()
    expect(told('direct:sun')).toBe(contact + 1)
    // The owner is told with what else is good to know.
    expect(told('direct:li')).toBe(owner)
    const evidence = await story.store.as({ person: 'li', side: 'supplier', org: 'yunheng' }).told('HX-1')
    expect(evidence.filter(({ about }) => about === 'ticket.downgrade_reminded')).toMatchObject([
      { person: 'sun', status: 'sent' },
      { person: 'li', status: 'owed', notBefore: expect.any(Number) },
      { room: 'engineers', status: 'sent' },
    ])
    expect(JSON.stringify(story.posts('direct:sun').at(-1))).toContain('"flow":"agree_downgrade"')
    await story.passes(minutes)
    expect((await story.types('HX-1')).filter((type) => type === 'ticket.downgrade_reminded')).toHaveLength(1)
    await story.presses('sun', { flow: 'agree_downgrade', item: 'HX-1' })
    expect((await story.ticket('HX-1')).priority).toBe('P4')
    expect(story.problems).toEqual([])
  })

  it('RS.5c is not asked anew where it was the contact who was asked', async () => {
    await story.says('sun', '三楼打印机卡纸')
    await story.says('li', 'claim HX-1')
    await propose()
    await reorganise(story, leaves('zhao'))
    await story.settle()
    expect(await story.types('HX-1')).not.toContain('ticket.downgrade_reminded')
  })
})
