import { z } from 'zod'
import { type Heard, type HeardBy, ignored, unknownInvoke } from './inbound/heard.ts'
import { referenceOf } from './inbound/reference.ts'
import { activityReader } from './inbound/routes.ts'
import { activityShape } from './inbound/shapes.ts'
import { turnOf } from './inbound/turn.ts'

const kind = z.object({
  type: z.string().nullish().catch(undefined),
  channelId: z.string().nullish().catch(undefined),
})

/**
 * What an activity of Teams means: a message, a press, a form, an installation. Pure, and never throws: what is malformed or
 * none of the bot's business is `ignored`, with the reason, or `unknown_invoke` where somebody waits for an answer (T40).
 */
export const heard = (activity: unknown, context: HeardBy): Heard => {
  const { type, channelId } = kind.safeParse(activity).data ?? {}
  const nothing = type === 'invoke' ? unknownInvoke : ignored
  // The emulator, web chats and others speak the same protocol, and prove nothing about people of a tenant.
  if (channelId !== 'msteams') return nothing('an activity of another channel than Teams')
  const read = activityShape.safeParse(activity)
  if (!read.success) return nothing('a malformed activity')
  const turn = turnOf(read.data, context)
  if (turn === undefined) return nothing('an activity of no tenant, or for another bot')
  const found = activityReader(turn.activity.type)?.(turn) ?? ignored('an activity of another type')
  // Where the bot was taken away nothing is to be remembered.
  return found.kind === 'removed' ? found : { ...referenceOf(turn, context.now), ...found }
}
