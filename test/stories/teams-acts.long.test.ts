import pg from 'pg'
import { describe, expect, it } from 'vitest'
import { texts } from '../../src/text/texts.ts'
import { eachEnds } from '../support/each-ends.ts'
import type { Message } from '../support/teams/world/records.ts'
import { viewKey } from '../support/teams/world/write-message.ts'
import { rooms, startTeamsStory, type TeamsStory } from '../support/teams-story.ts'

const start = eachEnds(startTeamsStory)

const zh = texts('zh-CN')
const words = '三楼打印机坏了'
const vpn = 'Our VPN has been down for the whole office since nine'
const inside = '供应商的合同有问题'

/** A reported ticket: its receipt before the customer, and its card before the engineers. */
const reported = async (story: TeamsStory) => {
  const { said, receipt } = await story.reports('zhao', rooms.huaxin, words)
  return { said, receipt, card: await story.stands(rooms.engineers, 'HX-1') }
}
/** The same, claimed by li and proposed as solved. */
const resolved = async (story: TeamsStory, description = '换了硒鼓') => {
  const { teams } = story
  const all = await reported(story)
  await story.opens('li', all.card, zh.buttons.claim)
  await story.opens('li', all.card, zh.buttons.resolve)
  const filled = { [zh.flows.resolve.description]: description }
  await teams.person('li').fill(all.card, filled, zh.flows.form.send)
  return { ...all, proposal: await story.stands(rooms.huaxin, description, all.said) }
}
/** How often something happened to the ticket. */
const happened = async (story: TeamsStory, type: string) =>
  (await story.events('HX-1')).filter((event) => event.type === type).length
/** What the client of somebody shows for a card: one that was not drawn anew, or one they changed themselves. */
const keepsShowing = ({ teams }: TeamsStory, person: string, at: Message, card = at.card): void => {
  if (card !== undefined) teams.world.views.set(viewKey(at, person), card)
}
/** The card with something else in what its buttons carry. */
const tampered = ({ card }: Message, from: string, to: string): Message['card'] => {
  const json = JSON.stringify(card)
  if (!json.includes(from)) throw new Error(`no ${from} in it`)
  return JSON.parse(json.replaceAll(from, to))
}

