import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { priorities } from '../../src/domain/agreement/matrix.ts'
import { works } from '../../src/domain/agreement/work.ts'
import {
  anyList,
  firstPage,
  groups,
  groupsOf,
  type ListQuery,
  sortOf,
  sorts,
} from '../../src/domain/list/list-query.ts'
import { periods, stretchOf } from '../../src/domain/list/period.ts'
import { readList, readSearch } from '../../src/domain/list/read-list.ts'
import { writeList } from '../../src/domain/list/written-list.ts'
import type { Directory, Person } from '../../src/domain/people/directory.ts'
import { directory as usual } from '../ticket/world.ts'

const day = 86_400_000

const named = (id: string, name: string): Person => {
  const found = usual.people[id]
  if (found === undefined) throw new Error(`nobody is called ${id}`)
  return { ...found, name }
}
const directory: Directory = {
  ...usual,
  customers: {
    ...usual.customers,
    huaxin: { ...usual.customers.huaxin, name: '华信贸易', key: 'HX' },
  } as Directory['customers'],
  people: {
    ...usual.people,
    li: named('li', '李伟'),
    wang: named('wang', '王强'),
    sun: named('sun', '王芳'),
    ma: named('ma', 'Ma Li'),
    emma: named('emma', 'Emma Brown'),
  },
}
const who = (id: string): Person => named(id, directory.people[id]?.name ?? id)
const read = (words: string, reader = 'li') => readList(words, { directory, person: who(reader) })
const query = (words: string, reader?: string) => {
  const { query: found, unknown, namesakes } = read(words, reader)
  expect({ unknown, namesakes }, words).toEqual({ unknown: [], namesakes: [] })
  return found
}

