import { type Fields, fieldsOf } from '../../support/fake/fields.ts'
import type { Delivery } from '../../support/teams/deliver/delivery.ts'
import type { FakeTeams } from '../../support/teams/start-fake-teams.ts'
import type { Message } from '../../support/teams/world/records.ts'
import { rooms } from '../../support/teams-story.ts'
import type { TeamsScene } from './teams-scene.ts'
import { until, untilKillsEnd } from './truth.ts'

/** Hands over again what the bot did not take, until it does. */
export const untilTold = async (teams: FakeTeams, deliveries: readonly Delivery[]): Promise<void> => {
  for (const delivery of deliveries) {
    if (delivery.status === 200) continue
    const told = async () => (await teams.redeliver(delivery)).status === 200
    await until('it is taken in', told, untilKillsEnd)
  }
}

/** Somebody of Huaxin reports by mention in their channel. Resolves with the message's id once Teams was told that it arrived. */
export const reportsOnTeams = async (on: TeamsScene, person = 'zhao'): Promise<string> => {
  const { teams, acknowledged, words } = on
  const text = words('全公司都连不上VPN了')
  const { id, deliveries } = await teams.person(person).say(rooms.huaxin, text, { mention: true })
  await untilTold(teams, deliveries)
  acknowledged.said.push({ message: id, types: ['ticket.reported'] })
  return id
}

/** The ticket that came of a message. */
export const ticketOf = ({ truth }: TeamsScene, message: string): Promise<string> =>
  until('it is a ticket', () => truth.ticketOf(message))

/** The bot's messages below a report that began as its receipt. */
export const receipts = ({ teams }: TeamsScene, report: string, item: string): readonly Message[] =>
  teams.thread(rooms.huaxin, report).filter(({ by, activity, history }) => {
    const first = fieldsOf(history[0] ?? activity)
    return by === undefined && String(first.summary).includes(`编号${item}，`)
  })

type Found = { readonly at: Message; readonly title: string }

const buttonsIn = (value: unknown): readonly Fields[] => {
  if (Array.isArray(value)) return value.flatMap(buttonsIn)
  if (typeof value !== 'object' || value === null) return []
  const { type, ...rest } = fieldsOf(value)
  return type === 'Action.Execute' ? [fieldsOf(value)] : Object.values(rest).flatMap(buttonsIn)
}

/** The newest button for that act on that ticket before this person. */
export const findButton = (
  { teams }: TeamsScene,
  person: string,
  flow: string,
  item: string,
): Found | undefined => {
  const own = [...teams.world.conversations.values()].filter(({ members }) => members.includes(person))
  const found = own
    .flatMap(({ id }) => teams.messages(id))
    .flatMap((at) =>
      buttonsIn(teams.person(person).view(at).card).flatMap(({ title, data }): readonly Found[] => {
        const press = fieldsOf(fieldsOf(fieldsOf(data).accord).press)
        return press.flow === flow && press.item === item ? [{ at, title: String(title) }] : []
      }),
    )
  return found.toSorted((one, other) => Number(other.at.id) - Number(one.at.id))[0]
}

/** The same, once it is there. */
export const buttonFor = (
  on: TeamsScene,
  ...[person, flow, item]: [person: string, flow: string, item: string]
): Promise<Found> =>
  until(`${flow} of ${item} before ${person}`, async () => findButton(on, person, flow, item))

/** What the bot told a person alone that has these words. */
export const toldAlone = ({ teams }: TeamsScene, person: string, words: string): readonly Message[] =>
  teams
    .messages(teams.personal(person))
    .filter(({ by, card }) => by === undefined && JSON.stringify(card).includes(words))
