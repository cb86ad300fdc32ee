import type { AckFn, ReceiverEvent } from '@slack/bolt'
import type { WriteLog } from '../../../src/chat/adapter.ts'
import type { InFlight } from '../../shared/in-flight.ts'
import { createOnce } from '../../shared/once.ts'
import { installedTeam } from '../inbound/teams.ts'
import type { Calls } from '../wire/calls.ts'
import { ending } from '../wire/transport.ts'
import type { Intake } from './durable-receiver.ts'
import type { HearEvent } from './hear-event.ts'

/** What a receiver's event is told with, and whether it was. */
const watched = ({ ack }: ReceiverEvent) => {
  let told = false
  const acknowledge: AckFn<unknown> = async (answer) => {
    told = true
    await ack(answer)
  }
  return { acknowledge, isTold: () => told }
}

/**
 * The one door for whatever comes from Slack: an event is kept before it is acknowledged; what is from a workspace that
 * removed the bot, or that no listener wants, is acknowledged and named in the log, so that Slack does not send it again.
 */
export const createIntake = ({
  calls,
  hearEvent,
  inFlight,
  isStopping,
  onWarn,
}: {
  readonly calls: Calls
  readonly hearEvent: HearEvent
  readonly inFlight: InFlight
  readonly isStopping: () => boolean
  readonly onWarn: WriteLog
}): Intake => {
  const strangers = createOnce()

  const take: Intake = async (event, onward) => {
    const { body } = event
    if (isStopping()) throw ending
    const team = installedTeam(body)
    const workspace = team === undefined ? undefined : await calls.in(team)
    if (workspace === undefined) {
      if (strangers.first(team ?? ''))
        onWarn('Slack sent something from a workspace the bot is not installed in; it is passed over', {
          team,
        })
      return event.ack()
    }
    const { acknowledge, isTold } = watched(event)
    if (body.type === 'event_callback' || body.type === 'app_rate_limited')
      await hearEvent(body, workspace, event.retryNum)
    // Bolt knows no payload of this type.
    if (body.type === 'app_rate_limited') return acknowledge()
    await onward({ ...event, ack: acknowledge })
    if (isTold()) return
    onWarn('Slack sent something that nothing here is meant for; it is passed over', { type: body.type })
    await acknowledge()
  }

  return (event, onward) => inFlight.track(take(event, onward))
}
