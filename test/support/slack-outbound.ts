import { type Fields, fieldsOf, textOf } from './fake/fields.ts'
import type { FakeSlack } from './slack/start-fake-slack.ts'

/** Something the bot gave Slack to show: a call, an answer to an act, what a form was acknowledged with. */
type Outbound = {
  readonly by: string
  readonly shows: Fields
  /** Empty where it is none, or Slack alone knows which. */
  readonly channel: string
  readonly user: string
}

const shown = new Set(['text', 'blocks', 'view', 'attachments'])

/** Everything the bot ever gave Slack to show to somebody, and where or to whom, whether Slack took it or not. */
export const slackOutbound = ({ world, calls, deliveries }: FakeSlack): readonly Outbound[] => {
  const called = calls().map(({ method, args }): Outbound => {
    const trigger = world.triggers.get(textOf(args.trigger_id))
    const response = world.responses.get(textOf(args.response_url))
    const stacked = [...world.stacks].find(([, views]) => views.includes(textOf(args.view_id)))?.[0]
    const user = trigger?.user ?? response?.user ?? stacked ?? (textOf(args.user) || textOf(args.user_id))
    return {
      by: method,
      shows: Object.fromEntries(Object.entries(args).filter(([name]) => shown.has(name))),
      channel: response?.channel ?? textOf(args.channel),
      user,
    }
  })
  const acknowledged = deliveries().flatMap(({ kind, payload, attempts }): readonly Outbound[] => {
    const user = textOf(payload.user_id) || textOf(fieldsOf(payload.user).id)
    const channel = textOf(payload.channel_id) || textOf(fieldsOf(payload.channel).id)
    return attempts.map(({ response }) => ({ by: kind, shows: fieldsOf(response), user, channel }))
  })
  return [...called, ...acknowledged].filter(({ shows }) => Object.keys(shows).length > 0)
}
