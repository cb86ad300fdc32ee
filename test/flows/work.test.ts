import { describe, expect, it } from 'vitest'
import type { Recorded } from '../../src/domain/item/reading.ts'
import {
  begins,
  closedStory,
  contextOf,
  flow,
  formOf,
  hours,
  reported,
  row,
  saying,
  settled,
  submits,
  wishOf,
  wrongFields,
} from './fixtures.ts'

const ack = { do: 'ticket.claim' } as const

describe('claim', () => {
  it('RS.5d orders the acknowledgement', () => {
    const step = begins('claim', 'li', reported())
    expect(wishOf(step)).toEqual(ack)
    expect(step).toMatchObject({ orders: [{ item: 'HX-1' }], saying: 'HX-1 is yours.' })
  })

  it('shows what nobody has taken when no ticket was named', () => {
    const step = flow('claim').begin(contextOf('li'))
    expect(step).toMatchObject({ kind: 'list', query: { list: 'unclaimed' } })
    expect(saying(settled(step, undefined, [row(reported())]))).toContain('HX-1')
  })
})

describe('reassign', () => {
  it('offers the colleagues, those on duty first, and keeps the reason inside', () => {
    const told = reported().does('li', ack)
    const to = formOf(begins('reassign', 'li', told)).fields[0]
    expect(to?.kind === 'person' && to.people.map(({ id }) => id)).toEqual([
      ...['wang', 'ma', 'chen', 'qian', 'zhou', 'wu', 'zheng'],
    ])
    expect(wishOf(submits('reassign', 'li', { to: 'wang', reason: 'knows the VPN' }, told))).toEqual({
      do: 'ticket.reassign',
      to: 'wang',
      reason: { internal: 'knows the VPN' },
    })
  })

  it('takes person and reason from the words', () => {
    expect(wishOf(begins('reassign', 'li', reported(), { words: 'to wang: knows the VPN' }))).toMatchObject({
      to: 'wang',
      reason: { internal: 'knows the VPN' },
    })
    expect(formOf(begins('reassign', 'li', reported(), { words: 'ma' })).fields[0]?.initial).toBe('ma')
  })

  it('says what is missing or was never offered', () => {
    expect(wrongFields(submits('reassign', 'li', { to: 'zhao' }, reported()))).toEqual(['to', 'reason'])
  })
})

describe('classify', () => {
  it.each([
    ['', 'category:email', 'email'],
    ['database', undefined, 'database'],
    ['Security', undefined, 'security'],
  ])('RS.5b takes words %j or button %j', (words, choice, category) => {
    const step = begins('classify', 'li', reported(), { words, ...(choice === undefined ? {} : { choice }) })
    expect(wishOf(step)).toEqual({ do: 'ticket.classify', category })
  })

  it('asks with the suggestion filled in', () => {
    expect(formOf(begins('classify', 'li', reported())).fields[0]?.initial).toBe('network')
  })
})

describe('assess', () => {
  it('RS.5c takes one tap, whose reason is read from the level, in each reader’s language', () => {
    expect(wishOf(begins('assess', 'zhao', reported(), { choice: 'impact:high' }))).toEqual({
      do: 'ticket.assess',
      impact: 'high',
      reason: '',
    })
  })

  it('asks the supplier for a reason, the customer not', () => {
    const values = { impact: 'low', urgency: 'low' }
    expect(wrongFields(submits('assess', 'li', values, reported()))).toEqual(['reason'])
    expect(wishOf(submits('assess', 'zhao', values, reported()))).toMatchObject({ ...values, reason: '' })
  })

  it('tells the supplier that a lower priority is only proposed', () => {
    const lower = { impact: 'low', urgency: 'low', reason: 'one person' }
    expect(submits('assess', 'li', lower, reported())).toMatchObject({
      saying: 'Proposed; it changes only if the customer agrees.',
    })
    const done = { saying: 'Noted. The priority follows from both answers.' }
    expect(submits('assess', 'zhao', lower, reported())).toMatchObject(done)
    expect(submits('assess', 'li', { ...lower, impact: 'high', urgency: 'high' }, reported())).toMatchObject(
      done,
    )
  })

  it('T47 knows no level that is not agreed', () => {
    expect(begins('assess', 'zhao', reported(), { choice: 'impact:enormous' }).kind).toBe('ask')
    expect(wrongFields(submits('assess', 'zhao', { impact: 'x', urgency: 'low' }, reported()))).toEqual([
      'impact',
    ])
  })
})

