import { z } from 'zod'
import { type Heard, type HeardBy, ignored } from './heard.ts'
import { eventReader } from './routes.ts'
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
  const of = { team, eventId: read.data.event_id }
  return eventReader(event.data)?.(read.data.event, of, context) ?? ignored('an event of another type')
}
