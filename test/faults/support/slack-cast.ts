import type { TicketEventType } from '../../../src/domain/ticket/event.ts'
import { fieldsOf, listOf } from '../../support/fake/fields.ts'
import type { Delivery } from '../../support/slack/deliver/delivery.ts'
import type { FakeSlack } from '../../support/slack/start-fake-slack.ts'
import { home } from '../../support/slack-story.ts'
import type { SlackScene } from './slack-scene.ts'
import { until, untilKillsEnd } from './truth.ts'

/** Slack sends an event again until it is told that it arrived; sooner than the real one, and without end. */
export const untilTold = async (slack: FakeSlack, deliveries: readonly Delivery[]): Promise<void> => {
  await Promise.all(
    deliveries
      .filter(({ acked }) => !acked)
      .map((delivery) =>
        until(
          `${delivery.kind} is acknowledged`,
          async () => (await slack.redeliver(delivery)).acked,
          untilKillsEnd,
        ),
      ),
  )
}

/** Says something that is, or may be, one of these events. Resolves with its ts when Slack was told that it arrived. */
export const says = async (
  { slack, acknowledged }: SlackScene,
  user: string,
  channel: string,
  text: string,
  { thread, types }: { readonly thread?: string; readonly types: readonly TicketEventType[] },
): Promise<string> => {
  const way = thread === undefined ? {} : { thread }
  const { ts, deliveries } = await slack.person(user).say(channel, text, way)
  await untilTold(slack, deliveries)
  acknowledged.said.push({ message: ts, types })
  return ts
}

/** Reports something by mentioning the bot in a channel; resolves with the ts of the message. */
export const reportsOnSlack = (on: SlackScene, user: string, channel: string): Promise<string> =>
  says(on, user, channel, `<@${on.slack.bot(home)}> ${on.words('Our VPN has been down since nine')}`, {
    types: ['ticket.reported'],
  })

/** A button that stands somewhere: where, and its action_id there. */
export type Standing = { readonly channel: string; readonly ts: string; readonly button: string }

const buttonsIn = (value: unknown): readonly { readonly id: string; readonly press: string }[] => {
  if (Array.isArray(value)) return listOf(value).flatMap(buttonsIn)
  if (typeof value !== 'object' || value === null) return []
  const { action_id, value: press } = fieldsOf(value)
  const inner = Object.values(value).flatMap(buttonsIn)
  return typeof action_id === 'string' && typeof press === 'string'
    ? [{ id: action_id, press }, ...inner]
    : inner
}

/** The newest button for that act on that ticket which this person sees. */
export const buttonFor = (
  slack: FakeSlack,
  user: string,
  flow: string,
  item: string,
): Standing | undefined => {
  const rooms = [...slack.world.channels.values()].filter(({ members }) => members.includes(user))
  const found = rooms.flatMap(({ id: channel }) =>
    slack.messages(channel).flatMap(({ ts, blocks }) =>
      buttonsIn(blocks)
        .filter(({ press }) => press.includes(`"flow":"${flow}"`) && press.includes(`"item":"${item}"`))
        .map(({ id: button }) => ({ channel, ts, button })),
    ),
  )
  return found.toSorted((one, other) => Number(other.ts) - Number(one.ts))[0]
}
