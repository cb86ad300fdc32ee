import type { WriteLog } from '../../src/chat/adapter.ts'
import type { Installations } from '../../src/chat/installations.ts'

/** How Slack reaches us: over sockets that we open, or by signed requests to an address of ours. */
export type SlackTransport =
  | { readonly kind: 'socket'; readonly appToken: string; readonly connections?: number }
  | {
      readonly kind: 'http'
      /** One, or the new and the old one while it is being changed. */
      readonly signingSecrets: readonly string[]
      readonly host: string
      readonly port: number
      readonly install?: SlackInstall
    }

/** What lets several workspaces install the app themselves (OAuth), at `/slack/install`. */
export type SlackInstall = {
  readonly clientId: string
  readonly clientSecret: string
  readonly stateSecret: string
}

/** A channel whose id Slack changed. */
export type Moved = { readonly team: string; readonly from: string; readonly to: string }

/** A conversation the bot is not let in any more; of a person, their id. */
export type Lost = { readonly team: string; readonly conversation: string; readonly why: string }

/** What the Slack adapter is made of. */
export type SlackParts = {
  readonly transport: SlackTransport
  readonly installations: Installations
  /** What the bot asks a workspace to let it do when it is installed there. */
  readonly scopes: readonly string[]
  /** The Web API; another one for GovSlack and for tests. */
  readonly apiUrl?: string
  readonly clock: () => number
  /** Something needs an administrator, or soon will. */
  readonly onWarn: WriteLog
  /** A fault of ours. */
  readonly onFault: WriteLog
  /** Slack does not let the bot write to somebody, or in a channel, any more; told once for each reason. */
  readonly onLost?: (lost: Lost) => Promise<void>
  /** A channel got another id. Slack is told that it arrived only when this resolves. */
  readonly onMoved?: (moved: Moved) => Promise<void>
}
