import { z } from 'zod'
import { beginning } from '../../../src/chat/beginning.ts'
import type { Inbound } from '../../../src/chat/inbound.ts'
import { type Heard, type HeardBy, ignored } from './heard.ts'
import { accountOf, placeOfCommand } from './place.ts'
import { id, responseUrl, token } from './shapes.ts'
import { installedTeam } from './teams.ts'
import { wayOf } from './way.ts'
import { type Words, wordsOf } from './words.ts'

const shape = z.object({
  command: z.string(),
  text: z.string().nullish(),
  user_id: id,
  channel_id: id,
  trigger_id: token,
  response_url: responseUrl,
})

const toReport = new Set(['/incident', '/报障'])
const toAsk = new Set(['/accord', '/运维'])

/** Words after `/incident` that ask instead of reporting: help, a ticket's number, its status. */
const question =
  /^(?:help|帮助|\?|(?:status|状态)|(?:(?:status|状态) ?)?#?[a-z][a-z0-9]{0,9}-[1-9]\d{0,8})[^\p{L}\p{N}]{0,16}$/u

type Act =
  | Pick<Extract<Inbound, { kind: 'press' }>, 'kind' | 'press'>
  | Pick<Extract<Inbound, { kind: 'command' }>, 'kind' | 'text' | 'mentions'>

const actOf = (command: string, { addressed: _, ...said }: Words): Act | undefined => {
  if (toAsk.has(command)) return { kind: 'command', ...said, text: said.text || 'help' }
  if (!toReport.has(command)) return undefined
  if (said.text === '') return { kind: 'press', press: { flow: 'report', choice: 'form' } }
  return {
    kind: 'command',
    ...said,
    text: question.test(beginning(said.text).text) ? said.text : `report: ${said.text}`,
  }
}

/**
 * A slash command: `/incident` (`/报障`) and what is the matter, or alone for the form; `/accord` (`/运维`) and anything
 * that can be said to the bot. Only members of the installing workspace can use one.
 */
export const heardCommand = (raw: unknown, { botUser, now }: HeardBy): Heard => {
  const read = shape.safeParse(raw)
  const team = installedTeam(raw)
  if (!read.success || team === undefined) return ignored('a malformed command')
  const { command, user_id, channel_id, trigger_id } = read.data
  const act = actOf(command, wordsOf(read.data.text ?? '', botUser))
  if (act === undefined) return ignored('another command')
  return {
    kind: 'inbound',
    inbound: {
      key: `command/${trigger_id}`,
      who: accountOf(team, user_id),
      place: placeOfCommand(team, channel_id, user_id),
      at: now,
      ...act,
      acknowledged: true,
    },
    files: [],
    assumed: [],
    way: wayOf(read.data),
  }
}
