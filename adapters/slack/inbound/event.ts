import { z } from 'zod'
import { heardChange, heardDeletion } from './change.ts'
import { type Heard, type HeardBy, ignored } from './heard.ts'
import { type Envelope, heardMessage } from './message.ts'
import {
  heardJoin,
  heardLeaving,
  heardMove,
  heardPerson,
  heardRevocation,
  openedHome,
} from './other-event.ts'
import { heardReaction } from './reaction.ts'
import { id, token } from './shapes.ts'
import { installedTeam } from './teams.ts'

const envelope = z.object({ event_id: token, event: z.unknown() })
const typed = z.object({ type: z.string(), subtype: z.string().nullish() })
const limited = z.object({ team_id: id })

/** A body of the Events API, the same over HTTP and Socket Mode. */
export const heardEvent = (body: unknown, context: HeardBy): Heard => {
  const outer = typed.safeParse(body)
  if (!outer.success) return ignored('a malformed event')
  if (outer.data.type === 'app_rate_limited') {
    const read = limited.safeParse(body)
    return read.success ? { kind: 'rate_limited', team: read.data.team_id } : ignored('a malformed event')
  }
  const read = envelope.safeParse(body)
  const event = typed.safeParse(read.data?.event)
  const team = installedTeam(body)
  if (outer.data.type !== 'event_callback' || !read.success || !event.success || team === undefined)
    return ignored('a malformed event')
  return eventOf(event.data, read.data.event, { team, eventId: read.data.event_id }, context)
}

const eventOf = (
  { type, subtype }: z.output<typeof typed>,
  event: unknown,
  of: Envelope,
  context: HeardBy,
): Heard => {
  switch (type) {
    case 'message':
      if (subtype === 'message_changed') return heardChange(event, of, context)
      if (subtype === 'message_deleted') return heardDeletion(event, of, context)
      return heardMessage(event, of, context)
    case 'app_mention':
      return heardMessage(event, of, context)
    case 'reaction_added':
      return heardReaction(event, of, context)
    case 'app_home_opened':
      return openedHome(event, of)
    case 'member_joined_channel':
      return heardJoin(event, of, context)
    case 'channel_left':
    case 'group_left':
      return heardLeaving(event, of)
    case 'channel_id_changed':
      return heardMove(event, of)
    case 'user_change':
      return heardPerson(event, of)
    case 'tokens_revoked':
      return heardRevocation(event, of)
    case 'app_uninstalled':
      return { kind: 'removed', team: of.team }
    default:
      return ignored('an event of another type')
  }
}
