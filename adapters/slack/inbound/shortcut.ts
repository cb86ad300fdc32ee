import { z } from 'zod'
import { actorOf } from './actor.ts'
import { adopt } from './adopt.ts'
import { type Heard, type HeardBy, ignored } from './heard.ts'
import { directWith, momentOf, placeOf, threadOf } from './place.ts'
import { id, messageShape, responseUrl, stamp, token, userShape } from './shapes.ts'
import { wayOf } from './way.ts'
import { saidIn } from './words.ts'

const called = {
  callback_id: z.string(),
  user: userShape,
  trigger_id: token,
  action_ts: stamp.nullish(),
}
const anywhere = z.object(called)
const onMessage = z.object({
  ...called,
  response_url: responseUrl,
  channel: z.object({ id }),
  message: messageShape,
})

/** “Report” from the shortcuts menu: the form, wherever the person is. */
export const heardShortcut = (raw: unknown, team: string, { now }: HeardBy): Heard => {
  const read = anywhere.safeParse(raw)
  if (!read.success) return ignored('a malformed shortcut')
  const { callback_id, user, trigger_id, action_ts } = read.data
  if (callback_id !== 'report') return ignored('another shortcut')
  const { who, assumed } = actorOf(user, team)
  return {
    kind: 'inbound',
    inbound: {
      kind: 'press',
      key: `shortcut/${trigger_id}`,
      who,
      place: directWith(team, who.user),
      at: action_ts ? momentOf(action_ts) : now,
      press: { flow: 'report', choice: 'form' },
      acknowledged: true,
    },
    files: [],
    assumed,
    way: wayOf({ trigger_id }),
  }
}

/** A shortcut in a message's menu: “Report this”, or, for the supplier, “Send to customer” with the words to begin with. */
export const heardMessageShortcut = (raw: unknown, team: string, context: HeardBy): Heard => {
  const read = onMessage.safeParse(raw)
  if (!read.success) return ignored('a malformed shortcut')
  const { callback_id, user, channel, message, trigger_id, action_ts } = read.data
  const { who, assumed } = actorOf(user, team)
  const at = action_ts ? momentOf(action_ts) : context.now
  const way = wayOf(read.data)
  if (callback_id === 'report_this') {
    const key = `adopt/${channel.id}/${message.ts}`
    return adopt({ key, who, at, assumed, team, channel: channel.id, way }, message, context)
  }
  if (callback_id !== 'send_to_customer') return ignored('another shortcut')
  return {
    kind: 'inbound',
    inbound: {
      kind: 'press',
      key: `shortcut/${trigger_id}`,
      who,
      place: placeOf(team, channel.id, threadOf(undefined, message.thread_ts ?? message.ts)),
      at,
      press: { flow: 'update' },
      words: saidIn(message, context.botUser).text,
      acknowledged: true,
    },
    files: [],
    assumed,
    way,
  }
}
