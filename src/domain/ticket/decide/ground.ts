import type { Agreement } from '../../agreement/agreement.ts'
import type { Stamp, World } from '../../item/item.ts'
import type { Person } from '../../people/directory.ts'
import type { Result } from '../../result.ts'
import { no, yes } from '../../result.ts'
import { saysNothing } from '../../words/blank.ts'
import type { TicketEvent } from '../event.ts'
import type { TicketRefusal } from '../refusal.ts'
import type { Ticket } from '../ticket.ts'

/** What every decision on an existing ticket stands on. */
export type Ground = {
  readonly ticket: Ticket
  readonly person: Person
  readonly stamp: Stamp
  readonly agreement: Agreement
  readonly world: World
}

export type Decision = Result<readonly TicketEvent[], TicketRefusal>

/** It already holds: a repeated press or a late twin succeeds and changes nothing. */
export const nothingNew: Decision = yes([])

/** It already holds by another's act; the words that came with this one are kept as a message: nothing typed is lost. */
export const alsoSaid = (stamp: Stamp, text: string): Decision =>
  saysNothing(text) ? nothingNew : happened({ ...stamp, type: 'ticket.message_added', text })

/** The expected no, with what the text layer needs to say it. */
export const refuse = (refusal: TicketRefusal): Decision => no(refusal)

/** These things happened. */
export const happened = (...events: readonly TicketEvent[]): Decision => yes(events)

/** Refuses a side that has no business with an act. */
export const notPermitted = (who: Extract<TicketRefusal, { code: 'not_permitted' }>['who']): Decision =>
  refuse({ code: 'not_permitted', who })
