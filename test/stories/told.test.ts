import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { TicketEvent } from '../../src/domain/ticket/event.ts'
import { reorganise } from '../support/reorganise.ts'
import type { Story } from '../support/story.ts'
import { startStory } from '../support/story.ts'

let story: Story
beforeEach(async () => {
  story = await startStory()
})
afterEach(() => story.end())

const seconds = 1_000
const minutes = 60 * seconds
const events = async (item: string) =>
  (await story.store.events(item)).map(({ event }) => event as TicketEvent)
const told = (item: string) => story.store.as({ person: 'chen', side: 'supplier', org: 'yunheng' }).told(item)
/** What a person was told since then. */
const news = (person: string, since: number) =>
  story.posts(`direct:${person}`).filter(({ ref }) => Number(ref.message.slice(1)) > since)
const so_far = () => story.chat.posts.length

describe('an escalation', () => {
  it('T20 to a role that nobody holds goes one level up at once, and the project manager is told of the gap', async () => {
    await reorganise(story, ['[department_manager, service_director, executive]', '[executive]'])
    await story.says('emma', 'One laptop does not wake up any more')
    const { priority } = await story.ticket('BB-1')
    expect(priority).not.toBe('P1')
    const before = so_far()
    await story.passes(4 * minutes)
    const [first] = (await events('BB-1')).filter(
      (event) => event.type === 'ticket.escalated' && event.rung === 'H1',
    )
    expect(first).toMatchObject({
      to: expect.arrayContaining(['zhou', 'chen', 'oliver']),
      emptyRoles: [
        { side: 'supplier', role: 'department_manager' },
        { side: 'supplier', role: 'service_director' },
      ],
    })
    for (const person of ['zhou', 'chen']) expect(news(person, before), person).not.toEqual([])
  })

  it('T20 with nobody on duty and no engineer left goes to the lead at once', async () => {
    await reorganise(
      story,
      [/ {2}li:\n(?: {4}.*\n)+/, ''],
      [/ {2}wang:\n(?: {4}.*\n)+/, ''],
      [/duty:\n(?: {2}.*\n)+/, ''],
    )
    await story.says('zhao', '三楼打印机坏了')
    expect(story.posts('direct:chen').length).toBeGreaterThan(0)
    expect(await story.ticket('HX-1')).toMatchObject({ status: 'new' })
    expect((await events('HX-1')).at(-1)).not.toHaveProperty('to')
  })

  it('T13 missed by an outage over several rungs tells each person once, late, and records the breach at its true time', async () => {
    await story.says('zhao', '三楼打印机坏了')
    const { acceptedAt, priority } = await story.ticket('HX-1')
    const before = so_far()
    story.sleeps(30 * minutes)
    await story.bot.sweep.soon()
    await story.settle()
    const ladder = (await events('HX-1')).filter((event) => 'epoch' in event)
    expect(ladder.length).toBeGreaterThan(10)
    for (const event of ladder) expect(event).toMatchObject({ late: true })
    expect(ladder.filter(({ passed }) => passed).length).toBeGreaterThan(5)
    const response = { P1: 60, P2: 90, P3: 120, P4: 180 }[priority] * seconds
    expect((await story.ticket('HX-1')).promised.response.breachedAt).toBe(acceptedAt + response)

    const people = ladder.flatMap(({ to }) => to)
    expect(people.length).toBeGreaterThan(3)
    expect(people.toSorted(), 'each is told of the highest rung meant for them').toEqual(
      [...new Set(people)].toSorted(),
    )
    for (const person of people) expect(news(person, before).length, person).toBeGreaterThan(0)
    const evidence = (await told('HX-1')).filter(({ about }) => about === 'ticket.prewarned')
    expect(evidence).toEqual([])
  })
})

