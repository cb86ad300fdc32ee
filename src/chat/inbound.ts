import type { Instant } from '../domain/calendar/calendar.ts'
import type { Account } from '../domain/people/directory.ts'
import type { Language } from '../domain/people/sides.ts'
import type { FileRef, MessageRef } from '../domain/ticket/event.ts'
import type { Press } from './card.ts'
import type { Form, Values } from './form.ts'

/** Where something happens: a conversation of a platform, and the thread in it when in one. */
export type Place = {
  readonly platform: Account['platform']
  readonly team: string
  readonly conversation: string
  readonly thread?: string
  /** A conversation of one person with the bot alone. */
  readonly direct: boolean
  /**
   * A conversation without threads: what stands in it for a thread is the whole of it. `thread` of a message in it is the
   * one message it quotes; of a place to post in, it says nothing.
   */
  readonly flat?: true
}

/** Somebody whom words call: the account, and what stands for it there after the `@`. */
export type Mention = { readonly user: string; readonly written: string }

/** What was said, and whom it calls, in the order of the words; who is called by the account itself may be left out. */
type Said = { readonly text: string; readonly mentions?: readonly Mention[] }

/**
 * What a platform tells us, translated. `key` is the platform's own id of the event, unique per (platform, team): the
 * inbox row stands on it, so the same event delivered again has one effect. `who` is the platform's word, never the client's.
 */
export type Inbound = {
  readonly key: string
  readonly who: Account
  readonly place: Place
  readonly at: Instant
  /** What the platform knows of this person's language and zone; it counts where nobody stated either. */
  readonly locale?: { readonly language?: Language; readonly zone?: string }
} & (
  | ({
      readonly kind: 'message'
      readonly message: MessageRef
      readonly files?: readonly FileRef[]
      /** The bot was addressed: a mention; a direct conversation always addresses it. The mention itself is not in `text`. */
      readonly addressed: boolean
    } & Said)
  | ({ readonly kind: 'edit'; readonly message: MessageRef } & Said)
  | { readonly kind: 'delete'; readonly message: MessageRef }
  /** `words`: those of the message the act was called on, to begin with. */
  | ({ readonly kind: 'press'; readonly press: Press; readonly words?: string } & Answered)
  | ({
      readonly kind: 'submit'
      readonly form: Pick<Form, 'flow' | 'item' | 'seen' | 'choice'>
      readonly values: Values
    } & Answered)
  /** Words typed to the bot that stand nowhere as a message: a slash command. */
  | ({ readonly kind: 'command' } & Said & Answered)
  /** Somebody points at a message of `author`: it shall be a ticket, and its thread the ticket's. */
  | ({
      readonly kind: 'adopt'
      readonly message: MessageRef
      readonly files?: readonly FileRef[]
      readonly author: Account
    } & Said &
      Answered)
)

/** An act whose person waits for the reply. */
type Answered = {
  /**
   * The platform has been told that it arrived and will not send it again: should this process die, another one carries it
   * out and its answer is posted to the person.
   */
  readonly acknowledged?: true
}

/** An act that is answered by the reply `receive` resolves with. */
export type Asking = Extract<Inbound, { kind: 'press' | 'submit' | 'command' | 'adopt' }>
