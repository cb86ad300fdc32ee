import type { Directory } from '../people/directory.ts'
import { peopleInCharge } from '../people/in-charge.ts'
import { membersOf } from '../people/members.ts'
import type { Side } from '../people/sides.ts'
import { agreementOf } from './clocks.ts'
import type { OpenTicket } from './customer-ticket.ts'
import { agreers, askedNow, consenters, ownerOf } from './permission.ts'
import type { Ticket } from './ticket.ts'

/** Whose the next step of a ticket is, and what it is. Of several people any one does; none: anybody of that side. */
export type NextActor = {
  readonly side: Side
  readonly people: readonly string[]
  readonly act: 'take' | 'solve' | 'answer' | 'decide' | 'consent' | 'lower' | 'merge' | 'confirm'
}

/** What of a ticket says whose turn it is, as its customer may see it too; in whose queue it stands is the supplier's. */
export type Turn = Pick<
  OpenTicket,
  | 'supplier'
  | 'customer'
  | 'agreement'
  | 'reporter'
  | 'merged'
  | 'status'
  | 'priority'
  | 'assignee'
  | 'ask'
  | 'downgrade'
  | 'merging'
  | 'resolution'
> &
  Partial<Pick<Ticket, 'dispatchedTo'>>

/**
 * Who must act next: the customer where something is asked of them, else whoever has the ticket or should take it. Nobody once
 * it has ended. A lower priority or a merge that waits for a word stops nobody who has yet to take the ticket.
 */
export const nextActor = (ticket: Turn, directory: Directory): NextActor | undefined => {
  const { status, ask, resolution, downgrade, merging } = ticket
  if (status === 'closed' || status === 'cancelled') return undefined
  const customer = (people: readonly string[], act: NextActor['act']): NextActor => ({
    side: 'customer',
    people,
    act,
  })
  if (ask !== undefined)
    return customer(askedNow(directory, ticket), ask.kind === 'approval' ? 'decide' : 'answer')
  if (status === 'resolved')
    return resolution?.consent === undefined
      ? customer(consenters(directory, ticket), 'consent')
      : {
          side: 'supplier',
          people: peopleInCharge(directory, agreementOf(directory, ticket)),
          act: 'confirm',
        }
  const owner = ownerOf(directory, ticket)
  if (owner === undefined) {
    const asked = ticket.dispatchedTo === undefined ? [] : [ticket.dispatchedTo]
    return { side: 'supplier', people: membersOf(directory, ticket, 'supplier', asked), act: 'take' }
  }
  if (downgrade !== undefined) return customer(agreers(directory, ticket, downgrade.priority), 'lower')
  if (merging !== undefined) return customer(consenters(directory, ticket), 'merge')
  return { side: 'supplier', people: [owner], act: 'solve' }
}
