import type { Account, Language } from '../people/directory.ts'
import type { MessageRef } from '../ticket/event.ts'
import type { Card } from './card.ts'
import type { Inbound, Place } from './inbound.ts'
import type { Reply } from './reply.ts'

/** How a post ended. `unknown`: it may or may not stand there; look it up before sending again. */
export type Posted =
  | { readonly outcome: 'sent'; readonly message: MessageRef }
  | { readonly outcome: 'wait'; readonly retryAfter: number }
  | { readonly outcome: 'unknown'; readonly why: string }
  /** This account or conversation cannot be reached: the next one is tried. */
  | { readonly outcome: 'unreachable'; readonly why: string }

/** What to post: `key` is the outbox row's, so that a second attempt is recognised where the platform allows it. */
export type Post = {
  readonly key: string
  readonly card: Card
  readonly language: Language
  /** Zone in which live times of the card are shown. */
  readonly zone: string
}

/**
 * A chat platform: a thin translator. Everything it hears goes to `receive`; what it is told to post it posts once.
 * `receive` of a message, edit or deletion resolves as soon as the event is durable (acknowledge then); a press or a
 * form resolves with the reply to show.
 */
export type Adapter = {
  readonly platform: Account['platform']
  readonly start: (receive: (inbound: Inbound) => Promise<Reply>) => Promise<{ readonly address?: string }>
  readonly stop: () => Promise<void>
  /** The direct conversation of the bot with this account. */
  readonly direct: (account: Account) => Promise<Place>
  readonly post: (place: Place, post: Post) => Promise<Posted>
  readonly update: (message: MessageRef, post: Post) => Promise<Posted>
  /** Finds a post of unknown outcome by its key, where the platform can. */
  readonly find: (place: Place, key: string) => Promise<MessageRef | undefined>
}
