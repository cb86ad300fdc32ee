import type { TicketEventType } from '../../../src/domain/ticket/event.ts'
import { texts } from '../../../src/text/texts.ts'
import { findButton, reportsOnTeams } from './teams-cast.ts'
import type { TeamsScene } from './teams-scene.ts'
import { until, untilKillsEnd } from './truth.ts'

/** Who lives through an incident: a reporter of Huaxin, and the one engineer who works on it. */
export type TeamsPeople = {
  readonly reporter: string
  readonly engineer: string
  readonly language: 'en' | 'zh-CN'
}

/** Two casts that share nobody whose forms could be in each other's way. */
export const teamsPeople: readonly TeamsPeople[] = [
  { reporter: 'zhao', engineer: 'li', language: 'zh-CN' },
  { reporter: 'sun', engineer: 'wang', language: 'en' },
]

/** Does something again and again, as people do, until the ticket's log shows that it took effect. */
const untilDone = (
  { truth }: TeamsScene,
  item: string,
  type: TicketEventType,
  act: () => Promise<unknown>,
): Promise<boolean> =>
  until(
    `${type} in ${item}`,
    async () => {
      if ((await truth.happened(item, type)) > 0) return true
      await act()
      return false
    },
    untilKillsEnd,
  )

/** One ticket on Teams from its report to the closure both parties agreed to, whatever dies meanwhile. */
export const liveOnTeams = async (
  on: TeamsScene,
  { reporter, engineer, language }: TeamsPeople,
): Promise<{ readonly item: string; readonly report: string }> => {
  const { teams, truth, words } = on
  const report = await reportsOnTeams(on, reporter)
  const item = await until(`the report ${report} is a ticket`, () => truth.ticketOf(report), untilKillsEnd)
  const presses = (person: string, flow: string) => async (): Promise<void> => {
    const found = findButton(on, person, flow, item)
    if (found !== undefined) await teams.person(person).press(found.at, found.title)
  }
  await untilDone(on, item, 'ticket.acknowledged', presses(engineer, 'claim'))
  const me = teams.person(engineer)
  const description = words('Replaced the part')
  await untilDone(on, item, 'ticket.resolved', async () => {
    const open = [...teams.world.conversations.keys()]
      .flatMap((at) => teams.messages(at))
      .find((one) => me.view(one).words.includes(item) && 'description' in me.view(one).fields)
    if (open === undefined) await presses(engineer, 'resolve')()
    else await me.fill(open, { description }, texts(language).flows.form.send)
  })
  await untilDone(on, item, 'ticket.solution_confirmed', presses(reporter, 'confirm_solution'))
  await untilDone(on, item, 'ticket.closed', presses('chen', 'close'))
  return { item, report }
}
