import type { Post, WriteLog } from '../../src/chat/adapter.ts'
import type { Posts } from '../../src/chat/posts.ts'
import type { References } from '../../src/chat/references.ts'
import type { MessageRef } from '../../src/domain/ticket/event.ts'

/** Who the bot is to Microsoft, and how it proves it. */
export type TeamsApp = {
  readonly appId: string
  readonly password: string
  /** The only tenant whose conversations are heard, guests and all; absent: every tenant that installed the app. */
  readonly tenant?: string
}

/** Other addresses than Microsoft's own: for its national clouds, and for tests. */
export type TeamsCloud = {
  readonly openIdUrl: string
  readonly issuer: string
  readonly loginUrl: string
  readonly oauthScope: string
}

/** A person or conversation the bot cannot write to any more. `user`: whose own conversation with the bot that is. */
export type Unreachable = {
  readonly team: string
  readonly conversation: string
  readonly user?: string
  readonly why: string
}

/** What the Teams adapter is made of. */
export type TeamsParts = {
  /** Absent: nobody is authenticated. Only for development, and only on loopback. */
  readonly app: TeamsApp | undefined
  readonly cloud?: TeamsCloud
  readonly host: string
  readonly port: number
  /** Hosts the bot may be told to call, exact or `*.suffix`; nothing else is ever called. */
  readonly serviceHosts: readonly string[]
  readonly references: References
  readonly posts: Posts
  /** What stands in a message of the bot now: drawn from its ticket, so that a form above it can be taken away again. */
  readonly cardAt: (message: MessageRef) => Promise<Omit<Post, 'key'> | undefined>
  readonly clock: () => number
  /** 0 ≤ n < 1, for jitter. */
  readonly dice: () => number
  /** Something needs an administrator, or soon will. */
  readonly onWarn: WriteLog
  /** A fault of ours. */
  readonly onFault: WriteLog
  /** Somebody cannot be reached any more; told once. */
  readonly onUnreachable?: (unreachable: Unreachable) => Promise<void>
}
