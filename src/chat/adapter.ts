import type { Duration } from '../domain/calendar/calendar.ts'
import type { Account } from '../domain/people/directory.ts'
import type { Language } from '../domain/people/sides.ts'
import type { MessageRef } from '../domain/ticket/event.ts'
import type { Card } from './card.ts'
import type { Inbound, Place } from './inbound.ts'
import type { Reply } from './reply.ts'

/** How a post ended. `unknown`: it may or may not stand there; look it up before sending again. */
export type Posted =
  | { readonly outcome: 'sent'; readonly message: MessageRef }
  /** `everywhere`: it is asked of this act in the whole workspace, not of this conversation alone. */
  | { readonly outcome: 'wait'; readonly retryAfter: number; readonly everywhere?: true }
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
  /** It stands in a thread of somebody's own conversation and asks something of them: it is shown beside the thread too, where the platform would leave it there unseen. */
  readonly aloud?: true
  /** It stands in a conversation of one person's, and the thread of what it is about in a room of theirs: the way there. */
  readonly thread?: MessageRef
  /** Somebody in the room who is called by name, because they could not be reached in private. */
  readonly mention?: { readonly account: Account; readonly name: string }
}

/**
 * The bot's ear. It rejects only when what came could not be made durable: then the platform is not told that it arrived,
 * so that it sends it again. `stands` is called as soon as it is durable. What was said resolves then; an act that is asked
 * resolves with the reply to show. `promise`, given to `stands`, is for an act whose person is told that it arrived before
 * there is a reply: once it resolves, the act is carried out even when this process dies.
 */
export type Receive = (inbound: Inbound, stands?: (promise: () => Promise<void>) => void) => Promise<Reply>

/** What is done by itself, without anybody waiting for the answer. */
export type Act = 'post' | 'update' | 'home'

/** How often an act may be done in one workspace: `most` in any stretch of `within` ms, of which `atOnce` at once. */
export type Rate = { readonly most: number; readonly within: Duration; readonly atOnce: number }

/** A chat platform: a thin translator. Everything it hears goes to `receive`; what it is told to post it posts once. */
export type Adapter = {
  readonly platform: Account['platform']
  readonly start: (receive: Receive) => Promise<{ readonly address?: string }>
  readonly stop: () => Promise<void>
  /** The direct conversation of the bot with this account. */
  readonly direct: (account: Account) => Promise<Place>
  /** Whether this is the direct conversation with that account, where `direct` names it otherwise than what is heard there. */
  readonly isWith?: (account: Account, place: Pick<Place, 'team' | 'conversation'>) => Promise<boolean>
  /** Whether a place has no threads, so that what belongs to one stands beside everything else. Absent: it has. */
  readonly isFlat?: (place: Place) => Promise<boolean>
  readonly post: (place: Place, post: Post) => Promise<Posted>
  readonly update: (message: MessageRef, post: Post) => Promise<Posted>
  /** Finds a post of unknown outcome by its key, where the platform can. */
  readonly find: (place: Place, key: string) => Promise<MessageRef | undefined>
  /** Draws a person's own page anew, where the platform has one for each person. */
  readonly home?: (account: Account, drawn: Omit<Post, 'key'>) => Promise<Posted>
  /** Whether the platform is reached, as far as this process has seen. */
  readonly health?: () => 'up' | 'away'
  /** It can lead from a message to a thread elsewhere (`Post.thread`). */
  readonly leads?: true
  /** It can call somebody by name in a room: whoever cannot be reached in private is called there. */
  readonly mentions?: true
  /** The least time between two posts or drawings in one conversation, ms; the sender keeps to it (architecture decision 5). */
  readonly pace?: number
  /** What the platform allows in one workspace; the sender keeps to it, alarms first. */
  readonly rates?: { readonly [one in Act]?: Rate }
}

/** Writes a line of the operator's log, and what belongs beside it. */
export type WriteLog = (message: string, fields?: { readonly [name: string]: unknown }) => void
