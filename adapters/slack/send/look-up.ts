import type { Workspace } from '../wire/calls.ts'
import { type Mark, readMark } from './mark.ts'

/** A part of a post that stands in a conversation. */
export type Found = Mark & { readonly ts: string }

/** Pages of a conversation that are read at most: what was just posted is among its newest. */
const mostPages = 5
const pageSize = 100

type Page = {
  readonly messages?: readonly {
    readonly ts?: string
    readonly bot_id?: string
    readonly user?: string
    readonly metadata?: unknown
  }[]
  readonly has_more?: boolean
  readonly response_metadata?: { readonly next_cursor?: string }
}

/**
 * The bot's own posts in a conversation, or in a thread of it, by what is kept with each: newest first in a conversation,
 * as said in a thread, which is read to its end within bounds. `since` leaves out what is older.
 */
export const ownPosts = async (
  { client, installation: { botId, botUser } }: Workspace,
  { channel, thread, since }: { readonly channel: string; readonly thread?: string; readonly since?: string },
  enough: (found: readonly Found[]) => boolean,
): Promise<readonly Found[]> => {
  const found: Found[] = []
  let cursor: string | undefined
  for (let page = 0; page < mostPages; page += 1) {
    const asked = {
      channel,
      include_all_metadata: true,
      limit: pageSize,
      ...(since === undefined ? {} : { oldest: since, inclusive: true }),
      ...(cursor === undefined ? {} : { cursor }),
    }
    const read: Page =
      thread === undefined
        ? await client.conversations.history(asked)
        : await client.conversations.replies({ ...asked, ts: thread })
    for (const { ts, bot_id, user, metadata } of read.messages ?? []) {
      const mark = bot_id === botId || user === botUser ? readMark(metadata) : undefined
      if (mark !== undefined && ts !== undefined) found.push({ ...mark, ts })
    }
    cursor = read.response_metadata?.next_cursor || undefined
    if (enough(found) || !read.has_more || cursor === undefined) return found
  }
  return found
}

/** All parts of the post with this key, or fewer when the rest does not stand. */
export const partsOf = (found: readonly Found[], key: string): readonly Found[] =>
  found.filter((one) => one.key === key).sort((one, other) => one.part - other.part)

/** Whether no part is missing. */
export const isWhole = (parts: readonly Found[]): boolean =>
  parts.length > 0 && parts.length >= Math.max(...parts.map((one) => one.parts))