describe('words about a list', () => {
  it.each<[string, Partial<ListQuery>]>([
    ['', {}],
    ['open P1 王芳', { groups: ['open'], priorities: ['P1'], person: 'sun' }],
    ['王芳 p1 open', { groups: ['open'], priorities: ['P1'], person: 'sun' }],
    ['王芳的未解决P1工单', { groups: ['open'], priorities: ['P1'], person: 'sun' }],
    ['未解决 P1 王芳', { groups: ['open'], priorities: ['P1'], person: 'sun' }],
    ['waiting', { groups: ['waiting_for_customer'] }],
    ['waiting for us', { groups: ['waiting_for_supplier'] }],
    ['等我方', { groups: ['waiting_for_supplier'] }],
    ['closed this month', { groups: ['closed'], period: 'this_month' }],
    ['本月关闭的', { groups: ['closed'], period: 'this_month' }],
    ['older 3d', { older: 3 * day }],
    ['older than 3 days', { older: 3 * day }],
    ['超过三天', { older: 3 * day }],
    ['3天以上的', { older: 3 * day }],
    ['last 2 weeks', { newer: 14 * day }],
    ['最近7天', { newer: 7 * day }],
    ['P1', { priorities: ['P1'] }],
    ['p1 or p2, unclaimed', { groups: ['unclaimed'], priorities: ['P1', 'P2'] }],
    ['P1/P2', { priorities: ['P1', 'P2'] }],
    ['of Huaxin', { customer: 'huaxin' }],
    ['华信贸易 打印机', { customer: 'huaxin', category: 'printer' }],
    ['HX overdue', { customer: 'huaxin', groups: ['overdue'] }],
    ['Emma', { person: 'emma' }],
    ['@王强', { person: 'wang' }],
    ['李伟 处理中', { groups: ['in_progress'], person: 'li' }],
    ['requests open', { work: 'service_request', groups: ['open'] }],
    ['my open ones, oldest first', { person: 'me', groups: ['open'], sort: 'oldest' }],
    ['of my company', {}],
    ['all', { groups: ['all'] }],
    ['at risk by priority', { groups: ['at_risk'], sort: 'priority' }],
    ['已超时 高优先级', { groups: ['overdue'], priorities: ['P2'] }],
    ['closed last month not met', { groups: ['closed'], period: 'last_month', promises: 'missed' }],
  ])('%s', (words, wanted) => {
    expect(query(words)).toEqual({ ...anyList, ...wanted })
  })

  it('means the other side by the same words where somebody of the customer says them', () => {
    expect(query('waiting for us', 'zhao').groups).toEqual(['waiting_for_customer'])
    expect(query('等对方', 'zhao').groups).toEqual(['waiting_for_supplier'])
    expect(query('of my company', 'zhao')).toEqual({ ...anyList, customer: 'huaxin' })
    expect(query('我们公司的未解决工单', 'zhao')).toEqual({
      ...anyList,
      customer: 'huaxin',
      groups: ['open'],
    })
  })

  it('asks who is meant where several are called so, and guesses nobody', () => {
    const found = read('open 王')
    expect(found.query).toEqual({ ...anyList, groups: ['open'] })
    expect(found.namesakes).toEqual([{ said: '王', who: [{ person: 'wang' }, { person: 'sun' }] }])
    expect(read('李').query.person).toBe('li')
  })

  it('reads one name at a time and says which it left out', () => {
    const found = read('open P1 王芳 and 李伟')
    expect(found.query).toEqual({ ...anyList, groups: ['open'], priorities: ['P1'], person: 'sun' })
    expect(found.unknown).toEqual(['李伟'])
    expect(read('王芳 王芳').unknown).toEqual([])
  })

  it('says what it does not understand, as it was typed, and keeps the rest', () => {
    const found = read('open Flurb P1 乱七八糟')
    expect(found).toMatchObject({
      query: { groups: ['open'], priorities: ['P1'] },
      unknown: ['Flurb', '乱七八糟'],
      understood: 2,
    })
  })

  it('knows no name of another customer where somebody of a customer asks (I9)', () => {
    for (const words of ['Emma', 'Emma Brown', 'Bluebird', 'BB']) {
      const found = read(words, 'zhao')
      expect(found.query, words).toEqual(anyList)
      expect(found.unknown.join(' '), words).toBe(words)
      expect(found.namesakes, words).toEqual([])
    }
  })

  it('looks for all that is said in a search', () => {
    expect(readSearch(' 打印机 ')).toEqual({ ...anyList, text: '打印机' })
    expect(readSearch('Paper Jam')).toEqual({ ...anyList, text: 'Paper Jam' })
    expect(groupsOf(readSearch('x'))).toEqual(['all'])
    expect(groupsOf(anyList)).toEqual(['open'])
  })

  it('puts what is open by remaining time, and what has ended the latest first', () => {
    expect(sortOf(query('P1'))).toBe('due')
    expect(sortOf(query('closed'))).toBe('newest')
    expect(sortOf(query('closed oldest'))).toBe('oldest')
    const cursor = { side: 'after', at: null, id: 'HX-7' } as const
    expect(firstPage({ ...query('P1'), cursor })).toEqual(query('P1'))
  })

  it('reads what it wrote as the same, whatever the query', () => {
    const id = fc.constantFrom('wang', 'Li-2', 'li wei', '王芳')
    const arbitrary = fc.record(
      {
        groups: fc.uniqueArray(fc.constantFrom(...groups), { maxLength: 3 }),
        priorities: fc.uniqueArray(fc.constantFrom(...priorities), { maxLength: 2 }),
        person: id,
        customer: id,
        category: fc.constantFrom('printer', 'own category'),
        work: fc.constantFrom(...works),
        promises: fc.constantFrom('met' as const, 'missed' as const),
        period: fc.constantFrom(...periods),
        older: fc.integer({ min: 1, max: 400 }).map((hours) => hours * 3_600_000),
        newer: fc.integer({ min: 1, max: 400 }).map((days) => days * day),
        text: fc.constantFrom('打印机', 'Paper jam', 'open P1', '3d', 'a:b'),
        sort: fc.constantFrom(...sorts),
        cursor: fc.record({
          side: fc.constantFrom('after' as const, 'before' as const),
          at: fc.constantFrom(1_700_000_000_000, null, 'P2'),
          id: fc.constantFrom('HX-7', 'HX-V3'),
        }),
      },
      { requiredKeys: ['groups', 'priorities'] },
    )
    fc.assert(
      fc.property(arbitrary, (wanted) => {
        const words = writeList(wanted)
        fc.pre(words.length < 190)
        expect(read(words), words).toMatchObject({ query: wanted, unknown: [], namesakes: [] })
      }),
    )
  })
})

describe('periods', () => {
  const at = Date.UTC(2026, 2, 1, 17) // Monday 2 March, 01:00 in Shanghai
  const shanghai = (month: number, date: number) => Date.UTC(2026, month, date) - 8 * 3_600_000

  it.each([
    ['today', shanghai(2, 2), shanghai(2, 3)],
    ['yesterday', shanghai(2, 1), shanghai(2, 2)],
    ['this_week', shanghai(2, 2), shanghai(2, 9)],
    ['last_week', shanghai(1, 23), shanghai(2, 2)],
    ['this_month', shanghai(2, 1), shanghai(3, 1)],
    ['last_month', shanghai(1, 1), shanghai(2, 1)],
    ['this_year', shanghai(0, 1), shanghai(12, 1)],
  ] as const)('%s on the reader’s own wall clock', (period, from, to) => {
    expect(stretchOf(period, 'Asia/Shanghai', at)).toEqual({ from, to })
  })
})
