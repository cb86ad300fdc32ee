import type { Directory } from '../people/directory.ts'
import type { TicketEvent, TicketEventOf } from './event.ts'
import type { Told } from './rung-fired.ts'

/** What of each event its customer may see, beside when and by whom. An event that is not listed is not shown to them (T54). */
const shown = {
  'ticket.reported': ['reporter', 'source', 'text', 'files', 'follows', 'apartFrom', 'splitFrom', 'work'],
  'ticket.acknowledged': [],
  'ticket.reassigned': ['to'],
  'ticket.classified': ['category', 'was'],
  'ticket.prioritised': ['impact', 'urgency', 'priority', 'was', 'basis', 'work', 'reason', 'agreedBy'],
  'ticket.downgrade_proposed': ['impact', 'urgency', 'priority', 'basis', 'work', 'reason'],
  'ticket.downgrade_reminded': [],
  'ticket.downgrade_declined': ['reason'],
  'ticket.progress_reported': ['text'],
  'ticket.message_added': ['text', 'decided', 'apartAs', 'files'],
  'ticket.message_edited': ['text'],
  'ticket.message_deleted': [],
  'ticket.customer_asked': ['ask', 'text', 'of'],
  'ticket.ask_delivered': ['deliveredAt'],
  'ticket.customer_answered': ['text', 'verdict', 'files'],
  'ticket.pause_contested': ['reason', 'from', 'struck'],
  'ticket.resolved': ['description', 'workaround', 'breachReason'],
  'ticket.solution_confirmed': [],
  'ticket.solution_rejected': ['reason', 'waitCounts', 'elapsedIfRunning', 'elapsedIfPaused'],
  'ticket.closed': [],
  'ticket.reopened': ['reason'],
  'ticket.cancelled': ['how', 'reason', 'master', 'proposedBy'],
  'ticket.contested': ['reason'],
  'ticket.duplicate_linked': ['duplicate', 'reporter'],
  'ticket.duplicate_unlinked': ['duplicate', 'reporter', 'reason'],
  'ticket.merge_proposed': ['master', 'reason'],
  'ticket.merge_reminded': [],
  'ticket.merge_declined': ['reason'],
  'ticket.split_off': ['into'],
  'ticket.prewarned': ['rung', 'target', 'epoch', 'to'],
  'ticket.breached': ['target', 'dueAt', 'late', 'to'],
  'ticket.escalated': ['rung', 'mechanism', 'target', 'to'],
  'ticket.escalation_repeated': ['rung', 'target', 'to'],
  'ticket.escalation_acknowledged': [],
  'ticket.escalated_by_hand': ['side', 'reason', 'to'],
  'ticket.consent_reminded': ['count', 'to'],
  'ticket.answer_reminded': ['to'],
  'ticket.rated': ['score', 'comment'],
} as const satisfies { readonly [Type in TicketEvent['type']]?: readonly (keyof TicketEventOf<Type>)[] }

type Shown = typeof shown

/** An event in the fields both parties may see. Whatever speaks of it to a customer speaks of these fields only. */
export type OpenEvent = {
  [Type in keyof Shown]: Pick<
    TicketEventOf<Type>,
    'type' | 'at' | 'by' | Extract<Shown[Type][number], keyof TicketEventOf<Type>>
  >
}[keyof Shown]

/** An event as its customer may see it. The tag keeps a whole event from passing for one. */
export type CustomerEvent = OpenEvent & { readonly audience: 'customer' }

const isShown = (event: TicketEvent): event is Extract<TicketEvent, { readonly type: keyof Shown }> =>
  Object.hasOwn(shown, event.type)

/**
 * Of the people told, the customer's own: whom the supplier tells inside is nobody else's business. An old event does not say
 * who they were then; it shows those who are customers' people now.
 */
const ofCustomers = (event: Told, { people }: Directory): readonly string[] =>
  event.customers ?? event.to.filter((id) => Object.hasOwn(people, id) && people[id]?.side === 'customer')

const tells = (event: TicketEvent): event is Extract<TicketEvent, Told> =>
  'to' in event && Array.isArray(event.to)

/** Escalation is the supplier's own affair until it tells one of the customer's people (RS.7). */
const concernsCustomer = (event: TicketEvent, directory: Directory): boolean => {
  if ('internal' in event) return !event.internal
  if ('side' in event && event.side === 'customer') return true
  if (event.type === 'ticket.breached' || !tells(event)) return true
  return ofCustomers(event, directory).length > 0
}

/** Builds the customer's event by allow-list; undefined when the event is not theirs to see. */
export const customerEvent = (event: TicketEvent, directory: Directory): CustomerEvent | undefined => {
  if (!isShown(event) || !concernsCustomer(event, directory)) return undefined
  const fields: readonly string[] = ['type', 'at', 'by', ...shown[event.type]]
  // The list above is the type above; the compiler cannot see that through `fromEntries`.
  const seen = Object.fromEntries(
    Object.entries(event)
      .filter(([key]) => fields.includes(key))
      .map(([key, value]) => [key, key === 'to' && tells(event) ? ofCustomers(event, directory) : value]),
  ) as OpenEvent
  return { ...seen, audience: 'customer' }
}