describe('override', () => {
  it('needs a reason', () => {
    expect(wrongFields(submits('override', 'li', { priority: 'P1' }, reported()))).toEqual(['reason'])
    expect(wishOf(begins('override', 'li', reported(), { words: 'P1 the minister visits' }))).toEqual({
      do: 'ticket.override',
      priority: 'P1',
      reason: 'the minister visits',
    })
  })

  it('says what was set, or that it is only proposed', () => {
    const set = (priority: string) =>
      submits('override', 'li', { priority, reason: 'the minister visits' }, reported())
    expect(set('P1')).toMatchObject({ saying: 'Noted: P1 critical, set by hand.' })
    expect(set('P4')).toMatchObject({ saying: 'Proposed; it changes only if the customer agrees.' })
  })

  it('says what the matrix gives', () => {
    expect(formOf(begins('override', 'li', reported(), { words: 'press is here' }))).toMatchObject({
      intro: 'The matrix gives P3 medium.',
      fields: [{ initial: 'P3' }, { initial: 'press is here' }],
    })
  })
})

describe('note and update', () => {
  it('T54 keeps them two different acts', () => {
    expect(wishOf(begins('note', 'li', reported(), { words: 'fan is loud' }))).toEqual({
      do: 'ticket.note',
      text: { internal: 'fan is loud' },
    })
    expect(wishOf(begins('update', 'li', reported(), { words: 'We are on it' }))).toEqual({
      do: 'ticket.update',
      text: 'We are on it',
    })
  })

  it('says in the form who reads it', () => {
    expect(formOf(begins('update', 'li', reported())).intro).toContain('Huaxin will read this')
    expect(formOf(begins('note', 'li', reported())).fields[0]?.hint).toContain('supplier')
  })

  it('T12 writes once when the same form is sent twice', () => {
    const told = reported()
    const seen = told.log.length
    told.does('li', { do: 'ticket.update', text: 'We are on it' })
    expect(submits('update', 'li', { text: 'We are on it' }, told, { seen }).kind).toBe('show')
    expect(submits('update', 'wang', { text: 'Part ordered' }, told, { seen }).kind).toBe('order')
  })
})

describe('resolve', () => {
  it('needs a description and proposes by words alone', () => {
    expect(wrongFields(submits('resolve', 'li', { workaround: 'no' }, reported()))).toEqual(['description'])
    expect(wishOf(begins('resolve', 'li', reported(), { words: 'Replaced the switch' }))).toEqual({
      do: 'ticket.resolve',
      description: 'Replaced the switch',
      workaround: false,
    })
  })

  it('asks why a target was missed, also when it ran out while the form was open', () => {
    const told = reported().does('li', ack)
    const before = formOf(begins('resolve', 'li', told))
    expect(before.fields.map(({ name }) => name)).toEqual(['description', 'workaround'])
    told.passes(100 * hours)
    const typed = { description: 'Replaced it', workaround: 'yes' }
    const again = formOf(submits('resolve', 'li', typed, told))
    expect(again.fields.map(({ name, initial }) => [name, initial])).toEqual([
      ['description', 'Replaced it'],
      ['workaround', 'yes'],
      ['breachReason', undefined],
    ])
    const wish = wishOf(submits('resolve', 'li', { ...typed, breachReason: 'No spare part' }, told))
    expect(wish).toMatchObject({ workaround: true, breachReason: 'No spare part' })
  })

  it('refuses before anything is typed when it cannot be done', () => {
    const told = reported().does('zhao', { do: 'ticket.cancel', reason: 'works' })
    expect(begins('resolve', 'li', told).kind).toBe('refuse')
  })
})

describe('duplicate', () => {
  it('merges both tickets together or neither', () => {
    expect(begins('mark_duplicate', 'li', reported(), { words: 'of hx3 the same switch' })).toMatchObject({
      kind: 'order',
      orders: [
        { item: 'HX-1', wish: { do: 'ticket.mark_duplicate', master: 'HX-3', reason: 'the same switch' } },
      ],
    })
  })

  it('says when that is no number', () => {
    const step = submits('mark_duplicate', 'li', { master: 'the other', reason: 'same' }, reported())
    expect(wrongFields(step)).toEqual(['master'])
  })

  it('says at the field when there is no such ticket, when it is itself, and when it is not open', () => {
    const fill = (master: string) =>
      flow('mark_duplicate').submit?.(contextOf('li', reported()), { master, reason: 'same' })
    const against = (master: string, log: readonly Recorded[]) => {
      const step = fill(master)
      if (step?.kind !== 'history') throw new Error('the other ticket is not read')
      return step.yields(log)
    }
    const logOf = ({ log }: ReturnType<typeof reported>): readonly Recorded[] =>
      log.map((event, index) => ({ seq: index + 1, hash: '', event }))
    const closed = logOf(closedStory())
    expect(against('HX-9', [])).toMatchObject({
      problems: [{ field: 'master', message: expect.stringContaining('no such') }],
    })
    expect(wrongFields(against('HX-1', logOf(reported())))).toEqual(['master'])
    expect(against('HX-9', closed)).toMatchObject({
      problems: [{ message: expect.stringContaining('is not open') }],
    })
    expect(against('HX-9', logOf(reported())).kind).toBe('order')
  })

  it('names a number of this customer as the example', () => {
    const told = reported({ id: 'BB-1', reporter: 'emma', customer: 'bluebird' })
    expect(saying(begins('mark_duplicate', 'emma', told))).toContain('for example BB-3')
  })
})
