import { describe, expect, it } from 'vitest'
import { flows } from '../../flows/index.ts'
import type { Card } from '../../src/chat/card.ts'
import type { Context, Step } from '../../src/chat/flow.ts'
import type { ListedRow } from '../../src/chat/line.ts'
import { openFlow } from '../../src/chat/opener.ts'
import type { FoundList } from '../../src/domain/list/found-list.ts'
import { anyList, type ListQuery } from '../../src/domain/list/list-query.ts'
import { readList } from '../../src/domain/list/read-list.ts'
import { writeList } from '../../src/domain/list/written-list.ts'
import type { Language } from '../../src/domain/people/sides.ts'
import { contextOf, directory, flow, person, reported, room, row } from './fixtures.ts'

const keys = ['HX', 'BB']

/** What words said to the bot come to: the step of the flow they open. */
const says = (who: string, text: string, about: Partial<Context> = {}): Step | undefined => {
  const opened = openFlow(flows, text, { person: person(who), keys })
  if (opened === undefined) return undefined
  return opened.flow.begin({ ...contextOf(who), words: opened.words, ...about })
}

const asks = (who: string, text: string, about?: Partial<Context>): ListQuery | undefined => {
  const step = says(who, text, about)
  return step?.kind === 'find' ? step.query : undefined
}

const shown = (step: Step | undefined, found: Partial<FoundList<ListedRow>> = {}): Card => {
  if (step?.kind === 'show') return step.card
  if (step?.kind !== 'find') throw new Error(`not a list: ${step?.kind}`)
  return shown(step.yields({ rows: [], count: found.rows?.length ?? 0, isMore: false, ...found }))
}

const labels = ({ buttons }: Card) => buttons.map(({ label }) => label)

/** The query behind a button. */
const leadsTo = (card: Card, label: string, who = 'li'): ListQuery => {
  const choice = card.buttons.find((button) => button.label === label)?.press.choice
  if (choice === undefined) throw new Error(`no button says ${label}: ${labels(card)}`)
  return readList(choice, { directory, person: person(who) }).query
}

describe('lists are asked for in words', () => {
  it.each<[string, string, Partial<ListQuery>]>([
    ['li', 'tickets', { person: 'me' }],
    ['chen', 'tickets', {}],
    ['sun', 'tickets', {}],
    ['zhao', 'tickets', { person: 'me' }],
    ['sun', 'my tickets', { person: 'me' }],
    ['li', 'tickets open P1 wang', { groups: ['open'], priorities: ['P1'], person: 'wang' }],
    ['li', '工单 未解决 P1 wang', { groups: ['open'], priorities: ['P1'], person: 'wang' }],
    ['zhao', 'tickets open P1', { groups: ['open'], priorities: ['P1'], person: 'me' }],
    ['sun', 'tickets open P1 zhao', { groups: ['open'], priorities: ['P1'], person: 'zhao' }],
    ['zhao', 'tickets of my company', { customer: 'huaxin' }],
    ['li', 'tickets waiting', { groups: ['waiting_for_customer'] }],
    ['li', 'tickets closed this month', { groups: ['closed'], period: 'this_month' }],
    ['li', 'tickets older 3d', { older: 3 * 86_400_000 }],
    ['li', 'queue P1', { groups: ['queue'], priorities: ['P1'] }],
    ['li', 'queue', { groups: ['queue'] }],
    ['chen', 'risk P1', { groups: ['at_risk'], priorities: ['P1'] }],
    ['li', '查 打印机', { text: '打印机' }],
    ['zhao', '查 打印机', { text: '打印机' }],
    ['li', 'find printer', { text: 'printer' }],
    ['zhao', 'find printer', { text: 'printer' }],
  ])('%s: %s', (who, text, wanted) => {
    expect(asks(who, text)).toEqual({ ...anyList, ...wanted })
  })

  it.each([
    'tickets cannot be printed at the gate',
    'tickets: our booking page is down',
    '工单系统打不开',
    '工单打印不了',
    'queue in the printer is stuck',
    'list of suppliers does not load in SAP',
    'find out why the printer stopped',
    'search is broken',
    '查不到邮件',
    '查房系统登录失败',
    '搜索不出结果',
  ])('T41 a customer’s report is none: %s', (text) => {
    expect(asks('zhao', text)).toBeUndefined()
  })

  it('asks who is meant of several of one name, and lists nothing before', () => {
    const two = {
      ...directory,
      people: {
        ...directory.people,
        wang: { ...person('wang'), name: '王芳' },
        sun: { ...person('sun'), name: '王强' },
      },
    }
    const card = shown(says('li', 'tickets open 王', { directory: two }))
    expect(card.summary).toContain('王')
    expect(labels(card)).toEqual(['王芳', '王强'])
    expect(leadsTo(card, '王强')).toEqual({ ...anyList, groups: ['open'], person: 'sun' })
  })

  it('T50 in a customer’s room lists theirs alone, and knows nobody of another', () => {
    const place = room('room-hx')
    const here = { place, audience: 'customer' } as const
    expect(asks('li', 'tickets open', here)).toEqual({ ...anyList, groups: ['open'], customer: 'huaxin' })
    expect(asks('li', 'tickets open bluebird', here)).toMatchObject({ customer: 'huaxin' })
    const card = shown(says('li', 'tickets open emma', here))
    expect(card.blocks[0]).toMatchObject({ type: 'note', text: expect.stringContaining('emma') })
  })
})

