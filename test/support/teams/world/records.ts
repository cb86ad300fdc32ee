import type { Fields } from '../../fake/fields.ts'

/** A person as Teams knows them. */
export type Person = {
  /** What tests call them. */
  readonly id: string
  /** The tenant their account is of: for guests, the one they are a guest in. */
  readonly tenant: string
  readonly name: string
  /** Absent for people of a federated chat, whom no directory of ours knows. */
  readonly aad?: string
  readonly email: string
  readonly locale: string
  readonly zone: string
  readonly guest: boolean
  /** How this bot knows them: `29:…`. */
  readonly user: string
  /** The app is installed for them. */
  readonly installed: boolean
}

export type ConversationKind = 'personal' | 'group' | 'channel'

/** Who a channel is open to: the team, some of the team, or people of other tenants too. */
export type ChannelKind = 'standard' | 'private' | 'shared'

/** A chat or a channel. `members` are people by what tests call them. */
export type Conversation = {
  readonly id: string
  readonly kind: ConversationKind
  readonly tenant: string
  readonly name?: string
  readonly members: readonly string[]
  /** Whether the bot is in its roster. */
  readonly installed: boolean
  /** Of a channel. */
  readonly team?: string
  readonly channel?: ChannelKind
}

/** A team: its channels are conversations; the general one has the team's id. */
export type Team = {
  readonly id: string
  readonly tenant: string
  readonly name: string
  readonly group: string
  readonly members: readonly string[]
  readonly installed: boolean
}

/** A message as it stands; of the bot when `by` is absent. */
export type Message = {
  /** Its time in ms, as Teams names messages. */
  readonly id: string
  /** The chat or channel, without a thread. */
  readonly conversation: string
  /** The first message of its thread, in channels, unless it is that itself. */
  readonly thread?: string
  readonly by?: string
  /** The words alone: mentions and quotes stand in the activity. */
  readonly text: string
  /** The Adaptive Card everybody sees who has no view of their own. */
  readonly card?: Fields
  /** The sentence of the notification. */
  readonly summary?: string
  /** What was sent, as it stands. */
  readonly activity: Fields
  /** What stood there before, oldest first. */
  readonly history: readonly Fields[]
  readonly deleted: boolean
}

/** One call of the connector. */
export type Call = {
  readonly name: CallName
  readonly path: string
  /** Without a thread. */
  readonly conversation?: string
  readonly thread?: string
  readonly activity?: string
  readonly member?: string
  readonly body: Fields
  readonly at: number
  status?: number
  answer?: unknown
}

/** What the connector can be asked, by the names tests use. */
export type CallName =
  | 'create'
  | 'send'
  | 'reply'
  | 'update'
  | 'delete'
  | 'members'
  | 'member'
  | 'team'
  | 'unknown'

/** Where a message is; every `Message` is one. */
export type Spot = { readonly conversation: string; readonly id: string }

/** A window of a task module or message action. */
export type Dialog = {
  readonly title: string
  readonly card: Fields
  readonly of: 'task' | 'message_action'
}
