import { z } from 'zod'

/** An id of Slack's: U…, W… (Grid users), B…, C…, D…, G…, T…, E… (organisations), V…, F…. */
export const id = z.string().regex(/^[A-Za-z0-9_-]{1,64}$/)
/** A message's id within its conversation, and a moment: seconds with a fraction. */
export const stamp = z.string().regex(/^\d{1,10}(?:\.\d{1,9})?$/)
/** An opaque name: an event's id, a trigger's. */
export const token = z.string().min(1).max(300)

/** More characters than this has no address to answer at. */
const mostOfUrl = 3_000
/** Where an act may be answered; an odd one must not cost the act. */
export const responseUrl = z.url().max(mostOfUrl).nullish().catch(undefined)

const author = {
  user: id.nullish(),
  bot_id: z.string().nullish(),
  team: id.nullish(),
  user_team: id.nullish(),
  source_team: id.nullish(),
  user_profile: z.object({ team: id.nullish() }).nullish(),
}

/** A message object, as it stands in events, shortcuts and `conversations.replies`. */
export const messageShape = z.object({
  ...author,
  subtype: z.string().nullish(),
  text: z.string().nullish(),
  ts: stamp,
  thread_ts: stamp.nullish(),
  edited: z.object({ user: id.nullish(), ts: stamp }).nullish(),
  // Read piece by piece: one odd block or file must not cost the whole message.
  blocks: z.unknown().optional(),
  files: z.unknown().optional(),
})

/** A message object that was understood. */
export type SlackMessage = z.output<typeof messageShape>

/** The person behind an interaction, with their own workspace. */
export const userShape = z.object({ id, team_id: id.nullish() })
