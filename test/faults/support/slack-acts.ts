import type { TicketEventType } from '../../../src/domain/ticket/event.ts'
import { buttonFor } from './slack-cast.ts'
import type { SlackScene } from './slack-scene.ts'
import { until, untilKillsEnd } from './truth.ts'

/** An act on a ticket, and the event by which the log shows that it took effect. */
export type Act = {
  readonly user: string
  readonly flow: string
  readonly item: string
  readonly type: TicketEventType
}

/** How long a person looks at a button that Slack accepted before they press it again, for its form did not open. */
const openMs = 5_000

const happened = async ({ truth }: SlackScene, { item, type }: Act): Promise<boolean> =>
  (await truth.happened(item, type)) > 0

/** What Slack was told that it arrived takes effect, without anybody doing it again. */
const takesEffect = (on: SlackScene, act: Act): Promise<unknown> =>
  until(
    `${act.flow} of ${act.item}, which was acknowledged, took effect`,
    () => happened(on, act),
    untilKillsEnd,
  )

/** Presses a ticket's button until Slack says that it arrived, or it is plain to see that it did; then waits for its effect. */
export const presses = async (on: SlackScene, act: Act): Promise<void> => {
  const { user, flow, item } = act
  const press = async (): Promise<boolean> => {
    if (await happened(on, act)) return true
    const spot = buttonFor(on.slack, user, flow, item)
    return spot !== undefined && (await on.slack.person(user).press(spot, spot.button)).acked
  }
  await until(`${user} presses ${flow} of ${item}`, press, untilKillsEnd)
  await takesEffect(on, act)
}

/** Opens a ticket's form, fills it in and sends it until Slack closes it; then waits for its effect. */
export const submits = async (
  on: SlackScene,
  act: Act,
  values: { readonly [label: string]: string },
): Promise<void> => {
  const { user, flow, item } = act
  const { slack } = on
  const me = slack.person(user)
  const open = async (): Promise<false> => {
    const spot = buttonFor(slack, user, flow, item)
    if (spot !== undefined && (await me.press(spot, spot.button)).acked)
      await slack.until(() => me.modal(), 'the form opens', openMs).catch(() => {})
    return false
  }
  const send = async (): Promise<boolean> => {
    if (await happened(on, act)) return true
    if (me.modal() === undefined) return open()
    const { delivery, trouble, errors, refused } = await me.submit(values)
    if (delivery?.acked !== true || trouble !== undefined) return false
    const modal = me.modal()
    if (modal?.submit === null) await me.close({ all: true })
    return errors === undefined && refused === undefined
  }
  await until(`${user} sends ${flow} of ${item}`, send, untilKillsEnd)
  await takesEffect(on, act)
  if (me.modal() !== undefined) await me.close({ all: true })
}
