import { describe, expect, it } from 'vitest'
import { flows } from '../../flows/index.ts'
import type { Card } from '../../src/chat/card.ts'
import type { Step } from '../../src/chat/flow.ts'
import type { ListedRow } from '../../src/chat/line.ts'
import { openFlow } from '../../src/chat/opener.ts'
import { ownPage } from '../../src/chat/own-page.ts'
import type { Query } from '../../src/domain/item/reading.ts'
import { type Overview, seesAll } from '../../src/domain/list/overview.ts'
import type { Directory, Person } from '../../src/domain/people/directory.ts'
import type { Language } from '../../src/domain/people/sides.ts'
import { homeLists } from '../../src/work/in-hand.ts'
import { kinds } from '../../src/work/kinds.ts'
import { directoryIn } from '../announce/worlds.ts'
import type { story } from '../ticket/given.ts'
import { monday } from '../ticket/world.ts'
import { draw } from '../view/draw.ts'
import {
  closedStory,
  contextOf,
  flow,
  hours,
  minutes,
  person,
  reported,
  resolvedStory,
  room,
  row,
  saying,
} from './fixtures.ts'

type Told = ReturnType<typeof story>
const languages = ['en', 'zh-CN'] as const

const isOpen = ({ index: { open } }: ListedRow) => open

const holds = (one: ListedRow, query: Query, { id, side }: Person): boolean => {
  const { index } = one
  const waits = (word: string) => index.waitingFor?.includes(word) ?? false
  switch (query.list) {
    case 'mine':
      return side === 'supplier' ? isOpen(one) && index.assignee === id : index.reporter === id
    case 'open':
      return isOpen(one)
    case 'unclaimed':
      return isOpen(one) && index.assignee === undefined
    case 'at_risk': {
      const soon = (index.dueAt ?? Number.POSITIVE_INFINITY) <= query.before
      return isOpen(one) && (soon || waits('acknowledgement'))
    }
    case 'waiting':
      return isOpen(one) && waits(query.for)
    case 'ended_asked':
      return !isOpen(one) && waits('answer')
    case 'mine_waiting':
      return !isOpen(one) && index.reporter === id && waits(query.for)
  }
}

/** The lists as the scoped store gives them, of these tickets alone. */
const answer = (rows: readonly ListedRow[], query: Query, who: Person): readonly ListedRow[] =>
  rows.filter((one) => who.org === one.index[who.side] && holds(one, query, who))

type Seen = {
  readonly language?: Language
  readonly directory?: Directory
  readonly now?: number
  readonly flow?: 'home' | 'overview'
}

/** The counts as the scoped store gives them, of these tickets alone. */
const countsOf = (rows: readonly ListedRow[], who: Person, now: number): readonly Overview[] => {
  const seen = rows.filter(
    ({ index }) => who.org === index[who.side] && (seesAll(who) || index.reporter === who.id),
  )
  return [...new Set(seen.map(({ index: { customer = '' } }) => customer))].map((customer) => {
    const theirs = seen.filter(({ index }) => index.customer === customer)
    const open = theirs.filter(isOpen)
    const waits = (...words: readonly string[]) =>
      open.filter(({ index }) => index.waitingFor?.some((word) => words.includes(word))).length
    const waitingForCustomer = waits('consent', 'answer', 'downgrade', 'merge')
    const asks = (all: readonly ListedRow[]) =>
      all.filter(({ line: { toDo } }) => toDo !== undefined && /Acknowledge|确认收到/.test(toDo.text)).length
    const closed = theirs.filter(({ index: { status } }) => status === 'closed').length
    const due = (before: number) => open.filter(({ index: { dueAt = before + 1 } }) => dueAt <= before).length
    return {
      ...{ customer, open: open.length, waitingForCustomer, closed, met: closed, reported: theirs.length },
      ...{ waitingForSupplier: open.length - waitingForCustomer, toAcknowledge: asks(open) },
      ...{ atRisk: due(now + hours), overdue: due(now), unclaimed: 0 },
    }
  })
}

