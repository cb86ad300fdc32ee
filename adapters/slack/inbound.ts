import { z } from 'zod'
import { heardCommand } from './inbound/command.ts'
import { heardEvent } from './inbound/event.ts'
import { type Heard, type HeardBy, ignored } from './inbound/heard.ts'
import { actReader } from './inbound/routes.ts'
import { installedTeam } from './inbound/teams.ts'

const kind = z.object({ type: z.string().nullish(), command: z.string().nullish() })

/**
 * What a payload of Slack means: an event, a press, a form, a shortcut or a slash command. Pure, and never throws: what
 * is malformed or none of the bot's business is `ignored`, with the reason (T40).
 */
export const heard = (body: unknown, context: HeardBy): Heard => {
  const read = kind.safeParse(body)
  if (!read.success) return ignored('a malformed payload')
  const { type, command } = read.data
  if (type === 'event_callback' || type === 'app_rate_limited') return heardEvent(body, context)
  if (typeof command === 'string') return heardCommand(body, context)
  return heardInteraction(type, body, context)
}

const heardInteraction = (type: string | null | undefined, body: unknown, context: HeardBy): Heard => {
  const team = installedTeam(body)
  if (team === undefined) return ignored('a payload of no workspace')
  return actReader(type ?? '')?.(body, team, context) ?? ignored('a payload of another type')
}
