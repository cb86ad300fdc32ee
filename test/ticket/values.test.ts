import { describe, expect, it } from 'vitest'
import type { TicketCommand, TicketWish } from '../../src/domain/ticket/command.ts'
import type { Check } from '../../src/domain/ticket/decide/checks.ts'
import { fields } from '../../src/domain/ticket/decide/values.ts'
import { decide } from '../../src/domain/ticket/decide.ts'
import { categories } from '../../src/domain/ticket/suggest/categories.ts'
import type { Ticket } from '../../src/domain/ticket/ticket.ts'
import { actor, reported, reportWish, story } from './given.ts'
import { monday, world } from './world.ts'

const askWish: TicketWish = { do: 'ticket.ask', ask: 'approval', text: 'May we restart it?', of: 'sun' }
const resolveWish: TicketWish = { do: 'ticket.resolve', description: 'Restarted it', workaround: false }

const resolved = () => reported().does('li', { do: 'ticket.claim' }).does('li', resolveWish)
const closed = () =>
  resolved().does('zhao', { do: 'ticket.confirm_solution' }).does('chen', { do: 'ticket.close' })

/** A ticket in every status there is, and where a request, a proposal, an escalation waits. */
const situations: { readonly [name: string]: Ticket } = {
  new: reported().ticket,
  in_progress: reported().does('li', { do: 'ticket.claim' }).ticket,
  asked: reported().does('li', askWish).ticket,
  on_hold: (() => {
    const told = reported().does('li', askWish)
    const askedAt = told.ticket.ask?.askedAt ?? 0
    return told.bot({ do: 'ticket.record_ask_delivered', askedAt, deliveredAt: told.at }).ticket
  })(),
  downgrade: reported().does('li', { do: 'ticket.override', priority: 'P4', reason: 'one person' }).ticket,
  merging: reported().does('li', { do: 'ticket.mark_duplicate', master: 'HX-2', reason: 'the same' }).ticket,
  escalated: reported().does('zhao', { do: 'ticket.escalate', reason: 'the whole office waits' }).ticket,
  resolved: resolved().ticket,
  consented: resolved().does('zhao', { do: 'ticket.confirm_solution' }).ticket,
  closed: closed().ticket,
  withdrawn: reported().does('zhao', { do: 'ticket.cancel', reason: 'it was our own switch' }).ticket,
  out_of_scope: reported().does('li', { do: 'ticket.mark_out_of_scope', reason: 'a printer' }).ticket,
}

/** A command of each name as forms make it, so that each field can be spoilt in turn. */
const good: { readonly [Do in TicketWish['do']]: Extract<TicketWish, { readonly do: Do }> } = {
  'ticket.report': reportWish({ id: 'HX-9' }) as Extract<TicketWish, { do: 'ticket.report' }>,
  'ticket.claim': { do: 'ticket.claim' },
  'ticket.reassign': { do: 'ticket.reassign', to: 'wang', reason: { internal: 'knows the network' } },
  'ticket.classify': { do: 'ticket.classify', category: 'security' },
  'ticket.assess': { do: 'ticket.assess', impact: 'high', urgency: 'high', reason: 'everybody' },
  'ticket.override': { do: 'ticket.override', priority: 'P1', reason: 'the plant stands' },
  'ticket.change_work': { do: 'ticket.change_work', work: 'service_request', reason: '' },
  'ticket.agree_downgrade': { do: 'ticket.agree_downgrade' },
  'ticket.decline_downgrade': { do: 'ticket.decline_downgrade', reason: 'it is worse' },
  'ticket.note': { do: 'ticket.note', text: { internal: 'the switch is old' } },
  'ticket.update': { do: 'ticket.update', text: 'looking at the switch' },
  'ticket.add_message': {
    ...{ do: 'ticket.add_message', text: 'again' },
    decided: { verdict: 'approved', ticket: 'HX-2' },
  },
  'ticket.edit_message': {
    ...{ do: 'ticket.edit_message', text: 'again and again', internal: false },
    message: { platform: 'web', team: 'local', conversation: 'dm-zhao', message: 'm1' },
  },
  'ticket.delete_message': {
    ...{ do: 'ticket.delete_message', internal: false },
    message: { platform: 'web', team: 'local', conversation: 'dm-zhao', message: 'm1' },
  },
  'ticket.ask': { do: 'ticket.ask', ask: 'information', text: 'Which floor?', of: 'zhao' },
  'ticket.record_ask_delivered': { do: 'ticket.record_ask_delivered', askedAt: 1, deliveredAt: 2 },
  'ticket.answer': { do: 'ticket.answer', text: 'yes', verdict: 'approved' },
  'ticket.resolve': { ...resolveWish, breachReason: 'a spare part' },
  'ticket.confirm_solution': { do: 'ticket.confirm_solution' },
  'ticket.reject_solution': { do: 'ticket.reject_solution', reason: 'still down' },
  'ticket.close': { do: 'ticket.close' },
  'ticket.reopen': { do: 'ticket.reopen', reason: 'down again' },
  'ticket.cancel': { do: 'ticket.cancel', reason: 'our own switch' },
  'ticket.mark_duplicate': { do: 'ticket.mark_duplicate', master: 'HX-2', reason: 'the same' },
  'ticket.agree_merge': { do: 'ticket.agree_merge', master: 'HX-2' },
  'ticket.decline_merge': { do: 'ticket.decline_merge', reason: 'another floor' },
  'ticket.mark_out_of_scope': { do: 'ticket.mark_out_of_scope', reason: 'a printer' },
  'ticket.contest': { do: 'ticket.contest', reason: 'it is yours' },
  'ticket.link_duplicate': { do: 'ticket.link_duplicate', duplicate: 'HX-2', reporter: 'zhao' },
  'ticket.unlink_duplicate': { do: 'ticket.unlink_duplicate', duplicate: 'HX-2', reason: 'another one' },
  'ticket.split': {
    ...{ do: 'ticket.split', into: 'HX-2' },
    part: { ticket: 'HX-1', acceptedAt: monday, pauses: [] },
  },
  'ticket.escalate': { do: 'ticket.escalate', reason: 'we wait' },
  'ticket.acknowledge_escalation': { do: 'ticket.acknowledge_escalation' },
  'ticket.rate': { do: 'ticket.rate', score: 5, comment: 'thanks' },
  'ticket.wake': { do: 'ticket.wake' },
}

