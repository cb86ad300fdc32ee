import type { Language } from '../../../src/domain/people/sides.ts'
import { texts } from '../../../src/text/texts.ts'
import { inside } from './cast.ts'
import { presses, submits } from './slack-acts.ts'
import { reportsOnSlack, says } from './slack-cast.ts'
import type { SlackScene } from './slack-scene.ts'
import { until, untilKillsEnd } from './truth.ts'

/** Who lives through an incident: a customer's reporter in their channel, and the one engineer who works on it. */
export type SlackPeople = {
  readonly reporter: string
  readonly room: string
  readonly engineer: string
  readonly language: Language
}

/** Two casts that share nobody whose forms could be in each other's way. */
export const slackPeople: readonly SlackPeople[] = [
  { reporter: 'U0ZHAO', room: 'C0HUAXIN', engineer: 'U0LI', language: 'zh-CN' },
  { reporter: 'U0EMMA', room: 'C0BLUE', engineer: 'U0WANG', language: 'en' },
]

/** The root of the ticket's thread in the engineers' room. */
export const cardOf = async ({ truth }: SlackScene, id: string): Promise<string | undefined> => {
  const [root] = await truth.sql<{ message: string }>(
    `select message from threads where item = $1 and conversation = 'C0ENG' and root`,
    [id],
  )
  return root?.message
}

/**
 * One ticket on Slack from its report to the closure both parties agreed to, with talk on either side. Whatever dies
 * meanwhile: what Slack was told that it arrived takes effect, once.
 */
export const liveOnSlack = async (
  on: SlackScene,
  { reporter, room, engineer, language }: SlackPeople,
): Promise<string> => {
  const { truth, words } = on
  const root = await reportsOnSlack(on, reporter, room)
  const item = await until(`the report ${root} is a ticket`, () => truth.ticketOf(root), untilKillsEnd)
  await says(on, reporter, room, words('It is the second floor as well'), {
    thread: root,
    types: ['ticket.message_added'],
  })
  const card = await until('the card stands in the engineers’ room', () => cardOf(on, item), untilKillsEnd)
  await says(on, engineer, 'C0ENG', words(`${inside} the switch again`), {
    thread: card,
    types: ['ticket.note_added'],
  })
  await presses(on, { user: engineer, flow: 'claim', item, type: 'ticket.acknowledged' })
  const label = texts(language).flows.resolve.description
  const solution = words('Replaced the part')
  await submits(on, { user: engineer, flow: 'resolve', item, type: 'ticket.resolved' }, { [label]: solution })
  await presses(on, { user: reporter, flow: 'confirm_solution', item, type: 'ticket.solution_confirmed' })
  await presses(on, { user: 'U0CHEN', flow: 'close', item, type: 'ticket.closed' })
  return item
}