describe('a notice whose condition ended before it could be sent', () => {
  it('R3 is withdrawn, with the evidence why; nobody hears of it', async () => {
    await story.says('zhao', '三楼打印机坏了')
    const { acceptedAt } = await story.ticket('HX-1')
    const before = so_far()
    story.chat.delay(1_000)
    await story.passes(110 * seconds)
    expect(await story.types('HX-1')).toContain('ticket.prewarned')
    await story.presses('li', { flow: 'claim', item: 'HX-1' })
    story.chat.delay(0)
    await story.passes(2 * minutes)
    // Those before the last one ring for nobody whose card shows how the time goes by.
    const warnings = (await told('HX-1')).filter(
      ({ about, owedAt, person }) =>
        about === 'ticket.prewarned' &&
        owedAt < acceptedAt + 110 * seconds &&
        (person !== 'li' || owedAt > acceptedAt + 100 * seconds),
    )
    expect(warnings.length).toBeGreaterThan(0)
    for (const warning of warnings) expect(warning.status).toMatch(/withdrawn|superseded/)
    expect(warnings.some(({ why }) => why?.includes('no longer so'))).toBe(true)
    expect(news('li', before).filter(({ card }) => card.summary.includes('预警'))).toEqual([])
    expect(story.shown('direct:zhao')).toContain('李伟')
  })
})

describe('somebody who cannot be reached', () => {
  it('T19 M2.3 is replaced at once by the next of the role, and who was told says both', async () => {
    story.chat.lose(({ conversation }) => conversation === 'direct:li')
    await story.says('emma', 'One laptop does not wake up any more')
    const evidence = (await told('BB-1')).filter(({ about }) => about === 'ticket.dispatched')
    expect(evidence).toMatchObject([
      { person: 'li', status: 'failed', why: 'left the workspace' },
      { status: 'sent', side: 'supplier' },
    ])
    const instead = evidence.at(1)?.person ?? ''
    expect(instead).not.toBe('li')
    expect(story.posts(`direct:${instead}`)).toHaveLength(1)
  })

  it('T19 and whose stand-ins cannot be reached either has failed, once for each, and nothing loops', async () => {
    story.chat.lose(
      ({ conversation }) => conversation.startsWith('direct:') && !conversation.endsWith('emma'),
    )
    await story.says('emma', 'One laptop does not wake up any more')
    const evidence = (await told('BB-1')).filter(({ about }) => about === 'ticket.dispatched')
    const people = evidence.map(({ person }) => person)
    expect(people).toEqual([...new Set(people)])
    expect(people).toEqual(expect.arrayContaining(['li', 'chen', 'zhou']))
    for (const { status } of evidence) expect(status).toBe('failed')
  })
})