const place = { platform: 'web', team: 'local', conversation: 'dm-zhao' }

/** No field of any command may hold one of these. */
const neverTaken: readonly unknown[] = [
  ...[null, 0.5, Number.NaN, Number.POSITIVE_INFINITY, 9, {}, [null], () => 'x', Symbol('x')],
  ...['a\0b', 'half \ud800 a character', '__proto__', 'constructor', 'P9', 'BB-1', 'x'.repeat(100_001)],
  ...[
    'HX-0',
    'HX-01',
    'HX-1e3',
    'HX-',
    'HX-x',
    'hx-2',
    'HX-2\n',
    ' HX-2',
    'HX-٢',
    'ＨＸ-2',
    'HX-1234567890123456',
  ],
  ...[
    -1,
    253_402_300_800_000,
    5n,
    true,
    '5',
    new Date(0),
    ['zhao'],
    Object('zhao'),
    { toString: () => 'zhao' },
  ],
  ...['zhao ', 'ZHAO', 'ｚｈａｏ', 'zh\u200bao', 'P1 ', 'p1', 'Security', 'toString', 'emma'],
  { internal: 'for us', customer: 'and for them' },
  { value: 'high', reason: 'x'.repeat(100_001), suggested: true },
  { value: 'high', reason: '', suggested: true, of: 'somebody else' },
  { ...place, conversation: 'x'.repeat(10_001), message: 'm1' },
  { ...place, team: 5, message: 'm1' },
  ...[
    { size: Number.POSITIVE_INFINITY },
    { name: 'x'.repeat(10_001) },
    { link: 'x'.repeat(10_001) },
    { id: '' },
  ].map((part) => [{ id: 'F1', name: 'a.png', ...part }]),
  new Array(3),
  Array.from({ length: 1_001 }, (_, index) => ({ id: `F${index}`, name: 'a.png' })),
]
/** Nothing a reader would see. */
const unseen = [
  '\u200b',
  '\ufeff\u200d',
  '\u202e\u2066',
  '\u3164',
  '\u2800',
  '\u0001\u0007',
  '\u0301',
  '\ufe0f',
  '\u00ad',
]
const blanks: readonly unknown[] = [
  ...['', '   ', '\n\t', ...unseen].flatMap((said) => [said, { internal: said }]),
  undefined,
]

/** Free words take any words; ids and choices do not. */
const isFree = (value: unknown): boolean =>
  typeof value === 'string' && value.isWellFormed() && !value.includes('\0') && value.length <= 100_000

