import { z } from 'zod'
import { type Adopting, adopt } from './adopt.ts'
import { type Heard, type HeardBy, ignored, type Reaction } from './heard.ts'
import type { Envelope } from './message.ts'
import { accountOf, momentOf, placeOf, refOf } from './place.ts'
import { id, stamp } from './shapes.ts'

/** 🎫 and 🎟️ as Slack names them: whoever puts one on a message wants a ticket of it. */
const tickets = new Set(['ticket', 'admission_tickets'])

const shape = z.object({
  user: id,
  reaction: z.string(),
  item: z.object({ type: z.string(), channel: id.nullish(), ts: stamp.nullish() }),
  item_user: id.nullish(),
  event_ts: stamp.nullish(),
})

/** A reaction to a message. One ticket comes of a message however many react: the key is the message's. */
export const heardReaction = (raw: unknown, { team }: Envelope, { botUser, now }: HeardBy): Heard => {
  const read = shape.safeParse(raw)
  if (!read.success) return ignored('a malformed reaction')
  const { user, reaction, item, item_user, event_ts } = read.data
  if (!tickets.has(reaction)) return ignored('another reaction')
  if (item.type !== 'message' || !item.channel || !item.ts) return ignored('a reaction to no message')
  if (user === botUser || item_user === botUser) return ignored('the bot’s own')
  return {
    kind: 'reaction',
    key: `adopt/${item.channel}/${item.ts}`,
    who: accountOf(team, user),
    place: placeOf(team, item.channel),
    message: refOf(team, item.channel, { ts: item.ts }),
    ...(item_user ? { author: item_user } : {}),
    at: event_ts ? momentOf(event_ts) : now,
    // The event never names the workspace of the one who reacts.
    assumed: [user],
  }
}

/** A reaction together with the message it stands on, as `conversations.replies` or `.history` returned it. */
export const adopted = (reaction: Reaction, message: unknown, context: HeardBy): Heard => {
  const { key, who, at, assumed, place, message: ref } = reaction
  const adopting: Adopting = { key, who, at, assumed, team: place.team, channel: ref.conversation }
  return adopt(adopting, message, context)
}
