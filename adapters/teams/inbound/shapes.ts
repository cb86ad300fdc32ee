import { z } from 'zod'

/** An id of Teams': `29:…` people, `28:…` bots, `a:…`, `19:…@thread.…` conversations, GUIDs, and the numbers of messages. */
export const id = z.string().regex(/^[\x21-\x7e]{1,300}$/)

/** A word beside what matters: an odd one must not cost the whole activity. */
const word = z.string().max(3000).nullish().catch(undefined)

const named = z.object({ id }).nullish().catch(undefined)

/** Who wrote or did something. What says who they are is read strictly. */
const account = z.object({ id, aadObjectId: id.nullish(), tenantId: id.nullish(), role: word })

/** What every activity states. */
export const activityShape = z.object({
  type: z.string(),
  id,
  name: word,
  timestamp: word,
  serviceUrl: word,
  from: account,
  recipient: named,
  conversation: z.object({ id, conversationType: word, tenantId: id.nullish() }),
  channelData: z
    .object({ tenant: named, team: named, channel: named, eventType: word })
    .nullish()
    .catch(undefined),
  locale: word,
  replyToId: id.nullish().catch(undefined),
  text: z.string().nullish().catch(undefined),
  textFormat: word,
  action: word,
  // Read piece by piece: one odd entity or attachment must not cost the whole activity.
  entities: z.unknown().optional(),
  attachments: z.unknown().optional(),
  membersAdded: z.unknown().optional(),
  membersRemoved: z.unknown().optional(),
  value: z.unknown().optional(),
})

/** An activity that was understood. */
export type Activity = z.output<typeof activityShape>

/** More entries than these are nobody's. */
const most = 200

/** The objects of a list; whatever else stands in it is left out. */
export const listOf = (value: unknown): readonly object[] =>
  Array.isArray(value) ? value.slice(0, most).filter((one) => typeof one === 'object' && one !== null) : []
