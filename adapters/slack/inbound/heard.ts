import type { Inbound, Place } from '../../../src/chat/inbound.ts'
import type { Instant } from '../../../src/domain/calendar/calendar.ts'
import type { Account } from '../../../src/domain/people/directory.ts'
import type { MessageRef } from '../../../src/domain/ticket/event.ts'

/** Who the bot is in the workspace a payload came from, and when the payload arrived. */
export type HeardBy = { readonly botUser: string; readonly botId: string; readonly now: Instant }

/**
 * A file beside a message, by reference: nothing is fetched here. `check`: Slack gave no more than the id, `files.info`
 * tells the rest (files of another organisation).
 */
export type SlackFile = {
  readonly id: string
  readonly name?: string
  readonly mimetype?: string
  readonly size?: number
  readonly mode?: string
  readonly permalink?: string
  readonly urlPrivate?: string
  readonly external: boolean
  readonly check: boolean
}

/** The means Slack gives to answer the person who acted: a modal within 3 s, a private reply, the view acted in. */
export type Way = {
  readonly triggerId?: string
  readonly responseUrl?: string
  readonly view?: { readonly id: string; readonly hash?: string; readonly home: boolean }
  /** The button stood in a message that only this person sees: it can be replaced but not looked up. */
  readonly ephemeral: boolean
}

type Assumed = {
  /**
   * Users whose workspace Slack did not state: the installing one was assumed. `users.info` has the last word before
   * anything is made durable, else an external person is taken for a stranger.
   */
  readonly assumed: readonly string[]
}

/** A 🎫 on a message. Slack does not send the message along: it is looked up, then see `adopted`. */
export type Reaction = Assumed & {
  readonly kind: 'reaction'
  readonly key: string
  readonly who: Account
  readonly place: Place
  readonly message: MessageRef
  /** Who wrote the message; absent where an app posted it. */
  readonly author?: string
  readonly at: Instant
}

/** What a payload of Slack comes to. */
export type Heard =
  | (Assumed & {
      readonly kind: 'inbound'
      readonly inbound: Inbound
      readonly files: readonly SlackFile[]
      readonly way?: Way
    })
  | Reaction
  /** A person opened the bot's Home: it is drawn for them. */
  | (Assumed & {
      readonly kind: 'home'
      readonly key: string
      readonly who: Account
      readonly place: Place
    })
  /** The bot was brought into a conversation, by `who` where Slack says so. */
  | (Assumed & {
      readonly kind: 'joined'
      readonly key: string
      readonly place: Place
      readonly who?: Account
    })
  /** A conversation has another id from now on. */
  | { readonly kind: 'moved'; readonly team: string; readonly from: string; readonly to: string }
  /** The app was uninstalled, or its bot token revoked. */
  | { readonly kind: 'removed'; readonly team: string }
  /** The bot was taken out of a channel. */
  | { readonly kind: 'left'; readonly team: string; readonly conversation: string }
  /** What is remembered of this account is out of date. */
  | { readonly kind: 'user_changed'; readonly account: Account }
  /** Slack withheld events of this workspace for a minute: more than 30,000 an hour. */
  | { readonly kind: 'rate_limited'; readonly team: string }
  | Ignored

/** Nothing for the bot, and why. */
export type Ignored = { readonly kind: 'ignored'; readonly why: string }

/** Leaves a payload alone. */
export const ignored = (why: string): Ignored => ({ kind: 'ignored', why })
