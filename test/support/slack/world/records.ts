import type { Fields } from '../../fake/fields.ts'

/** What the app may do in a workspace it is installed in: the bot's token, its user there, its scopes. */
export type Install = {
  readonly team: string
  readonly token: string
  readonly botUser: string
  readonly botId: string
  readonly scopes: readonly string[]
  /** The error every call with its token gets, once it was taken away. */
  readonly lost?: 'token_revoked' | 'account_inactive' | 'invalid_auth'
}

/** A workspace. */
export type Team = { readonly id: string; readonly name: string; readonly domain: string }

/** A person or bot of one workspace. */
export type User = {
  readonly id: string
  readonly team: string
  readonly name: string
  readonly realName: string
  readonly locale: string
  readonly zone: string
  readonly email?: string
  readonly bot: boolean
  readonly deleted: boolean
  readonly guest: boolean
  readonly admin: boolean
}

/** Who can read a channel. */
export type ChannelKind = 'public' | 'private' | 'im' | 'mpim'

/** A conversation of a workspace, possibly shared with others. */
export type Channel = {
  readonly id: string
  readonly name: string
  readonly kind: ChannelKind
  readonly team: string
  readonly sharedWith: readonly string[]
  readonly members: readonly string[]
  readonly archived: boolean
  /** Who may post: everybody, or nobody but administrators. */
  readonly restricted: boolean
}

/** A message as the Web API returns it. */
export type Message = Fields & {
  readonly type: 'message'
  readonly ts: string
  readonly text: string
  readonly user?: string
  readonly bot_id?: string
  readonly thread_ts?: string
  readonly subtype?: string
  readonly blocks?: readonly Fields[]
  readonly metadata?: Fields
}

/** A message that one person sees and no history keeps. */
export type Ephemeral = {
  readonly channel: string
  readonly to: string
  readonly message: Message
}

/** A modal or a Home, as the Web API returns it. */
export type View = Fields & {
  readonly id: string
  readonly team_id: string
  readonly type: 'modal' | 'home'
  readonly blocks: readonly Fields[]
  readonly hash: string
  readonly callback_id: string
  readonly external_id: string
  readonly private_metadata: string
  readonly notify_on_close: boolean
}

/** A chance to open a modal: for one person, for three seconds, once. */
export type Trigger = {
  readonly user: string
  readonly team: string
  readonly until: number
  readonly view?: string
  readonly used: boolean
}

/** An address the app may answer to. */
export type ResponseUrl = {
  readonly channel: string
  readonly user: string
  readonly ts?: string
  readonly ephemeral: boolean
  readonly thread?: string
  readonly until: number
  readonly left: number
}

/** A file of a person, with the bytes its address gives. */
export type SharedFile = {
  readonly id: string
  readonly team: string
  readonly channels: readonly string[]
  readonly fields: Fields
  readonly bytes: Buffer
  readonly redirect?: string
}

/** One call of the Web API and what was answered. */
export type Call = {
  readonly method: string
  readonly token: string
  readonly team?: string
  readonly args: Fields
  readonly at: number
  /** Missing while the answer is still owed. */
  answer?: Fields
  status?: number
}