/** The page of a person of the test world when these are all the tickets there are. */
const page = (who: string, told: readonly Told[], seen: Seen = {}): Card => {
  const { language = 'en', now = Math.max(...told.map(({ at }) => at), monday) } = seen
  const directory = seen.directory ?? directoryIn(language)
  const reader = directory.people[who] ?? person(who)
  const context = {
    ...contextOf(who, undefined, { language, directory }),
    now,
    choice: ownPage.choice,
    person: reader,
    home: homeLists(kinds, reader, now),
  }
  const rows = told.map((one) => row(one, context))
  const settle = (step: Step): Card => {
    if (step.kind === 'list') return settle(step.yields(answer(rows, step.query, context.person)))
    if (step.kind === 'overview') return settle(step.yields(countsOf(rows, reader, now)))
    if (step.kind === 'show') return step.card
    throw new Error(`a page only reads: ${step.kind}`)
  }
  return settle(flow(seen.flow ?? 'home').begin(context))
}

const rowsIn = ({ blocks }: Card) => blocks.flatMap((block) => (block.type === 'table' ? block.rows : []))
/** The rows that are tickets: those of figures lead to lists. */
const tables = (card: Card) => rowsIn(card).filter(({ button }) => button?.press.flow !== 'tickets')
const figures = (card: Card) => rowsIn(card).filter(({ button }) => button?.press.flow === 'tickets')
const ids = (card: Card) => tables(card).map(({ cells }) => cells[0])
const presses = (card: Card) => tables(card).map(({ button }) => button?.press.flow)

const asked = (kind: 'information' | 'approval', of: string, id = 'HX-1') =>
  reported({ id })
    .does('li', { do: 'ticket.claim' })
    .does('li', { do: 'ticket.ask', ask: kind, text: 'Which building?', of })
const escalated = () =>
  reported({ id: 'HX-5' }).does('zhao', { do: 'ticket.escalate', reason: 'payroll stands still' })
const downgraded = () =>
  reported({ id: 'HX-6', text: 'Mail is slow' })
    .does('li', { do: 'ticket.claim' })
    .does('li', { do: 'ticket.assess', urgency: 'low', impact: 'low', reason: 'a second line is up' })

/** A morning of this supplier with something of everything. */
const morning = (): readonly Told[] => {
  const resolved = reported({ id: 'HX-2', text: 'The printer on floor 3 is jammed' })
    .does('li', { do: 'ticket.claim' })
    .does('li', { do: 'ticket.resolve', description: 'Replaced the roller', workaround: false })
  const agreed = reported({ id: 'HX-7', text: 'Cannot log in' })
    .does('wang', { do: 'ticket.claim' })
    .does('wang', { do: 'ticket.resolve', description: 'Unlocked the account', workaround: false })
    .does('zhao', { do: 'ticket.confirm_solution' })
  const closed = reported({ id: 'HX-8', text: 'No sound in room 4' })
    .does('wang', { do: 'ticket.claim' })
    .does('wang', { do: 'ticket.resolve', description: 'Plugged in', workaround: false })
    .does('zhao', { do: 'ticket.confirm_solution' })
    .does('chen', { do: 'ticket.close' })
  return [
    reported(),
    resolved,
    asked('information', 'zhao', 'HX-3'),
    asked('approval', 'sun', 'HX-4'),
    escalated(),
    reported({ id: 'HX-10', text: 'The badge reader is off' })
      .does('wang', { do: 'ticket.escalate', reason: 'nobody gets in' })
      .does('chen', { do: 'ticket.acknowledge_escalation' }),
    downgraded(),
    agreed,
    closed,
    reported({ id: 'HX-9', reporter: 'han', text: 'The projector is dark' }),
    reported({ id: 'BB-1', customer: 'bluebird', reporter: 'emma', text: 'CANARY Bluebird’s till is down' }),
  ]
}

describe('the page of each role reads well', () => {
  it.each(languages)('RS.5d T49 T54 in %s', async (language) => {
    const empty = ['zhao', 'li', 'chen'].map(
      (who) => `## ${who}, nothing at all\n${draw(page(who, [], { language }))}\n`,
    )
    const full = ['zhao', 'sun', 'han', 'li', 'ma', 'chen', 'qian', 'emma'].map(
      (who) => `## ${who}\n${draw(page(who, morning(), { language, now: monday + 90 * minutes }))}\n`,
    )
    await expect([...empty, ...full].join('\n')).toMatchFileSnapshot(`./golden/home.${language}.txt`)
  })
})