describe('a button of a card on Teams', () => {
  it('that opens a form fills in what was typed to the act', async () => {
    const story = await start()
    const { teams } = story
    const li = teams.person('li')
    await reported(story)
    await li.say(teams.personal('li'), '转派 HX-1：我下班了')
    const card = await story.told('li', zh.app.openForm)
    await li.press(card, zh.app.openForm)
    const form = await story.told('li', zh.flows.reassign.to)
    expect(Object.values(li.view(form).fields)).toContain('我下班了')
  })

  it('T11 that two press together has one owner, and the other is told who', async () => {
    const story = await start()
    const { teams } = story
    const { card } = await reported(story)
    const [li, wang] = [teams.person('li'), teams.person('wang')]
    await Promise.all([li.press(card, zh.buttons.claim), wang.press(card, zh.buttons.claim)])
    const { assignee } = await story.ticket('HX-1')
    expect(['li', 'wang']).toContain(assignee)
    const other = assignee === 'li' ? wang : li
    expect(other.toasts().join()).toContain(assignee === 'li' ? '李伟' : '王芳')
    expect(await happened(story, 'ticket.acknowledged')).toBe(1)
    expect(teams.problems()).toEqual([])
    expect(story.problems).toEqual([])
  })

  it('T12 T03 pressed twice and delivered four times is one act, and nobody is told that it failed', async () => {
    const story = await start()
    const { teams } = story
    const { proposal } = await resolved(story)
    const zhao = teams.person('zhao')
    const card = zhao.view(proposal).card
    const [first, second] = await Promise.all(
      [1, 2].map(async () => zhao.press(proposal, zh.buttons.confirm_solution)),
    )
    if (first?.delivery === undefined) throw new Error('nothing was delivered')
    await teams.redeliver(first.delivery, { times: 3, parallel: true })
    keepsShowing(story, 'zhao', proposal, card)
    const third = await zhao.press(proposal, zh.buttons.confirm_solution)
    expect([first, second, third].map((one) => one?.trouble)).toEqual([undefined, undefined, undefined])
    expect(new Set(zhao.toasts())).toEqual(new Set([zh.flows.confirmSolution.done]))
    expect(await happened(story, 'ticket.solution_confirmed')).toBe(1)
    expect(teams.problems()).toEqual([])
  })

  it('T12 on a card from before orders nothing, and shows how it stands now', async () => {
    const story = await start()
    const { teams } = story
    const zhao = teams.person('zhao')
    const { said, card, proposal } = await resolved(story)
    await story.opens('zhao', proposal, zh.buttons.reject_solution)
    await zhao.fill(proposal, { [zh.flows.rejectSolution.reason]: '还是不行' }, zh.flows.form.send)
    await story.opens('li', card, zh.buttons.resolve)
    await teams.person('li').fill(card, { [zh.flows.resolve.description]: '换了整机' }, zh.flows.form.send)
    await story.stands(rooms.huaxin, '换了整机', said)
    keepsShowing(story, 'zhao', proposal)
    await zhao.press(proposal, zh.buttons.confirm_solution)
    const alone = () => teams.messages(teams.personal('zhao')).map((one) => zhao.view(one).words)
    await teams.until(() => [zhao.view(proposal).words, ...alone()].join().includes(zh.flows.superseded))
    expect((await story.ticket('HX-1')).resolution?.consent).toBeUndefined()
    expect(await happened(story, 'ticket.solution_confirmed')).toBe(0)
    expect(teams.problems()).toEqual([])
  })

  it('T47 T49 that carries something else is refused: another’s ticket in the words for none at all', async () => {
    const story = await start()
    const { teams } = story
    const zhao = teams.person('zhao')
    const { receipt } = await reported(story)
    await story.reports('emma', rooms.bluebird, vpn)
    // What people did: the bot's own alarms may come meanwhile.
    const acts = async () =>
      [...(await story.events('HX-1')), ...(await story.events('BB-1'))].filter(
        ({ by }) => by.kind === 'person',
      )
    const before = await acts()
    const tries = async (from: string, to: string): Promise<string | undefined> => {
      const told = zhao.toasts().length
      keepsShowing(story, 'zhao', receipt, tampered(receipt, from, to))
      await zhao.press(receipt, zh.buttons.cancel)
      return zhao.toasts()[told]
    }
    const nothing = await tries('"item":"HX-1"', '"item":"HX-999"')
    expect(nothing).toContain('没有找到这个事件')
    expect(await tries('"item":"HX-1"', '"item":"BB-1"')).toBe(nothing)
    expect(await tries('"flow":"cancel"', '"flow":"everything"')).toBe(zh.app.unknownAction)
    expect(await tries('"flow":"cancel"', '"flow":"claim"')).toContain('由李伟负责')
    // What no button of the bot carries means nothing at all.
    expect(await tries('"flow":"cancel"', '"role":"administrator","flow":"cancel"')).toContain('wrong')
    expect(await tries('"accord":{', '"other":{')).toContain('wrong')
    expect(await acts()).toEqual(before)
    expect(JSON.stringify(zhao.view(receipt))).not.toContain(vpn)
  })

  it('T55 refuses whoever lost the role since, on the card they still see', async () => {
    const story = await start()
    const { teams } = story
    const { card } = await reported(story)
    const li = teams.person('li')
    await li.press(card, zh.buttons.claim)
    await teams.until(() => li.view(card).buttons.includes(zh.buttons.resolve))
    const shown = li.view(card).card
    await li.press(card, zh.buttons.resolve)
    const form = li.view(card).card
    await story.organise(
      [
        /( {4}name: 李伟\n {4}organisation: )yunheng\n {4}roles: \[engineer\]/,
        '$1huaxin\n    roles: [reporter]',
      ],
      [/members: \[li, wang\]/, 'members: [wang]'],
    )
    // The ticket is in the queue again, and the room's card says so.
    await teams.until(() => JSON.stringify(li.view(card).card).includes('王芳'))
    keepsShowing(story, 'li', card, form)
    await li.fill(card, { [zh.flows.resolve.description]: '换了硒鼓' }, zh.flows.form.send)
    for (const button of [zh.buttons.note, zh.buttons.history]) {
      keepsShowing(story, 'li', card, shown)
      await li.press(card, button)
    }
    expect(li.toasts().slice(-3)).toHaveLength(3)
    expect(li.toasts().slice(-3)).not.toContain(zh.flows.resolve.done)
    expect(JSON.stringify(li.view(card).card)).toBe(JSON.stringify(shown))
    expect(await happened(story, 'ticket.resolved')).toBe(0)
  })
})

