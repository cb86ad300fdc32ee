import type { Instant } from '../domain/calendar/calendar.ts'
import type { Language } from '../domain/people/sides.ts'
import type { Card } from './card.ts'
import type { Inbound } from './inbound.ts'

/** A card of the bot's; `thread`: the message in a room under which what it is about is talked about. */
export type ShownCard = Card & {
  readonly thread?: { readonly conversation: string; readonly message: string }
}

/** A card with the language and zone it was drawn in. */
export type DrawnCard = { readonly card: ShownCard; readonly language: Language; readonly zone: string }

/** A file that was sent: what it is by its bytes, its size in bytes. */
export type ChatFile = {
  readonly id: string
  readonly name: string
  readonly type: string
  readonly size: number
}

/** What a person wrote, or a card the bot posted. */
export type Content =
  | {
      readonly kind: 'said'
      readonly author: string
      readonly text: string
      readonly files?: readonly ChatFile[]
    }
  | ({ readonly kind: 'posted' } & DrawnCard)

/** A message to put into a conversation. The same `key` again is the same message. */
export type NewMessage = {
  readonly key: string
  readonly conversation: string
  /** The id of the message whose thread this belongs to. */
  readonly thread?: string
  readonly at: Instant
  readonly content: Content
}

/**
 * A message of the web chat as it stands now. `id` grows in the order of saying, `changed` with every later change of it
 * (an edit, a deletion, a redrawn card, a reply in its thread). A deleted message keeps its place and no words.
 */
export type ChatMessage = NewMessage & {
  readonly id: string
  readonly changed: number
  readonly edits: number
  readonly editedAt?: Instant
  readonly deletedAt?: Instant
  readonly replies?: Replies
}

/** The thread under a message, in one line. */
export type Replies = {
  readonly count: number
  readonly lastAt: Instant
  readonly lastAuthor?: string
  readonly lastWords: string
}

/** How far a person has read one conversation or one thread in it, and how many messages of others came after. */
export type Unread = {
  readonly conversation: string
  readonly thread?: string
  readonly upto: string
  readonly count: number
}

/** The part of a conversation to read: its own messages, or one thread's replies; the newest before `before`. */
export type Page = {
  readonly conversation: string
  readonly thread?: string
  readonly before?: string
  readonly limit: number
}

type KeptFile = {
  readonly conversation: string
  readonly person: string
  readonly bytes: Buffer
}

/** The files of the web chat. */
export type ChatFiles = {
  /** Keeps what somebody uploaded to send it; nothing where they have too much there that they did not send. */
  readonly keep: (
    file: KeptFile & { readonly name: string; readonly type: string; readonly at: Instant },
  ) => Promise<ChatFile | undefined>
  /** Those of these that the person may send in this conversation, or sent with the message of this `key`. */
  readonly unsent: (
    person: string,
    conversation: string,
    ids: readonly string[],
    key: string,
  ) => Promise<readonly ChatFile[]>
  readonly read: (id: string) => Promise<(ChatFile & KeptFile & { readonly isSent: boolean }) | undefined>
}

/** What the bot is to hear of a message as it stands. */
export type Hears = (message: ChatMessage) => readonly Inbound[]

/**
 * Everything the web chat remembers, shared by all its processes. What `hears` gives of a person's act is kept for the bot
 * in the same transaction: what stands will be heard, and what could not be kept does not stand.
 */
export type ChatLog = {
  readonly files: ChatFiles
  readonly append: (message: NewMessage, hears?: Hears) => Promise<ChatMessage>
  /** Other words for what a person said; the same words again change nothing. Nothing when deleted or unknown. */
  readonly edit: (id: string, text: string, at: Instant, hears?: Hears) => Promise<ChatMessage | undefined>
  readonly erase: (id: string, at: Instant, hears?: Hears) => Promise<ChatMessage | undefined>
  /** Another drawing of a posted card. False when no such card stands there. */
  readonly redraw: (id: string, drawn: DrawnCard) => Promise<boolean>
  readonly message: (id: string) => Promise<ChatMessage | undefined>
  readonly withKey: (key: string) => Promise<ChatMessage | undefined>
  /** Oldest first. */
  readonly page: (page: Page) => Promise<readonly ChatMessage[]>
  /** The present end of the change feed. */
  readonly cursor: () => Promise<number>
  /** Each message that changed after the cursor of its conversation, once, as it stands, in order of change. */
  readonly since: (cursors: ReadonlyMap<string, number>, limit: number) => Promise<readonly ChatMessage[]>
  /** What people did that the bot has not surely heard: a process may have died in between. */
  readonly unheard: () => Promise<readonly ChatMessage[]>
  /** The bot has this state of the message, durably. */
  readonly heard: (message: ChatMessage) => Promise<void>
  readonly markRead: (person: string, mark: Omit<Unread, 'count'>) => Promise<void>
  /** How far this person has read each place of the conversations. Beyond a hundred nothing is counted. */
  readonly unread: (person: string, conversations: readonly string[]) => Promise<readonly Unread[]>
  /** How much is unread by each of these people in all their conversations; who has read everything is left out. */
  readonly waiting: (
    seats: readonly { readonly person: string; readonly conversations: readonly string[] }[],
  ) => Promise<ReadonlyMap<string, number>>
  /** Calls the listener when any process changed anything, and when changes may have been missed. */
  readonly onChange: (listener: () => void) => () => void
  readonly close: () => Promise<void>
}
