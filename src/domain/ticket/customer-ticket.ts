import type { Ticket } from './ticket.ts'

/** What of a ticket its customer may see. Whatever is not listed here does not exist for them (T54). */
const shown = [
  'id',
  'supplier',
  'customer',
  'agreement',
  'title',
  'text',
  'files',
  'source',
  'reporter',
  'reportedAt',
  'acceptedAt',
  'status',
  'work',
  'category',
  'impact',
  'urgency',
  'priority',
  'basis',
  'downgrade',
  'merging',
  'assignee',
  'promised',
  'pauses',
  'ask',
  'resolution',
  'breachReason',
  'closedAt',
  'reopened',
  'rating',
  'cancelled',
  'merged',
  'follows',
  'splitFrom',
  'splitOff',
] as const satisfies readonly (keyof Ticket)[]

/** A ticket in the fields both parties may see. */
export type OpenTicket = Pick<Ticket, (typeof shown)[number]>

/** A ticket as its customer may see it. The tag keeps a whole ticket from passing for one. */
export type CustomerTicket = OpenTicket & { readonly audience: 'customer' }

/** Builds the customer's ticket by allow-list: a field added to tickets later stays inside until it is listed. */
export const customerTicket = (ticket: Ticket): CustomerTicket => ({
  // The list above is the type above; the compiler cannot see that through `fromEntries`.
  ...(Object.fromEntries(shown.flatMap((key) => (key in ticket ? [[key, ticket[key]]] : []))) as OpenTicket),
  audience: 'customer',
})
