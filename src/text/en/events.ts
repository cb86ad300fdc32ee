import type { TicketEventType } from '../../domain/ticket/event.ts'

const kinds: { readonly [Type in TicketEventType]: string } = {
  'ticket.reported': 'report accepted',
  'ticket.dispatched': 'dispatch',
  'ticket.owner_left': 'owner left',
  'ticket.acknowledged': 'owner found',
  'ticket.reassigned': 'reassignment',
  'ticket.classified': 'category',
  'ticket.prioritised': 'priority',
  'ticket.downgrade_proposed': 'lower priority proposed',
  'ticket.downgrade_reminded': 'lower priority asked again',
  'ticket.downgrade_declined': 'lower priority declined',
  'ticket.note_added': 'internal note',
  'ticket.progress_reported': 'progress',
  'ticket.message_added': 'message',
  'ticket.message_edited': 'message edited',
  'ticket.message_deleted': 'message deleted',
  'ticket.customer_asked': 'request to the customer',
  'ticket.ask_delivered': 'request delivered',
  'ticket.customer_answered': 'customer’s answer',
  'ticket.pause_contested': 'pause contested',
  'ticket.resolved': 'solution proposed',
  'ticket.solution_confirmed': 'customer’s consent',
  'ticket.solution_rejected': 'not solved',
  'ticket.closed': 'closed',
  'ticket.reopened': 'reopened',
  'ticket.cancelled': 'ended without a solution',
  'ticket.contested': 'decision contested',
  'ticket.duplicate_linked': 'duplicate merged',
  'ticket.duplicate_unlinked': 'merge undone',
  'ticket.merge_proposed': 'merge proposed',
  'ticket.merge_reminded': 'merge asked again',
  'ticket.merge_declined': 'merge declined',
  'ticket.split_off': 'split off',
  'ticket.prewarned': 'pre-warning',
  'ticket.breached': 'alarm',
  'ticket.escalated': 'escalation',
  'ticket.escalation_repeated': 'escalation repeated',
  'ticket.escalation_acknowledged': 'escalation acknowledged',
  'ticket.escalated_by_hand': 'escalation by hand',
  'ticket.consent_reminded': 'reminder: solved or not',
  'ticket.confirmation_reminded': 'reminder: confirm the closing',
  'ticket.answer_reminded': 'reminder: answer',
  'ticket.update_nudged': 'nudge: update the customer',
  'ticket.never_due': 'target that never comes due',
  'ticket.rated': 'rating',
}

/** A notice at once stands apart from the pre-warnings whose event it has; a mere `message` would not say of what. */
const abouts = {
  ...kinds,
  'ticket.message_added': 'what was written in its thread',
  'ticket.told_at_start': 'notice at once',
}

/** What a notice was about, in a word or three; anything else keeps its name. */
export const events = {
  kinds,
  about: (type: string): string => (Object.hasOwn(abouts, type) ? abouts[type as keyof typeof abouts] : type),
}
