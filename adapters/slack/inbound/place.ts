import type { Place } from '../../../src/chat/inbound.ts'
import type { Instant } from '../../../src/domain/calendar/calendar.ts'
import type { Account } from '../../../src/domain/people/directory.ts'
import type { MessageRef } from '../../../src/domain/ticket/event.ts'

/** A person's account in their own workspace. */
export const accountOf = (team: string, user: string): Account => ({ platform: 'slack', team, user })

/** The root of the thread a message stands in; a root itself is in none. */
export const threadOf = (ts: string | undefined, root: string | null | undefined) =>
  root === undefined || root === null || root === ts ? {} : { thread: root }

/** Ids of conversations of two begin with D, for ever; a name is whatever people gave it and proves nothing. */
const isDirect = (channel: string): boolean => channel.startsWith('D')

/** A conversation, or a thread in it, as the workspace `team` sees it. */
export const placeOf = (
  team: string,
  channel: string,
  { thread, direct }: { readonly thread?: string; readonly direct?: boolean } = {},
): Place => ({
  platform: 'slack',
  team,
  conversation: channel,
  ...(thread === undefined ? {} : { thread }),
  direct: direct ?? isDirect(channel),
})

/** A conversation as an event of a message names it. */
export type Where = { readonly channel: string; readonly channel_type?: string | null | undefined }

/** Where a message stands. */
export const placeIn = (team: string, { channel, channel_type }: Where, { ts, thread_ts }: Stamped): Place =>
  placeOf(team, channel, {
    ...threadOf(ts, thread_ts),
    ...(channel_type === 'im' ? { direct: true } : {}),
  })

/** A person's conversation with the bot alone, by the person: it is opened when something is posted there. */
export const directWith = (team: string, user: string): Place => placeOf(team, user, { direct: true })

/**
 * The conversation a command was typed in. Two people's own conversation also begins with D and the bot is not in it:
 * the answer goes to the one who typed.
 */
export const placeOfCommand = (team: string, channel: string, user: string): Place =>
  isDirect(channel) ? directWith(team, user) : placeOf(team, channel)

type Stamped = { readonly ts: string; readonly thread_ts?: string | null | undefined }

/** A message's address in Slack's own ids. */
export const refOf = (team: string, channel: string, message: Stamped): MessageRef => ({
  platform: 'slack',
  team,
  conversation: channel,
  message: message.ts,
  ...threadOf(message.ts, message.thread_ts),
})

/** The moment a stamp of Slack's names. */
export const momentOf = (stamp: string): Instant => Math.round(Number(stamp) * 1000)
