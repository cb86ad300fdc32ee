import type { TicketEventOf } from '../domain/ticket/event.ts'
import type { LinkBody } from '../domain/ticket/link-event.ts'
import type { Routes } from './route.ts'
import { cleared, inside, reporters } from './several.ts'

/** The rows of what ends a ticket without a solution, and of what ties it to another one; see `matrix`. */
export const linkMatrix: { readonly [Type in LinkBody['type']]: Routes<TicketEventOf<Type>> } = {
  // Whose ticket was merged into this one is left without anybody at work on it: they are asked.
  'ticket.cancelled': {
    customer: [...reporters('act', 'act'), cleared],
    supplier: [...inside('tell'), cleared],
  },
  'ticket.contested': {
    customer: reporters('tell'),
    supplier: [{ to: 'team_lead', as: 'act' }, ...inside('tell')],
  },
  'ticket.duplicate_linked': { customer: [], supplier: inside('chat') },
  'ticket.duplicate_unlinked': { customer: [], supplier: inside('tell') },
  'ticket.merge_proposed': {
    customer: [
      { to: 'thread', as: 'act' },
      { to: 'named', as: 'act' },
    ],
    supplier: inside('chat'),
  },
  'ticket.merge_reminded': { customer: [{ to: 'named', as: 'act' }], supplier: inside('tell') },
  'ticket.merge_declined': { customer: [{ to: 'thread', as: 'chat' }], supplier: inside('tell') },
  // The customer may see it otherwise where the supplier split their report.
  'ticket.split_off': { customer: [{ to: 'thread', as: 'act' }], supplier: inside('tell') },
}