describe('the answer for a list', () => {
  const told = reported()
  const rows = [row(told)]

  it.each<[Language, string]>([
    ['en', '1 open · P1 + P2 · Huaxin · older than 3 days'],
    ['zh-CN', '1个未关闭的事件 · P1 + P2 · Huaxin · 超过3天'],
  ])('counts what was asked for (%s)', (language, title) => {
    expect(shown(says('li', 'tickets open P1 P2 Huaxin older 3d', { language }), { rows }).title).toBe(title)
  })

  it('leads to the pages beside it by where they begin', () => {
    const after = { side: 'after', at: 7, id: 'HX-1' } as const
    const before = { side: 'before', at: null, id: 'HX-1' } as const
    const card = shown(says('li', 'tickets open'), { rows, count: 1_000, isMore: true, after, before })
    expect(card.title).toBe('more than 1000 open')
    expect(labels(card).slice(0, 2)).toEqual(['Next page', 'Previous page'])
    expect(leadsTo(card, 'Next page')).toEqual({ ...anyList, groups: ['open'], cursor: after })
    expect(leadsTo(card, 'Previous page')).toEqual({ ...anyList, groups: ['open'], cursor: before })
  })

  it('offers what would be asked next', () => {
    const card = shown(says('chen', 'tickets open'), { rows })
    expect(labels(card)).toEqual(['At risk', 'Mine only', 'Closed this month'])
    expect(leadsTo(card, 'Closed this month')).toEqual({
      ...anyList,
      groups: ['closed'],
      period: 'this_month',
    })
    expect(labels(shown(says('zhao', 'tickets'), { rows }))).not.toContain('Everybody’s')
  })

  it('says what was looked for where nothing is found, and offers to drop each of it', () => {
    const card = shown(says('li', 'tickets open P1 Huaxin'))
    expect(card.blocks).toEqual([
      { type: 'text', text: 'No ticket fits: open · P1 · Huaxin. Leave a limit out to see more.' },
    ])
    expect(labels(card)).toEqual(['Without “P1”', 'Without “Huaxin”', 'Closed ones too'])
    expect(leadsTo(card, 'Without “P1”')).toEqual({ ...anyList, groups: ['open'], customer: 'huaxin' })
    expect(leadsTo(card, 'Closed ones too')).toMatchObject({ groups: ['all'], priorities: ['P1'] })
  })

  it('says of words found nowhere that nothing mentions them, with each quotation mark once', () => {
    const words = (query: Partial<ListQuery>) => {
      const choice = writeList({ ...anyList, ...query })
      const card = shown(flow('tickets').begin({ ...contextOf('li'), choice }))
      return [card.summary, labels(card)[0]]
    }
    expect(words({ text: 'printer' })).toEqual([
      'No ticket mentions “printer”. Try another word, or fewer.',
      'Without “printer”',
    ])
    expect(words({ text: 'printer', priorities: ['P1'] })).toEqual([
      'No ticket mentions “printer” among: P1. Try another word, or fewer.',
      'Without “P1”',
    ])
    expect(words({ groups: ['all'] })).toEqual(['There is no ticket yet.', undefined])
  })

  it('says what it did not understand, what can be said, and offers to search for it', () => {
    const card = shown(says('li', 'tickets open flurb'), { rows })
    expect(card.blocks[0]).toMatchObject({ type: 'note', text: expect.stringContaining('“flurb”') })
    expect(leadsTo(card, 'Search for “flurb”')).toEqual({ ...anyList, groups: ['open'], text: 'flurb' })
  })

  it('opens the list of a button again', () => {
    const card = shown(flow('tickets').begin({ ...contextOf('li'), choice: 'closed this_month person:wang' }))
    expect(card.blocks).toEqual([
      { type: 'text', text: 'No ticket fits: closed · wang · this month. Leave a limit out to see more.' },
    ])
  })
})