describe('a customer’s page', () => {
  it('begins with what waits for this very person', () => {
    const [first, ...others] = ids(page('zhao', [reported(), resolvedStory()].slice(1)))
    expect([first, others]).toEqual(['HX-1', []])
    const toDo = (who: string, told: Told) => tables(page(who, [told]))[0]
    expect(toDo('zhao', resolvedStory())).toMatchObject({
      cells: ['HX-1', 'The VPN is down', 'Say whether it is solved.'],
      button: { press: { flow: 'status', item: 'HX-1' } },
    })
    expect(toDo('zhao', asked('information', 'zhao'))).toMatchObject({
      cells: ['HX-1', 'The VPN is down', 'Answer: “Which building?”'],
      button: { press: { flow: 'answer' } },
    })
    expect(toDo('sun', asked('approval', 'sun'))).toMatchObject({
      cells: ['HX-1', 'The VPN is down', 'Decide: “Which building?”'],
      button: { press: { flow: 'status' } },
    })
    expect(toDo('zhao', downgraded())).toMatchObject({
      cells: ['HX-6', 'Mail is slow', 'Agree to P4 low or not.'],
    })
    const same = { do: 'ticket.mark_duplicate', master: 'HX-3', reason: 'the same switch' } as const
    expect(toDo('zhao', reported().does('li', same))).toMatchObject({
      cells: ['HX-1', 'The VPN is down', 'Say whether it is the same trouble as HX-3.'],
      button: { press: { flow: 'status', item: 'HX-1' } },
    })
  })

  it('asks nobody for what another must say', () => {
    const waits = (who: string, told: Told) => draw(page(who, [told])).includes('Waiting for you\n')
    expect(waits('zhao', asked('approval', 'sun'))).toBe(false)
    expect(waits('feng', resolvedStory())).toBe(false)
    expect(waits('emma', resolvedStory())).toBe(false)
    expect(waits('sun', resolvedStory())).toBe(true)
    expect(waits('li', resolvedStory())).toBe(false)
  })

  it('asks once for a ticket that waits for several answers', () => {
    const both = downgraded().does('li', {
      do: 'ticket.ask',
      ask: 'information',
      text: 'Since when?',
      of: 'zhao',
    })
    const [only, ...others] = tables(page('zhao', [both]))
    expect(others).toEqual([])
    expect(only).toMatchObject({
      cells: ['HX-6', 'Mail is slow', 'Answer: “Since when?” Agree to P4 low or not.'],
      button: { press: { flow: 'status' } },
    })
  })

  it('names what was closed lately and forgets it after a week', () => {
    const closed = closedStory()
    expect(saying({ kind: 'show', card: page('zhao', [closed]) })).toContain('Closed lately: HX-1.')
    const later = page('zhao', [closed], { now: closed.at + 8 * 24 * hours })
    expect(saying({ kind: 'show', card: later })).not.toContain('HX-1')
  })

  it('shows a contact the others’ open tickets, a reporter only their own', () => {
    const others = reported({ id: 'HX-9', reporter: 'han' })
    expect(ids(page('sun', [reported(), others]))).toEqual(['HX-1', 'HX-9'])
    expect(ids(page('zhao', [reported(), others]))).toEqual(['HX-1'])
  })
})

