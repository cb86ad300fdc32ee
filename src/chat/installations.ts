import type { Instant } from '../domain/calendar/calendar.ts'

/** The bot's standing in one workspace of a platform: who it is there, and the token it speaks with. */
export type Installation = {
  readonly platform: 'slack'
  readonly team: string
  /** The Enterprise Grid the workspace belongs to; an organisation-wide installation stands under it. */
  readonly enterprise?: string
  readonly botToken: string
  readonly botId: string
  readonly botUser: string
  readonly scopes: readonly string[]
  readonly installedAt: Instant
}

/** The workspaces the bot is installed in. Tokens are encrypted where they rest. */
export type Installations = {
  readonly find: (team: string) => Promise<Installation | undefined>
  readonly all: () => Promise<readonly Installation[]>
  readonly save: (installation: Installation) => Promise<void>
  /** The bot was removed or its token revoked: nothing of it is kept. */
  readonly remove: (team: string) => Promise<void>
}
