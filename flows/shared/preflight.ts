import type { Step } from '../../src/chat/flow.ts'
import type { TicketWish } from '../../src/ticket/command.ts'
import { decide } from '../../src/ticket/decide.ts'
import type { TicketRefusal } from '../../src/ticket/refusal.ts'
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

/** What `decide` would answer to a wish as things stand: nobody fills in a form only to be refused. */
export const refusalOf = (
  { ticket, person, now, directory }: TicketContext,
  wish: TicketWish,
): TicketRefusal | undefined => {
  const by = { kind: 'person', id: person.id, side: person.side, org: person.org } as const
  const decision = decide(ticket, { ...wish, at: now, by }, { directory })
  return decision.ok || askedByForm.includes(decision.no.code) ? undefined : decision.no
}

/** Goes on unless `decide` would refuse the wish as things stand. */
export const unlessRefused = (context: TicketContext, wish: TicketWish, goOn: () => Step): Step => {
  const refusal = refusalOf(context, wish)
  return refusal === undefined ? goOn() : saysRefusal(context, refusal)
}
