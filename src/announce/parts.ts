import type { Button, Card } from '../chat/card.ts'

/** What a notice adds to the sentence of its event: the next step, buttons for it, the running promises, the report's words. */
export type Parts = {
  readonly tone: Card['tone']
  readonly saying?: readonly string[]
  readonly buttons?: readonly Button[]
  readonly bars?: true
  /** What the ticket or the event is about, in its author's words. */
  readonly words?: string
}
