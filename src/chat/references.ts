import type { Instant } from '../domain/calendar/calendar.ts'

/**
 * A conversation the bot can write to, and through which address. Platforms that are only reached through what they said
 * last (Teams) are remembered by it: refreshed by each activity, marked dead when the bot is no longer let in.
 */
export type Reference = {
  /** The tenant the conversation belongs to. */
  readonly team: string
  readonly conversation: string
  readonly kind: 'personal' | 'group' | 'channel'
  /** The person of a personal conversation, by their id in the tenant. */
  readonly user?: string
  /** Where the platform is to be called for this conversation. */
  readonly serviceUrl: string
  readonly seenAt: Instant
  /** Why nothing is sent there any more; cleared when something comes from there again. */
  readonly dead?: string
}

/** The conversations of one platform that the bot knows. Shared by all processes. */
export type References = {
  /** Something came from there: it is known, alive, and reached through this address. Writes only what is new. */
  readonly seen: (reference: Omit<Reference, 'dead'>) => Promise<void>
  readonly at: (team: string, conversation: string) => Promise<Reference | undefined>
  /** The personal conversation of somebody, the newest one. */
  readonly ofPerson: (team: string, user: string) => Promise<Reference | undefined>
  /** The address through which something of this tenant came last. */
  readonly serviceOf: (team: string) => Promise<string | undefined>
  /** The bot is not let in there. `true` the first time, so that it is reported once. `conversation` may be a person's id. */
  readonly died: (team: string, conversation: string, why: string) => Promise<boolean>
  readonly all: () => Promise<readonly Reference[]>
}