describe('a supplier’s page', () => {
  it('gives an engineer their own by what runs out first, then what nobody has taken', () => {
    const own = (id: string, later: number) =>
      reported({ id }).later(later).does('li', { do: 'ticket.claim' })
    const slow = own('HX-1', 0).does('li', {
      do: 'ticket.override',
      priority: 'P3',
      reason: 'as agreed',
    })
    const fast = own('HX-2', minutes).does('li', {
      do: 'ticket.override',
      priority: 'P1',
      reason: 'all are down',
    })
    const card = page('li', [slow, fast, reported({ id: 'HX-3' })])
    expect(ids(card)).toEqual(['HX-2', 'HX-1', 'HX-3'])
    expect(presses(card)).toEqual(['status', 'status', 'claim'])
  })

  it('gives a lead what is at risk, escalations and whose word is missing, and each ticket once', () => {
    const late = reported({ id: 'HX-2' }).passes(4 * hours)
    const card = page('chen', [escalated(), late, reported()], { now: late.at })
    expect(ids(card)).toEqual([...new Set(ids(card))])
    expect(ids(card)).toContain('HX-5')
    expect(ids(card)).toContain('HX-2')
    expect(presses(card)[0]).toBe('acknowledge_escalation')
    const after = escalated().does('chen', { do: 'ticket.acknowledge_escalation' })
    const others = page('chen', [after])
    expect(saying({ kind: 'show', card: others })).toContain('Escalations not acknowledged yet')
    expect(tables(others)[0]?.cells.at(-1)).toContain('Qian Ming')
  })

  it('asks the person in charge to confirm a closing, and no other', () => {
    const agreed = resolvedStory().does('zhao', { do: 'ticket.confirm_solution' })
    expect(page('chen', [agreed]).summary).toBe('1 ticket waits for you.')
    expect(draw(page('qian', [agreed]))).toContain('confirm the closing')
    expect(draw(page('wang', [agreed]))).not.toContain('confirm the closing')
  })

  it('joins the parts of somebody with several roles', () => {
    const directory = directoryIn('en')
    const chen = { ...person('chen'), roles: ['team_lead', 'engineer'] } as const
    const both = { ...directory, people: { ...directory.people, chen } }
    const mine = reported({ id: 'HX-2' }, { world: { directory: both } }).does('chen', {
      do: 'ticket.claim',
    })
    const card = page('chen', [escalated(), mine, reported()], { directory: both })
    expect(ids(card)).toEqual(['HX-5', 'HX-2', 'HX-1'])
    expect(card.buttons.map(({ press }) => press.flow)).toEqual([
      'queue',
      'risk',
      'log',
      'prefer_language',
      'help',
    ])
  })

  it('says until when somebody is on duty', () => {
    const directory = directoryIn('en')
    const { l1 } = directory.rosters
    if (l1 === undefined) throw new Error('there is a first line')
    const weekly = {
      ...directory,
      rosters: { ...directory.rosters, l1: { ...l1, rotate: 'weekly' as const } },
    }
    expect(draw(page('li', [], { directory: weekly }))).toContain(
      'You are on duty: first line until 5 Mar 09:00.\nOn duty, second line: Ma Chao',
    )
    expect(draw(page('wang', [], { directory: weekly }))).toContain(
      'On duty, first line: Li Wei, until 5 Mar 09:00',
    )
    expect(draw(page('zhao', [], { directory: weekly }))).not.toContain('duty')
  })
})

describe('how all of theirs stands', () => {
  const words = (card: Card) => figures(card).map(({ cells, button }) => [...cells, button?.press.choice])

  it('is told to a contact and a manager of the customer, each figure leading to all it counts', () => {
    const months = [
      ['Open', '9', 'open'],
      ['Waiting for your side', '4', 'waiting_for_customer'],
      ['Waiting for the supplier', '5', 'waiting_for_supplier'],
      ['At risk', '4', 'at_risk'],
      ['Reported this month', '10', 'all this_month'],
      ['Closed this month', '1, every promise kept in 1', 'closed this_month'],
    ]
    for (const who of ['sun', 'han'])
      expect(words(page(who, morning(), { now: monday + 90 * minutes }))).toEqual(months)
  })

  it('counts the escalations that ask this reader alone', () => {
    const counted = (who: string, told: readonly Told[]) =>
      words(page(who, told)).filter(([label]) => label === 'Escalations for you to acknowledge')
    const one = escalated()
    const asks = [['Escalations for you to acknowledge', '1', 'to_acknowledge']]
    expect(one.ticket.escalations[0]?.waitingFor).toEqual(expect.arrayContaining(['chen', 'qian']))
    for (const who of ['chen', 'qian']) expect(counted(who, [one]), who).toEqual(asks)
    expect(counted('sun', [one]), 'it asks others').toEqual([])
    const seen = one.does('chen', { do: 'ticket.acknowledge_escalation' })
    expect(counted('chen', [seen])).toEqual([])
    expect(counted('qian', [seen]), 'it still asks them').toEqual(asks)
  })

  it('is told to a reporter of their own alone', () => {
    const others = reported({ id: 'HX-9', reporter: 'han' })
    expect(words(page('zhao', [reported(), others]))).toEqual([
      ['Open', '1', 'open person:me'],
      ['Waiting for the supplier', '1', 'waiting_for_supplier person:me'],
      ['Reported this month', '1', 'all this_month person:me'],
    ])
  })

  it('is told to who leads for the supplier customer by customer, never to an engineer', () => {
    const [asks, ...found] = words(page('chen', morning()))
    expect(asks, 'across customers').toEqual(['Escalations for you to acknowledge', '1', 'to_acknowledge'])
    expect(found.map(([name, open, , , , , choice]) => [name, open, choice])).toEqual([
      ['All customers', '10', 'open'],
      ['Huaxin', '9', 'open customer:huaxin'],
      ['Bluebird', '1', 'open customer:bluebird'],
    ])
    expect(words(page('li', morning()))).toEqual([])
  })

  it('begins for who leads with what is late, at risk or escalated, and ends with who is on duty', () => {
    const late = { now: monday + 90 * minutes }
    const said = draw(page('chen', morning(), late))
    const places = [
      'Waiting for you',
      'Escalations not acknowledged yet',
      'Late or at risk now',
      'All customers now',
      'On duty, first line',
    ].map((title) => said.indexOf(title))
    expect(places).not.toContain(-1)
    expect(places).toEqual(places.toSorted((one, other) => one - other))
    expect(page('chen', morning(), late).summary).toBe(
      '4 tickets are late or at risk. 2 tickets wait for you.',
    )
    expect(page('chen', []).summary).toBe('Nothing waits for you.')
    expect(
      draw(page('li', morning())).indexOf('You are on duty'),
      'who is at work reads it first',
    ).toBeLessThan(draw(page('li', morning())).indexOf('Yours to solve'))
  })

  it.each([
    ['chen', 'en', 'Overview · Yunheng'],
    ['sun', 'en', 'Overview · Huaxin'],
    ['zhao', 'en', 'Overview · your tickets'],
    ['chen', 'zh-CN', '总览 · Yunheng'],
    ['zhao', 'zh-CN', '总览 · 您的事件'],
  ] as const)('is headed by what it is to %s in %s: %s', (who, language, title) => {
    expect(page(who, morning(), { language, flow: 'overview' }).title).toBe(title)
    expect(page(who, morning(), { language }).title).toBe(language === 'en' ? 'Your page' : '我的主页')
  })

  it.each([
    ...['what is going on?', "what's going on", '现在什么情况', '总览'],
    ...['is anything on fire?', 'Anything on fire', 'anything urgent?', 'is there anything urgent right now'],
    ...['有什么着火的吗', '有没有紧急的', '有紧急的吗？', '現在有什麼緊急情況嗎'],
  ])('is the answer to “%s”', (text) => {
    const opened = openFlow(flows, text, { person: person('sun'), keys: ['HX'] })
    expect(opened?.flow.name).toBe('overview')
    expect(opened?.flow.begin(contextOf('sun')).kind).toBe('overview')
    expect(opened?.flow.begin(contextOf('sun', reported())).kind).toBe('show')
  })
})

