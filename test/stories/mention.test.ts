import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { reorganise } from '../support/reorganise.ts'
import type { Story } from '../support/story.ts'
import { startStory } from '../support/story.ts'

let story: Story
beforeEach(async () => {
  story = await startStory({ mentions: true })
})
afterEach(() => story.end())

const minutes = 60_000
const told = async (item: string, about: string) =>
  (await story.store.as({ person: 'chen', side: 'supplier', org: 'yunheng' }).told(item)).filter(
    (one) => one.about === about,
  )
/** Who was called by name, and where. */
const called = () =>
  story.chat.posts.flatMap(({ mention, place }) =>
    mention === undefined ? [] : [{ ...mention, place, conversation: place.conversation }],
  )
const calledIn = (conversation: string) => called().filter((one) => one.conversation === conversation)

describe('somebody who cannot be reached in private, where a chat can call people', () => {
  it('T19 is called by name in their own room, in the ticket’s thread there, and nobody stands in', async () => {
    story.chat.lose(({ conversation }) => conversation === 'direct:li')
    await story.says('emma', 'One laptop does not wake up any more')
    const root = await story.store.threads.root('BB-1', 'supplier', {
      platform: 'web',
      team: 'local',
      conversation: 'engineers',
    })
    await story.passes(4 * minutes)
    expect(await told('BB-1', 'ticket.dispatched')).toMatchObject([{ person: 'li', status: 'sent' }])
    const calls = calledIn('engineers')
    expect(calls.length).toBeGreaterThan(1)
    for (const { account, name } of calls) {
      expect(account).toEqual({ platform: 'web', team: 'local', user: 'li' })
      expect(name).toBe('李伟')
    }
    expect(root).toBeDefined()
    expect(calls.at(-1)?.place).toEqual({
      platform: 'web',
      team: 'local',
      conversation: 'engineers',
      direct: false,
      thread: root?.message,
    })
    expect(called()).toHaveLength(calls.length)
  })

  it('is told in private as long as that works, and never called then', async () => {
    await story.says('emma', 'One laptop does not wake up any more')
    await story.passes(4 * minutes)
    expect(story.posts('direct:li').length).toBeGreaterThan(0)
    expect(called()).toEqual([])
  })

  it('T19 is replaced as before when the room cannot be reached either', async () => {
    story.chat.lose(({ conversation }) => ['direct:li', 'engineers'].includes(conversation))
    await story.says('emma', 'One laptop does not wake up any more')
    const evidence = await told('BB-1', 'ticket.dispatched')
    expect(evidence).toMatchObject([
      { person: 'li', status: 'failed' },
      { status: 'sent', side: 'supplier' },
    ])
    expect(called()).toEqual([])
  })

  it('T54 of a customer is called in their own organisation’s room, one of the supplier in no customer’s', async () => {
    story.chat.lose(({ conversation }) => conversation.startsWith('direct:'))
    await story.says('zhao', '全公司都连不上VPN了，全部停产', { in: 'huaxin', addressed: true })
    await story.says('emma', 'Our VPN has been down for the whole office since nine', {
      in: 'bluebird',
      addressed: true,
    })
    await story.passes(8 * minutes)
    const users = (conversation: string) => new Set(calledIn(conversation).map(({ account }) => account.user))
    expect([...users('huaxin')]).toEqual(['sun'])
    expect([...users('bluebird')]).toEqual(['oliver'])
    expect([...users('engineers')].toSorted()).toEqual(expect.arrayContaining(['chen', 'li']))
    expect(
      [...users('engineers')].filter((user) => ['sun', 'oliver', 'zhao', 'emma'].includes(user)),
    ).toEqual([])
    expect(story.shown('huaxin')).not.toContain('BB-1')
    expect(story.shown('bluebird')).not.toContain('HX-1')
  })

  it('T54 who moved to another customer is called in neither room about the old one’s ticket', async () => {
    await story.says('zhao', '全公司都连不上VPN了，全部停产', { in: 'huaxin', addressed: true })
    story.chat.delay(1_000)
    await story.passes(2 * minutes)
    await reorganise(story, [/( {2}sun:\n {4}name: .*\n {4}organisation: )huaxin/, '$1bluebird'])
    story.chat.delay(0)
    story.chat.lose(({ conversation }) => conversation === 'direct:sun')
    await story.passes(2 * minutes)
    expect(called().filter(({ account }) => account.user === 'sun')).toEqual([])
    expect(story.shown('bluebird')).not.toContain('HX-1')
  })
})

describe('a notice that called somebody in a room', () => {
  it('is drawn anew for the room, not as theirs alone: what another reader may still do stays', async () => {
    story.chat.lose(({ conversation }) => conversation === 'direct:chen')
    await story.says('zhao', '全公司都连不上VPN了')
    await story.fills('zhao', { flow: 'escalate', item: 'HX-1' }, { text: '生产停了' })
    const flows = (user: string) =>
      story.chat.posts
        .filter(({ mention }) => mention?.account.user === user)
        .flatMap(({ card }) => card.buttons.map(({ press }) => press.flow))
    expect(flows('chen')).toContain('acknowledge_escalation')
    await story.presses('chen', { flow: 'acknowledge_escalation', item: 'HX-1' })
    expect(flows('chen'), 'chen has, whoever else was told has not').toContain('acknowledge_escalation')
  })
})
