import { works } from '../../agreement/work.ts'
import { isStamped } from '../../item/shapes.ts'
import type { TicketCommand, TicketWish } from '../command.ts'
import type { TicketRefusal } from '../refusal.ts'
import * as may from './checks.ts'
import { carried, splitFrom } from './link-checks.ts'

/** The fields of one command. Each has its check: a field added to a command does not compile without one. */
type FieldsOf<Wish> = Wish extends TicketWish
  ? { readonly [Field in Exclude<keyof Wish, 'do'>]-?: may.Check }
  : never

const said = { message: may.optional(may.message), files: may.optional(may.files) }

/** What every field of every command may hold. Forms ask the same of people before; this is the word that counts. */
export const fields: {
  readonly [Do in TicketWish['do']]: FieldsOf<Extract<TicketWish, { readonly do: Do }>>
} = {
  'ticket.report': {
    ...{ id: may.number, supplier: may.id, customer: may.id, reporter: may.id, text: may.text },
    source: may.oneOf('chat', 'phone', 'fax', 'mail', 'other'),
    reportedAt: may.instant,
    work: may.optional(may.oneOf(...works)),
    category: may.judgement(may.category),
    impact: may.judgement(may.level('impacts')),
    urgency: may.judgement(may.level('urgencies')),
    ...said,
    place: may.optional(may.room),
    follows: may.optional(may.ticketOfTheSame),
    apartFrom: may.optional(may.ticketOfTheSame),
    splitFrom: may.optional(splitFrom),
  },
  'ticket.claim': {},
  'ticket.reassign': { to: may.id, reason: may.internal({ code: 'reason_missing' }) },
  'ticket.classify': { category: may.category },
  // Why the customer says so may be left out; of the supplier the decision asks for it.
  'ticket.assess': {
    impact: may.optional(may.level('impacts')),
    urgency: may.optional(may.level('urgencies')),
    reason: may.words,
  },
  'ticket.override': { priority: may.priority, reason: may.reason },
  'ticket.change_work': { work: may.oneOf(...works), reason: may.words },
  'ticket.agree_downgrade': {},
  'ticket.decline_downgrade': { reason: may.reason },
  'ticket.note': { text: may.internal({ code: 'text_missing' }), ...said },
  'ticket.update': { text: may.text },
  'ticket.add_message': {
    text: may.words,
    decided: may.optional(may.decided),
    apartAs: may.optional(may.ticketOfTheSame),
    ...said,
  },
  'ticket.edit_message': { text: may.words, message: may.message, internal: may.flag },
  'ticket.delete_message': { message: may.message, internal: may.flag },
  'ticket.ask': { ask: may.oneOf('information', 'approval', 'access'), text: may.text, of: may.id },
  'ticket.record_ask_delivered': { askedAt: may.instant, deliveredAt: may.instant },
  'ticket.answer': { text: may.words, verdict: may.optional(may.oneOf('approved', 'refused')), ...said },
  'ticket.resolve': {
    description: may.text,
    workaround: may.flag,
    breachReason: may.optional(may.words),
  },
  'ticket.confirm_solution': {},
  'ticket.reject_solution': { reason: may.reason },
  'ticket.close': {},
  'ticket.reopen': { reason: may.reason },
  'ticket.cancel': { reason: may.reason },
  'ticket.mark_duplicate': { master: may.ticketOfTheSame, reason: may.reason },
  'ticket.agree_merge': { master: may.ticketOfTheSame },
  'ticket.decline_merge': { reason: may.reason },
  'ticket.mark_out_of_scope': { reason: may.reason },
  'ticket.contest': { reason: may.reason },
  'ticket.link_duplicate': {
    ...{ duplicate: may.ticketOfTheSame, reporter: may.id },
    carried: may.optional(carried),
  },
  'ticket.unlink_duplicate': { duplicate: may.ticketOfTheSame, reason: may.optional(may.words) },
  'ticket.split': { into: may.ticketOfTheSame, part: splitFrom },
  'ticket.escalate': { reason: may.reason },
  'ticket.acknowledge_escalation': {},
  'ticket.rate': { score: may.oneOf(1, 2, 3, 4, 5), comment: may.optional(may.words) },
  'ticket.wake': {},
}

const checksOf = (command: TicketCommand): readonly (readonly [field: string, may.Check, value: unknown])[] =>
  Object.entries<may.Check>(fields[command.do]).map(([field, check]) => [
    field,
    check,
    (command as { readonly [field: string]: unknown })[field],
  ])

/** The first field that is no such value at all; no form of ours and no words make such a command. */
export const malformed = (command: TicketCommand): TicketRefusal | undefined => {
  if (!Object.hasOwn(fields, command.do)) return { code: 'malformed', field: 'do' }
  if (!isStamped(command)) return { code: 'malformed', field: 'stamp' }
  const wrong = checksOf(command).find(([, { shaped }, value]) => !shaped(value))
  return wrong && { code: 'malformed', field: wrong[0] }
}

/** Why the first value that is not taken is not, or nothing. Asked last, so that who may not act is told that first. */
export const refusedValue = (command: TicketCommand, given: may.Given): TicketRefusal | undefined => {
  for (const [, { refused }, value] of checksOf(command)) {
    const refusal = refused?.(value, given)
    if (refusal !== undefined) return refusal
  }
  return undefined
}
