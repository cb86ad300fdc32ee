import type { Button } from '../chat/card.ts'
import type { TicketEvent } from '../domain/ticket/event.ts'
import type { Ticket } from '../domain/ticket/ticket.ts'
import { type ButtonName, buttonRow, type SeenItem } from '../view/buttons.ts'
import type { Speech } from '../view/reading.ts'
import type { Addressee } from './recipients.ts'

/** The supplier's side of an occasion: everything there is to know, for one addressee. */
export type SupplierOccasion = {
  readonly event: TicketEvent
  readonly ticket: Ticket
  readonly speech: Speech
  readonly drawn: SeenItem
  readonly addressee: Addressee
}

/** Buttons of its notice, by name and in order. */
export const row = (
  { speech, drawn }: SupplierOccasion,
  ...names: readonly ButtonName[]
): readonly Button[] => buttonRow(speech, drawn, names)
