import { z } from 'zod'
import { authorOf } from './author.ts'
import { filesOf } from './files.ts'
import { type Heard, type HeardBy, ignored } from './heard.ts'
import { momentOf, placeIn, refOf } from './place.ts'
import { id, messageShape } from './shapes.ts'
import { saidIn } from './words.ts'

/** An event as its envelope names it: for which installation, under which id. */
export type Envelope = { readonly team: string; readonly eventId: string }

/** What people say; every other subtype is Slack's own talk (joins, topics, pins) or an app's. */
const spoken = new Set(['', 'thread_broadcast', 'file_share', 'me_message'])

/** Where a message event happened; `app_mention` has no type of channel. */
export const channelShape = { channel: id, channel_type: z.string().nullish() }

const event = messageShape.extend(channelShape)

/**
 * Something a person said. A mention of the bot arrives twice, as `message` and as `app_mention`, under two event ids:
 * both come to the same message, addressed alike, and the inbox takes the first.
 */
export const heardMessage = (raw: unknown, { team, eventId }: Envelope, context: HeardBy): Heard => {
  const read = event.safeParse(raw)
  if (!read.success) return ignored('a malformed message')
  const { data } = read
  if (!spoken.has(data.subtype ?? '')) return ignored('not said by a person')
  const author = authorOf(data, team, context)
  if (author === undefined) return ignored('said by a bot')
  const place = placeIn(team, data, data)
  const { addressed, ...said } = saidIn(data, context.botUser)
  const files = filesOf(data.files)
  if (said.text === '' && files.length === 0 && !addressed && !place.direct)
    return ignored('an empty message')
  return {
    kind: 'inbound',
    inbound: {
      kind: 'message',
      key: eventId,
      who: author.who,
      place,
      at: momentOf(data.ts),
      ...said,
      message: refOf(team, data.channel, data),
      addressed: addressed || place.direct,
    },
    files,
    assumed: author.assumed,
  }
}
