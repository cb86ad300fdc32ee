import type { App, Receiver, ReceiverEvent } from '@slack/bolt'

/** Takes a payload in before Bolt sees it; `onward` hands it to Bolt, which tells Slack that it arrived. */
export type Intake = (event: ReceiverEvent, onward: (event: ReceiverEvent) => Promise<void>) => Promise<void>

/**
 * One receiver around those that listen to Slack. Bolt acknowledges an event before it runs anything of ours; so what each
 * receiver hears comes here first, and is handed on once it stands (architecture decision 4).
 */
export const durableReceiver = (
  inner: readonly Pick<Receiver, 'init'>[],
  { start, stop }: Pick<Receiver, 'start' | 'stop'>,
  intake: Intake,
): Receiver => ({
  init: (app) => {
    const standIn = {
      processEvent: (event: ReceiverEvent) => intake(event, (handed) => app.processEvent(handed)),
    }
    // All that a receiver asks of its app.
    for (const receiver of inner) receiver.init(standIn as App)
  },
  start,
  stop,
})
