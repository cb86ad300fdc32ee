import type { Instant } from '../calendar/calendar.ts'
import type { Account } from '../people/directory.ts'
import type { MessageRef } from '../ticket/event.ts'
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
}

/**
 * What a platform tells us, translated. `key` is the platform's own id of the event, unique per (platform, team): the
 * inbox row stands on it, so the same event delivered again has one effect. `who` is the platform's word, never the client's.
 */
export type Inbound = {
  readonly key: string
  readonly who: Account
  readonly place: Place
  readonly at: Instant
} & (
  | {
      readonly kind: 'message'
      readonly text: string
      readonly message: MessageRef
      /** The bot was addressed: a mention; a direct conversation always addresses it. The mention itself is not in `text`. */
      readonly addressed: boolean
    }
  | { readonly kind: 'edit'; readonly text: string; readonly message: MessageRef }
  | { readonly kind: 'delete'; readonly message: MessageRef }
  | { readonly kind: 'press'; readonly press: Press }
  | {
      readonly kind: 'submit'
      readonly form: Pick<Form, 'flow' | 'item' | 'seen' | 'choice'>
      readonly values: Values
    }
)
