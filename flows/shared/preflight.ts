import type { Step } from '../../src/chat/flow.ts'
import type { TicketWish } from '../../src/domain/ticket/command.ts'
import { decide } from '../../src/domain/ticket/decide.ts'
import type { TicketRefusal } from '../../src/domain/ticket/refusal.ts'
import type { TicketContext } from './on-ticket.ts'
import { saysRefusal } from './says-refusal.ts'

/** What the form itself will ask for is no reason not to open it. */
const askedByForm: readonly TicketRefusal['code'][] = [
  'text_missing',
  'reason_missing',
  'breach_reason_missing',
  'unknown_person',
  'unknown_level',
]

const decided = ({ ticket, person, now, directory }: TicketContext, wish: TicketWish) => {
  const by = { kind: 'person', id: person.id, side: person.side, org: person.org } as const
  return decide(ticket, { ...wish, at: now, by }, { directory })
}

/** What `decide` would answer to a wish as things stand: nobody fills in a form only to be refused. */
export const refusalOf = (context: TicketContext, wish: TicketWish): TicketRefusal | undefined => {
  const decision = decided(context, wish)
  return decision.ok || askedByForm.includes(decision.no.code) ? undefined : decision.no
}

const proposals: readonly string[] = ['ticket.downgrade_proposed', 'ticket.merge_proposed']

/** Whether a wish would only be proposed as things stand: a lower priority or a merge the customer has yet to agree to. */
export const isProposal = (context: TicketContext, wish: TicketWish): boolean => {
  const decision = decided(context, wish)
  return decision.ok && decision.value.some(({ type }) => proposals.includes(type))
}

/** Goes on unless `decide` would refuse the wish as things stand. */
export const unlessRefused = (context: TicketContext, wish: TicketWish, goOn: () => Step): Step => {
  const refusal = refusalOf(context, wish)
  return refusal === undefined ? goOn() : saysRefusal(context, refusal, wish.do.replace('ticket.', ''))
}
