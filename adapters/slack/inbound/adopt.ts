import type { Instant } from '../../../src/domain/calendar/calendar.ts'
import type { Account } from '../../../src/domain/people/directory.ts'
import { authorOf } from './author.ts'
import { filesOf } from './files.ts'
import { type Heard, type HeardBy, ignored, type Way } from './heard.ts'
import { placeOf, refOf, threadOf } from './place.ts'
import { messageShape } from './shapes.ts'
import { saidIn } from './words.ts'

/** Who points at a message, and where it stands. */
export type Adopting = {
  readonly key: string
  readonly who: Account
  readonly at: Instant
  readonly assumed: readonly string[]
  readonly team: string
  readonly channel: string
  readonly way?: Way
}

/**
 * A message somebody wants to be a ticket. Of another app's message, an alarm of a monitoring say, nobody is the author:
 * the one who points at it reports it. The bot's own is never a report (T44).
 */
export const adopt = (adopting: Adopting, raw: unknown, context: HeardBy): Heard => {
  const { key, who, at, assumed, team, channel, way } = adopting
  const read = messageShape.safeParse(raw)
  if (!read.success) return ignored('a malformed message was pointed at')
  const { data } = read
  if (data.user === context.botUser || data.bot_id === context.botId) return ignored('the bot’s own message')
  const author =
    data.user === who.user ? { who, assumed: [] } : (authorOf(data, team, context) ?? { who, assumed: [] })
  const { addressed: _, ...said } = saidIn(data, context.botUser)
  return {
    kind: 'inbound',
    inbound: {
      kind: 'adopt',
      key,
      who,
      place: placeOf(team, channel, threadOf(undefined, data.thread_ts ?? data.ts)),
      at,
      ...said,
      message: refOf(team, channel, data),
      author: author.who,
      acknowledged: true,
    },
    files: filesOf(data.files),
    assumed: [...new Set([...assumed, ...author.assumed])],
    ...(way === undefined ? {} : { way }),
  }
}
