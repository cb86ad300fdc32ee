import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type Story, startStory } from '../support/story.ts'

let story: Story
beforeEach(async () => {
  story = await startStory()
})
afterEach(() => story.end())

describe('a command, which stands nowhere as a message', () => {
  it('RS.1 reports in a room: the receipt stands there by itself, and its thread is the ticket’s', async () => {
    expect(await story.commands('zhao', '报障：全公司都连不上VPN了', 'huaxin')).toMatchObject({
      kind: 'done',
    })
    const [receipt] = story.posts('huaxin')
    expect(receipt?.place.thread).toBeUndefined()
    expect(receipt?.card.title).toContain('HX-1')
    await story.says('zhao', '现在连邮件也不行了', { in: 'huaxin', thread: receipt?.ref.message ?? '' })
    expect(await story.types('HX-1')).toContain('ticket.message_added')
    await story.presses('li', { flow: 'claim', item: 'HX-1' })
    expect(story.posts('huaxin').at(-1)?.place.thread).toBe(receipt?.ref.message)
  })

  it('reports in private from a conversation the bot does not know, and shows nothing there', async () => {
    expect(await story.commands('zhao', 'report: the VPN is down', 'elsewhere')).toMatchObject({
      kind: 'done',
    })
    expect(story.posts('elsewhere')).toEqual([])
    expect(await story.types('HX-1')).toContain('ticket.reported')
  })

  it('answers the person alone', async () => {
    const reply = await story.commands('li', 'queue', 'huaxin')
    expect(reply).toMatchObject({ kind: 'show' })
    expect(story.posts('huaxin')).toEqual([])
  })

  it('joins words to the record, and shows them to the customer, whose thread they do not stand in', async () => {
    await story.says('zhao', '全公司都连不上VPN了', { in: 'huaxin', addressed: true })
    await story.commands('sun', 'HX-1 财务也受影响', 'huaxin')
    expect(await story.types('HX-1')).toContain('ticket.message_added')
    expect(story.posts('huaxin').at(-1)?.card.blocks).toContainEqual({ type: 'quote', text: '财务也受影响' })
  })

  it('of a stranger shows and does nothing', async () => {
    expect(await story.commands('nobody', 'queue', 'huaxin')).toMatchObject({ kind: 'refuse' })
  })
})

describe('an act that was acknowledged before its process died', () => {
  const act = (key: string, text: string) =>
    ({
      kind: 'command',
      key,
      who: { platform: 'web', team: 'local', user: 'zhao' },
      place: { platform: 'web', team: 'local', conversation: 'huaxin', direct: false },
      at: story.now(),
      text,
    }) as const

  it('R1 is carried out by another, once, and its answer reaches the person in private', async () => {
    await story.store.inbox.accept({ ...act('died', 'tickets'), acknowledged: true }, story.now())
    await story.store.inbox.accept(
      { ...act('died too', 'report: the VPN is down'), acknowledged: true },
      story.now(),
    )
    story.sleeps(16_000)
    await story.bot.app.recover()
    await story.settle()
    await story.bot.app.recover()
    await story.settle()
    expect((await story.types('HX-1')).filter((type) => type === 'ticket.reported')).toHaveLength(1)
    expect(story.chat.posts.filter(({ place }) => place.conversation === 'zhao')).toHaveLength(1)
  })

  it('is left to its person where the platform was not told that it arrived', async () => {
    await story.store.inbox.accept(act('unanswered', 'report: the VPN is down'), story.now())
    story.sleeps(16_000)
    await story.bot.app.recover()
    expect(await story.store.load(['HX-1'])).toEqual([])
  })
})