describe('an act that takes longer than Teams waits', () => {
  it('T16 R5 is answered while it is still at work, and what came of it follows', async () => {
    const story = await start({ options: { rules: { answerWithin: 12_000, giveUpAfter: 20_000 } } })
    const { teams } = story
    const [li, wang] = [teams.person('li'), teams.person('wang')]
    const { card } = await reported(story)
    const other = await story.reports('emma', rooms.bluebird, vpn)
    await story.opens('wang', await story.stands(rooms.engineers, 'BB-1'), texts('zh-CN').buttons.claim)
    const theirs = await story.stands(rooms.engineers, 'BB-1')
    await story.opens('wang', theirs, zh.buttons.note)
    await wang.openWindow(theirs, texts('en').teams.window)
    await story.settled()

    const holder = new pg.Client({ connectionString: story.url })
    await holder.connect()
    await holder.query('begin')
    await holder.query('lock table items in access exclusive mode')
    const [pressed, sent] = await Promise.all([
      li.press(card, zh.buttons.claim),
      wang.submitDialog({ [texts('en').flows.note.text]: inside }),
    ])
    // Both were answered, though nothing can have happened yet.
    expect([pressed.trouble, sent.trouble]).toEqual([undefined, undefined])
    expect(li.toasts().at(-1)).toBe(zh.replies.working)
    expect(wang.toasts().at(-1)).toBe(texts('en').teams.workingApart)
    await holder.query('rollback')
    await holder.end()
    await story.told('li', zh.flows.claim.done('HX-1'))
    await story.told('wang', texts('en').flows.note.done)
    expect((await story.ticket('HX-1')).assignee).toBe('li')
    await story.recorded(other.id, inside)
    expect(teams.problems()).toEqual([])
  })
})

describe('an old client, which knows no Action.Execute', () => {
  it('lives through an incident to the customer’s consent by the fallback of each button', async () => {
    const story = await start()
    const { teams } = story
    const [li, zhao] = [teams.person('li'), teams.person('zhao')]
    const { said, card } = await reported(story)
    await li.submitOld(card, zh.buttons.claim)
    await story.told('li', zh.flows.claim.done('HX-1'))
    await teams.until(() => li.view(card).buttons.includes(zh.buttons.resolve))
    await li.submitOld(card, zh.buttons.resolve)
    const form = await story.told('li', zh.flows.resolve.description)
    await li.submitOld(form, zh.flows.form.send, { [zh.flows.resolve.description]: '换了硒鼓' })
    const proposal = await story.stands(rooms.huaxin, '换了硒鼓', said)
    await teams.until(() => li.view(form).words.includes(zh.flows.resolve.done))
    expect(li.view(form).fields).toEqual({})
    await zhao.submitOld(proposal, zh.buttons.confirm_solution)
    await story.told('zhao', zh.flows.confirmSolution.done)
    expect(await happened(story, 'ticket.solution_confirmed')).toBe(1)
    expect(teams.problems()).toEqual([])
    expect(story.problems).toEqual([])
  })
})

describe('what somebody looks at by a button', () => {
  it('T54 is seen by nobody else, and internal text by no customer, whoever asks for it and where', async () => {
    const story = await start()
    const { teams } = story
    const [li, wang, zhao] = [teams.person('li'), teams.person('wang'), teams.person('zhao')]
    const { said, receipt, card } = await reported(story)
    await story.opens('li', card, zh.buttons.claim)
    await story.opens('li', card, zh.buttons.note)
    await li.fill(card, { [zh.flows.note.text]: inside }, zh.flows.form.send)
    await story.recorded('HX-1', inside)
    await story.settled()
    await li.press(card, zh.buttons.history)
    expect(li.view(card).words).toContain(inside)
    expect(wang.view(card).own).toBe(false)
    await li.press(receipt, zh.buttons.history)
    await zhao.press(receipt, zh.buttons.history)
    expect(zhao.view(receipt).own).toBe(true)
    expect(teams.person('sun').view(receipt).own).toBe(false)
    for (const text of ['记录 HX-1', '状态 HX-1', '队列', '谁被通知了 HX-1']) {
      await li.say(rooms.huaxin, text, { thread: said, mention: true })
      await story.settled()
    }
    for (const text of ['记录 HX-1', '状态 HX-1']) {
      await zhao.say(teams.personal('zhao'), text)
      await story.settled()
    }
    const customers = [rooms.huaxin, ...['zhao', 'sun'].map(teams.personal)]
    const written = teams.calls().filter(({ conversation = '' }) => customers.includes(conversation))
    expect(written.length).toBeGreaterThan(8)
    expect(JSON.stringify(written.map(({ body }) => body))).not.toContain(inside)
    for (const one of ['zhao', 'sun'].map(teams.person))
      expect(JSON.stringify(one.view(receipt).card)).not.toContain(inside)
    expect(teams.problems()).toEqual([])
  })
})
