import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { texts } from '../../src/text/texts.ts'
import { type PlaygroundStory, startPlaygroundStory } from '../support/playground/playground-story.ts'
import { people } from '../support/playground/playground-towns.ts'
import { botIn, offering, type Shown, saying } from '../support/playground/watch-playground.ts'
import { wordsIn } from '../support/teams/people/card-parts.ts'

const t = texts('zh-CN')
const { li, wang, chen, zhao, sun } = people

describe('the Agents Playground, by its interface', () => {
  let story: PlaygroundStory
  beforeAll(async () => {
    story = await startPlaygroundStory('zh-CN')
  })
  afterAll(async () => {
    await story.end()
    expect(story.refused()).toEqual([])
  })

  /** The receipt of a report, and the ticket's number. */
  const received = async (conversation: string, words: string) => {
    const receipt = await story.sees(
      (one) => one.conversation === conversation && botIn(conversation)(one) && saying(words)(one),
      `a receipt for ${words}`,
    )
    return { receipt, id: /HX-\d+/.exec(JSON.stringify(receipt.card))?.[0] ?? '' }
  }

  it('says what it is, once, where the app is brought: to a person, to a group chat, to a channel', async () => {
    const { personal, group, general } = story.town
    const welcome = saying(t.flows.welcome.customer)
    for (const conversation of [personal, group.id, general.id]) await story.install(conversation)
    for (const conversation of [personal, group.id, general.id]) {
      const said = await story.sees((one) => botIn(conversation)(one), `a welcome in ${conversation}`)
      expect(welcome(said)).toBe(true)
    }
    // The Playground tells of each twice at once, as Teams does.
    for (const activity of ['installationUpdate', 'conversationUpdate']) await story.answers(3, activity)
    await story.settled()
    expect(story.shown((one) => one.by.startsWith('28:'))).toHaveLength(3)
  })

  it('RS.0 RS.7 RS.8 X2 one incident is lived through, two people acting on one card, from a mention to the closure', async () => {
    const { general, channel } = story.town
    const thread = await story.says(general.id, '全公司都连不上VPN了')
    const { id } = await received(thread, '全公司都连不上VPN了')
    const inThread = botIn(general.id)
    const card = await story.sees((one) => botIn(channel.id)(one) && saying(id)(one), 'the card')

    expect(await story.presses(li, card, t.buttons.claim)).toEqual({ words: t.flows.claim.done(id) })
    // The card is drawn anew for everybody; whoever presses what they saw before is told how it stands.
    const claimed = await story.becomes(card, offering(t.buttons.resolve), 'the card of a claimed ticket')
    expect(claimed.updates).toBeGreaterThan(0)
    expect((await story.presses(wang, card, t.buttons.claim)).words).toContain('李伟')
    expect((await story.ticket(id)).assignee).toBe('li')

    const form = await story.presses(li, claimed, t.buttons.resolve)
    expect(wordsIn(form.card ?? {})).toContain(t.flows.resolve.description)
    const wrong = await story.presses(li, { ...card, ...form }, t.flows.form.send, { description: '  ' })
    expect(wordsIn(wrong.card ?? {})).toContain('⚠️')
    expect((await story.ticket(id)).resolution).toBeUndefined()
    const right = await story.presses(li, { ...card, ...wrong }, t.flows.form.send, {
      description: '重启了VPN网关',
    })
    expect(wordsIn(right.card ?? {})).toContain(t.flows.resolve.done)

    const proposal = await story.sees(
      (one) => inThread(one) && offering(t.buttons.confirm_solution)(one),
      'a proposal',
    )
    expect(proposal.conversation).toBe(thread)
    await story.presses(li, proposal, t.buttons.confirm_solution)
    expect((await story.ticket(id)).resolution?.consent).toBeUndefined()
    await story.presses(zhao, proposal, t.buttons.confirm_solution)
    expect((await story.ticket(id)).status).toBe('resolved')
    const asked = await story.told(chen, offering(t.buttons.close), 'what asks to close')
    await story.presses(chen, asked, t.buttons.close)
    const survey = await story.sees((one) => inThread(one) && offering('5')(one), 'the survey')
    await story.presses(zhao, survey, '5')
    await vi.waitFor(async () => expect((await story.ticket(id)).rating?.score).toBe(5), 60_000)
    await story.becomes(card, saying(t.ticket.statuses.closed), 'the card of a closed ticket')
    expect(await story.store.verify(id)).not.toHaveProperty('badSeq')
  })

  it.each([
    ['帮助', t.helping.title],
    ['help', t.helping.title],
    ['my tickets', t.lists.groups.open],
    ['我的事件', t.lists.groups.open],
    ['incident three printers are broken', 'three printers are broken'],
    ['报障 邮件收不到了', '邮件收不到了'],
  ])('RS.1 hears %j in private', async (words, answer) => {
    const { personal } = story.town
    const before = story.shown(botIn(personal))
    const isNew = (one: Shown) => botIn(personal)(one) && before.every(({ id }) => id !== one.id)
    await story.says(personal, words)
    await story.sees((one) => isNew(one) && saying(answer)(one), answer)
    await story.settled()
    expect(story.shown(isNew)).toHaveLength(1)
  })

  it('RS.1 hears a mention in a group chat, and answers there', async () => {
    const { group, channel } = story.town
    await story.says(group.id, '报障 投影仪坏了')
    const { id } = await received(group.id, '投影仪坏了')
    expect((await story.ticket(id)).reporter).toBe('zhao')
    await story.sees((one) => botIn(channel.id)(one) && saying(id)(one), `the card of ${id}`)
  })

  it('shows an engineer their queue in private, where a ticket is taken from its row and the answer leads on', async () => {
    await story.says(story.town.personal, '报障 打印机坏了')
    const notice = await story.told(li, offering(t.buttons.claim), 'what tells the engineer on duty')
    await story.saysInPrivate(li, notice.conversation, 'queue')
    const queue = await story.told(li, saying(t.lists.columns.next), 'the queue')
    await story.presses(li, queue, t.buttons.claim_listed)
    await story.told(
      li,
      (one) => offering(t.buttons.resolve)(one) && !saying(t.card.labels.reporter)(one),
      'what comes next',
    )
  })

  it('RS.1 makes a ticket of a message somebody points at, or asks in a window whose it is', async () => {
    const { general } = story.town
    // Of a message action alone the bot does not learn where its tenant is to be written to.
    await story.install(general.id)
    await story.answers(1, 'installationUpdate')
    /** Something that was written to no bot, as Teams describes it to who points at it. */
    const written = async (words: string, by: string) => {
      const conversation = await story.says(general.id, words, { beside: true })
      const [, id] = conversation.split(';messageid=')
      const body = { contentType: 'html', content: `<p>${words}</p>` }
      const from = { user: { id: by, displayName: '' } }
      return { conversation, payload: { id, createdDateTime: '2026-11-25T08:00:00Z', from, body } }
    }
    const told = await written('二楼打印机卡纸', zhao)
    await story.reports(sun, told.conversation, told.payload)
    const { id } = await received(told.conversation, '二楼打印机卡纸')
    expect(await story.ticket(id)).toMatchObject({ reporter: 'zhao', title: '二楼打印机卡纸' })

    const called = await written('客户来电：门禁失灵', li)
    const window = await story.reports(li, called.conversation, called.payload)
    expect(wordsIn(window.card ?? {})).toContain(t.flows.log.reporter)
    const wrong = await story.sendsWindow(li, called.conversation, window, t.flows.form.send, {
      reporter: 'zhao',
      text: ' ',
    })
    expect(wordsIn(wrong.card ?? {})).toContain('⚠️')
    const sent = await story.sendsWindow(li, called.conversation, wrong, t.flows.form.send, {
      text: '门禁失灵',
    })
    expect(sent).toEqual({ words: t.flows.log.done('赵敏') })
  })

  it('hears the button of a client that knows no Action.Execute', async () => {
    const { channel } = story.town
    await story.says(story.town.personal, '报障 扫描仪坏了')
    const card = await story.sees(
      (one) => botIn(channel.id)(one) && saying('扫描仪坏了')(one) && offering(t.buttons.claim)(one),
      'a new ticket',
    )
    await story.pressesOld(wang, card, t.buttons.claim)
    await story.becomes(
      card,
      (one) => !offering(t.buttons.claim)(one) && saying('王芳')(one),
      'a claimed ticket',
    )
  })

  it('leaves the operator nothing to worry about', () => {
    expect(story.problems).toEqual([])
  })
})
