import type { SupplierRole } from '../domain/people/sides.ts'
import type { TicketEvent } from '../domain/ticket/event.ts'
import type { Ticket } from '../domain/ticket/ticket.ts'

/**
 * How somebody is told: `alarm` and `act` carry the next step and its buttons; `tell` is a key step to know of; `chat` is
 * the running story. The order is the order of strength.
 */
export type Manner = 'alarm' | 'act' | 'tell' | 'chat'

/** Whom of the customer: the reporter's thread, reporters of duplicates, the people the event itself names, whoever was alarmed. */
export type CustomerPlace = 'thread' | 'followers' | 'named' | 'cleared'

/** Whom of the supplier: the engineers' room (`room` opens the thread), the owner now and before, roles, people named. */
export type SupplierPlace =
  | 'room'
  | 'room_thread'
  | 'owner'
  | 'previous'
  | 'named'
  | 'in_charge'
  | 'cleared'
  | Extract<SupplierRole, 'team_lead' | 'project_manager'>

/** One address of an event, `when` it is one for this event and the ticket after it. */
export type Route<Place, Event = TicketEvent> = {
  readonly to: Place
  readonly as: Manner
  readonly when?: (event: Event, ticket: Ticket) => boolean
}

/** Who is told of an event, on both sides (M2.3, RS.7). */
export type Routes<Event = TicketEvent> = {
  readonly customer: readonly Route<CustomerPlace, Event>[]
  readonly supplier: readonly Route<SupplierPlace, Event>[]
}