describe('a page', () => {
  it('never grows beyond what a platform can show', () => {
    const many = Array.from({ length: 50 }, (_, n) => reported({ id: `HX-${n + 1}` }))
    const card = page('li', many)
    expect(tables(card)).toHaveLength(8)
    expect(draw(card)).toContain('and many more')
  })

  it('T50 is not shown where the other side reads along', () => {
    const inRoom = contextOf('li', undefined, { place: room('room-hx') })
    expect(flow('home').begin(inRoom)).toMatchObject({
      kind: 'refuse',
      saying: expect.stringContaining('private'),
    })
    expect(flow('home').begin(contextOf('zhao', undefined, { place: room('room-hx') })).kind).toBe('overview')
  })

  it('is opened by its words, and no report is taken for it', () => {
    for (const words of ['home', 'Home!', 'start page', '主页', '首页', '我的主页'])
      expect(openFlow(flows, words)?.flow.name, words).toBe('home')
    for (const words of ['home office VPN is down', '主页打不开了', 'start'])
      expect(openFlow(flows, words)?.flow.name, words).not.toBe('home')
  })

  it.each(languages)('leads on by buttons that open a conversation there is (%s)', (language) => {
    for (const who of ['zhao', 'li', 'chen']) {
      const card = page(who, morning(), { language })
      for (const { press } of [...card.buttons, ...tables(card).flatMap(({ button }) => button ?? [])])
        expect(flow(press.flow).may(person(who)), `${who} ${press.flow}`).toBe(true)
      expect(card.buttons.find(({ press }) => press.flow === 'prefer_language')?.press.choice).not.toBe(
        language,
      )
    }
  })
})

describe('the times on a page of tickets of customers on other clocks', () => {
  it('are the reader’s, all alike, and the zone is named once', () => {
    const { customers, ...others } = directoryIn('en')
    const { huaxin } = customers
    if (huaxin === undefined) throw new Error('there is no Huaxin')
    const directory = { ...others, customers: { ...customers, huaxin: { ...huaxin, zone: 'Europe/London' } } }
    const claimed = (id: string) => reported({ id }).does('li', { do: 'ticket.claim' })
    const said = draw(page('li', [claimed('HX-3'), claimed('HX-4')], { directory }))
    expect(said).toMatch(/HX-3.*\d\d:\d\d/)
    expect(said.match(/GMT\+8/g)).toHaveLength(1)
  })
})