const freeFields = ['text', 'reason', 'description', 'breachReason', 'comment']
/** Where nothing has to be said, or something else says it. */
const mayBeBlank: readonly string[] = [
  ...['ticket.assess.reason', 'ticket.change_work.reason', 'ticket.edit_message.text', 'ticket.answer.text'],
  ...['ticket.resolve.breachReason', 'ticket.rate.comment', 'ticket.add_message.text'],
]

const everybody = ['zhao', 'sun', 'li', 'wang', 'chen', 'emma']
const commands = Object.keys(fields) as readonly TicketWish['do'][]
const cases = commands.flatMap((name) => Object.keys(fields[name]).map((field) => ({ name, field })))

/** What comes of it, for everybody in every situation. */
const outcomes = (wish: TicketWish) =>
  [...everybody.map(actor), { kind: 'bot' } as const].flatMap((by) =>
    Object.entries(wish.do === 'ticket.report' ? { none: undefined } : situations).map(
      ([situation, ticket]) => {
        const command = { ...wish, at: monday, by } as TicketCommand
        return { situation, by, decision: decide(ticket, command, world) }
      },
    ),
  )

describe('a command of the right values', () => {
  it.each(commands.filter((name) => name !== 'ticket.record_ask_delivered' && name !== 'ticket.wake'))(
    '%s is taken from somebody in some situation',
    (name) => {
      const anew = name === 'ticket.link_duplicate' ? { ...good[name] } : good[name]
      expect(outcomes(anew).some(({ decision }) => decision.ok)).toBe(true)
    },
  )
})

/** Who in which situation had something happen with this value. */
const taken = (name: TicketWish['do'], field: string, value: unknown): readonly string[] =>
  outcomes({ ...good[name], [field]: value } as TicketWish)
    .filter(({ decision }) => decision.ok && decision.value.length > 0)
    .map(({ situation, by }) => `${JSON.stringify(by)} ${situation} ${String(value).slice(0, 20)}`)

describe('X2 RS.5b RS.5c decide takes no value on the word of a form', () => {
  it.each(cases)('$name: $field', ({ name, field }) => {
    const isFreeText = freeFields.includes(field)
    const bad = neverTaken
      .filter((value) => !(isFreeText && isFree(value)))
      .filter((value) => !(field.endsWith('At') && value === 9))
      .filter((value) => !((field === 'internal' || field === 'workaround') && value === true))
    expect(bad.flatMap((value) => taken(name, field, value))).toEqual([])
    if (mayBeBlank.includes(`${name}.${field}`)) return
    const { shaped } = fields[name][field as never] as Check
    const blank = blanks.filter((value) => value !== undefined || !shaped(undefined))
    expect(blank.flatMap((value) => taken(name, field, value))).toEqual([])
  })
})

describe('what every command carries', () => {
  const refused = (command: object) => decide(situations.new, command as TicketCommand, world)

  it.each([Number.NaN, Number.POSITIVE_INFINITY, -1, 0.5, 8.64e15, '5', null, undefined])(
    'no moment %s',
    (at) => {
      for (const name of commands)
        expect(refused({ ...good[name], at, by: actor('li') }), name).toMatchObject({
          no: { code: 'malformed' },
        })
    },
  )

  it.each([null, undefined, 'li', {}, { kind: 'admin' }, [actor('li')]])('nobody like %s', (by) => {
    for (const name of commands)
      expect(refused({ ...good[name], at: monday, by }), name).toMatchObject({ no: { code: 'malformed' } })
  })

  it.each(['__proto__', 'constructor', 'ticket.nothing', '', null, 5])('no command %s', (name) => {
    const no = { code: 'malformed', field: 'do' }
    expect(refused({ do: name, at: monday, by: actor('li') })).toEqual({ ok: false, no })
  })
})

describe('what a ticket is', () => {
  it('RS.5b keeps its category once it has ended', () => {
    for (const name of ['closed', 'withdrawn', 'out_of_scope', 'resolved'])
      for (const category of categories) {
        const command = { do: 'ticket.classify', category, at: monday, by: actor('li') } as const
        expect(decide(situations[name], command, world), name).toMatchObject({
          ok: false,
          no: { code: 'wrong_status' },
        })
      }
  })

  it('I9 T49 is no duplicate of another customer’s, which does not exist for it', () => {
    reported().refuses('li', { do: 'ticket.mark_duplicate', master: 'BB-1', reason: 'the same' }, 'not_found')
    reported().refuses(
      'li',
      { do: 'ticket.link_duplicate', duplicate: 'BB-1', reporter: 'zhao' },
      'not_found',
    )
    story().refuses('zhao', reportWish({ follows: 'BB-1' }), 'not_found')
  })
})
