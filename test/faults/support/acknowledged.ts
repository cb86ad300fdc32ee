import type { Reply } from '../../../src/chat/reply.ts'
import type { TicketEventType } from '../../../src/domain/ticket/event.ts'

/** What clients were told is done: from then on it must be there, once. */
export type Acknowledged = {
  /** Messages, and the event each of them may be. */
  readonly said: { readonly message: string; readonly types: readonly TicketEventType[] }[]
  /** Forms with words that occur nowhere else, and how they were answered. */
  readonly done: { readonly words: string; readonly reply: Reply['kind'] }[]
}

/** Nothing yet. */
export const nothingYet = (): Acknowledged => ({ said: [], done: [] })
