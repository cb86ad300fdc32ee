import { comparePriority } from '../domain/agreement/priority.ts'
import type { TicketEventOf } from '../domain/ticket/event.ts'

type Prioritised = Pick<TicketEventOf<'ticket.prioritised'>, 'priority' | 'was' | 'work'>

/** Another priority, or another sort of work, is another promise. */
export const isNewPromise = ({ priority, was, work }: Prioritised): boolean =>
  priority !== was || work !== undefined

/** It is served as less pressing than before. */
export const isLess = ({ priority, was, work }: Prioritised): boolean =>
  work === 'service_request' || comparePriority(priority, was) > 0
