import { z } from 'zod'
import type { Place } from '../../../src/chat/inbound.ts'
import { readPress } from '../../shared/press.ts'
import { readMetadata } from '../form/form-metadata.ts'
import { actorOf } from './actor.ts'
import { type Heard, type HeardBy, ignored } from './heard.ts'
import { directWith, momentOf, placeOf, threadOf } from './place.ts'
import { id, responseUrl, stamp, token, userShape } from './shapes.ts'
import { wayOf } from './way.ts'

const shape = z.object({
  user: userShape,
  trigger_id: token.nullish(),
  response_url: responseUrl,
  container: z
    .object({
      message_ts: stamp.nullish(),
      channel_id: id.nullish(),
      thread_ts: stamp.nullish(),
      is_ephemeral: z.boolean().nullish(),
    })
    .nullish(),
  channel: z.object({ id }).nullish(),
  message: z.object({ ts: stamp.nullish(), thread_ts: stamp.nullish() }).nullish(),
  view: z
    .object({
      id,
      type: z.string().nullish(),
      hash: z.string().nullish(),
      private_metadata: z.string().nullish(),
    })
    .nullish(),
  actions: z
    .array(
      z.object({
        action_ts: stamp.nullish(),
        value: z.string().nullish(),
        selected_option: z.object({ value: z.string().nullish() }).nullish(),
      }),
    )
    .min(1),
})

type Pressed = z.output<typeof shape>

/**
 * A pressed button, in a message, one that only this person sees, Home or a modal. What it carries was written by the bot
 * and says which act on which item; whether this person may is decided later (T47).
 */
export const heardAction = (raw: unknown, team: string, { now }: HeardBy): Heard => {
  const read = shape.safeParse(raw)
  if (!read.success) return ignored('a malformed press')
  const { data } = read
  const [action] = data.actions
  const press = readPress(action?.value ?? action?.selected_option?.value ?? '')
  if (press === undefined) return ignored('a button that is not the bot’s')
  const source = data.view?.id ?? messageOf(data)
  const nonce = action?.action_ts ?? data.trigger_id
  if (!source || !nonce) return ignored('a press from nowhere')
  const { who, assumed } = actorOf(data.user, team)
  return {
    kind: 'inbound',
    inbound: {
      kind: 'press',
      key: `action/${source}/${nonce}/${who.user}`,
      who,
      place: placeOfPress(data, team, who.user),
      at: action?.action_ts ? momentOf(action.action_ts) : now,
      press,
      acknowledged: true,
    },
    files: [],
    assumed,
    way: wayOf({ ...data, ephemeral: data.container?.is_ephemeral === true }),
  }
}

const messageOf = ({ container, message }: Pressed): string | undefined =>
  container?.message_ts ?? message?.ts ?? undefined

/** Home is a person's own; a modal is where it was opened from, which the bot wrote into it. */
const placeOfPress = (pressed: Pressed, team: string, user: string): Place => {
  const { view, channel, container, message } = pressed
  if (view) return readMetadata(view.private_metadata ?? '')?.place ?? directWith(team, user)
  const conversation = channel?.id ?? container?.channel_id
  if (!conversation) return directWith(team, user)
  return placeOf(team, conversation, threadOf(messageOf(pressed), container?.thread_ts ?? message?.thread_ts))
}
