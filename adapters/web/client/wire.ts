import type { ChatMessage, Unread } from '../../../src/chat/chat-log.ts'
import type { Reply } from '../../../src/chat/reply.ts'
import type { WebPerson } from '../who.ts'

export type Language = WebPerson['language']

/** A conversation in a person's list; `kind` says who reads it. */
export type Conversation = {
  readonly conversation: string
  readonly kind: 'direct' | 'customer' | 'supplier'
  readonly name: string
}

/** What a person's list shows. */
export type Inbox = { readonly conversations: readonly Conversation[]; readonly unread: readonly Unread[] }

/** The sign-in list, with the point from which to follow. */
export type SignIns = { readonly people: readonly WebPerson[]; readonly cursor: number; readonly now: number }

/** What changed for some people since their cursors. `isAll`: nothing more came up to `cursor`; `head`: where the log ends. */
export type Changes = {
  readonly messages: readonly ChatMessage[]
  readonly cursor: number
  readonly head: number
  readonly isAll: boolean
  readonly now: number
  /** How much is unread by everybody who has something. */
  readonly unread: { readonly [person: string]: number }
  /** How many tickets wait for whom, as far as any does. */
  readonly waits: { readonly [person: string]: number }
  /** The sign-in list, when it is another one than the page named. */
  readonly people?: { readonly list: string; readonly people: readonly WebPerson[] }
  readonly reset?: true
}

/** A part of a conversation; `earlier`: there is more before. */
export type Messages = {
  readonly messages: readonly ChatMessage[]
  readonly earlier: boolean
  readonly root?: ChatMessage
}

/** What the bot answers to an act, and the message as it stands when the act made or changed one. */
export type Acted = { readonly reply: Reply; readonly message?: ChatMessage }

/** Where something is shown or said. */
export type Spot = { readonly conversation: string; readonly thread?: string }