describe('who was told', () => {
  const view = async (user: string, choice?: string) => {
    const press = choice === undefined ? {} : { choice }
    const reply = await story.presses(user, { flow: 'told', item: 'HX-1', ...press })
    return reply.kind === 'show' ? JSON.stringify(reply.card.blocks) : ''
  }

  it('M2.3 names everybody: the reporter in their thread, each in the role they were told for', async () => {
    await story.says('zhao', '全公司都连不上VPN了，全部停产')
    expect(await story.ticket('HX-1')).toMatchObject({ priority: 'P1' })
    await story.passes(61 * seconds)
    const seen = await view('chen')
    expect(seen).toMatch(/赵敏（客户报障人）","[^"]*","\d\d:\d\d已发到报障会话/)
    expect(await view('chen', 'person sun#1')).toMatch(/即时通报","客户联系人"/)
    expect(seen).toMatch(/孙磊（客户联系人）","超时告警（响应）/)
    expect(seen).not.toContain('孙磊（客户高层领导）')
    expect(await view('sun')).toMatch(/赵敏（客户报障人）","[^"]*","\d\d:\d\d已发到报障会话/)
    const history = await story.presses('sun', { flow: 'history', item: 'HX-1' })
    expect(JSON.stringify(history)).toContain('按约定，受理时即通知。已通知：孙磊。')
  })

  it('M2.3 RS.6b is by person, the newest first, each escalation by its rung, and nothing owed is left out', async () => {
    await story.says('zhao', '三楼打印机坏了')
    await story.passes(20 * minutes)
    const evidence = await told('HX-1')
    const rows = async (user: string, choice?: string) => {
      const press = choice === undefined ? {} : { choice }
      const reply = await story.presses(user, { flow: 'told', item: 'HX-1', ...press })
      const table = reply.kind === 'show' ? reply.card.blocks.find(({ type }) => type === 'table') : undefined
      if (reply.kind !== 'show' || table?.type !== 'table') throw new Error('no table')
      return { card: reply.card, rows: table.rows }
    }
    const { card, rows: people } = await rows('chen')
    const everybody = new Set(evidence.map(({ person, room }) => person ?? room))
    expect(people).toHaveLength(everybody.size)
    const sent = evidence.filter(({ status }) => status === 'sent').length
    expect(card.summary).toContain(`共${evidence.length}条通知，已发送${sent}条`)

    let shown = 0
    for (const { button } of people) {
      let choice = button?.press.choice
      if (choice === undefined) shown += 1
      while (choice !== undefined) {
        const page: Awaited<ReturnType<typeof rows>> = await rows('chen', choice)
        shown += page.rows.length
        choice = page.card.buttons.find(({ label }) => label === '下一页')?.press.choice
      }
    }
    expect(shown, 'every notice stands on some page').toBe(evidence.length)

    const zhou = people.find(({ cells }) => cells[0]?.startsWith('周'))
    expect(zhou?.cells[1]).toMatch(/^升级到双方高层领导（(响应|解决)），再次提醒$/)
    expect(zhou?.cells[2]).toContain('尚未确认收到')
    const of = await rows('chen', zhou?.button?.press.choice)
    expect(of.card.title).toContain('收到的通知')
    expect(of.rows.map(({ cells }) => cells[1]).join()).toMatch(/升级到.*（(响应|解决)）/)
    const theirs = await rows('sun')
    expect(JSON.stringify(theirs.rows)).not.toMatch(/服务方|工程师群/)
    expect((await rows('sun', 'person zhou#1')).card.title, 'nobody of the other side').toBe('HX-1：通知记录')
  })

  it('M2.3 says what stands in a list, and what a card shows without ringing', async () => {
    for (const text of ['三楼打印机坏了', '扫描仪卡纸了', '投影仪没有信号']) await story.says('zhao', text)
    await story.passes(20 * minutes)
    const all = (await Promise.all(['HX-1', 'HX-2', 'HX-3'].map(told))).flat()
    const ways = new Set(all.flatMap(({ way }) => way ?? []))
    expect(ways).toEqual(new Set(['list', 'card']))
    const zhou = await view('chen', 'person li#1')
    expect(zhou).toMatch(/与其他事件合为一条消息|已更新到其卡片上，不响铃/)
  })
})

describe('a request to the customer', () => {
  const ask = { kind: 'information', text: '哪一层？', of: 'zhao' }
  const asked = async () => {
    await story.says('zhao', '三楼打印机坏了')
    await story.presses('li', { flow: 'claim', item: 'HX-1' })
  }

  it('T36 that could not be sent pauses nothing', async () => {
    await asked()
    story.chat.lose(({ conversation }) => ['direct:zhao', 'direct:sun', 'huaxin'].includes(conversation))
    expect(await story.fills('li', { flow: 'ask', item: 'HX-1' }, ask)).toMatchObject({ kind: 'done' })
    await story.passes(30 * seconds)
    expect(await story.ticket('HX-1')).toMatchObject({ status: 'in_progress', pauses: [] })
    expect(await story.types('HX-1')).not.toContain('ticket.ask_delivered')
    const evidence = (await told('HX-1')).filter(({ about }) => about === 'ticket.customer_asked')
    const ofCustomer = evidence.filter(({ side }) => side === 'customer')
    expect(ofCustomer.length).toBeGreaterThan(1)
    for (const { status } of ofCustomer) expect(status).toBe('failed')
    expect(story.shown('direct:chen'), 'the project manager is told, M2.3').toContain('客户无人可联系到')
  })

  it('T36 that was late pauses from the moment it stood there, not before', async () => {
    await asked()
    const askedAt = story.now()
    story.chat.delay(20)
    await story.fills('li', { flow: 'ask', item: 'HX-1' }, ask)
    expect(await story.ticket('HX-1')).toMatchObject({ status: 'in_progress', pauses: [] })
    story.chat.delay(0)
    story.sleeps(7 * seconds)
    await story.settle()
    const { status, pauses } = await story.ticket('HX-1')
    expect(status).toBe('on_hold')
    expect(pauses).toEqual([{ from: askedAt + 7 * seconds }])
  })
})
