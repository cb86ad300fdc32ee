import type { WriteLog } from '../../../src/chat/adapter.ts'
import { createRarely } from '../../../src/chat/rarely.ts'
import type { Outage } from '../../shared/outage.ts'
import { within } from '../../shared/within.ts'
import type { Api } from './api-options.ts'
import { createSocket } from './socket.ts'
import type { Transport } from './transport.ts'

/** How long a start waits for the first connection; after that it goes on trying while everything else works, ms. */
const patienceMs = 5_000

/** Slack over connections that we open: two, so that when Slack renews one the other hears. It is ready with the first. */
export const socketTransport = ({
  connections = 2,
  clock,
  ...parts
}: {
  readonly appToken: string
  readonly connections?: number
  readonly api: Api
  readonly outage: Outage
  readonly onWarn: WriteLog
  readonly onFault: WriteLog
  readonly clock: () => number
}): Transport => {
  const rarely = createRarely(clock)
  const sockets = Array.from({ length: connections }, () => createSocket({ ...parts, rarely }))
  return {
    receivers: sockets.map(({ receiver }) => receiver),
    open: async () => {
      const first = Promise.race(sockets.map((socket) => socket.start().then(() => true)))
      if ((await within(first, patienceMs)) === undefined) {
        parts.onWarn('Slack could not be reached yet; it is heard as soon as it can be')
        first.catch((error) => parts.onFault(error.message))
      }
      return {}
    },
    isOpen: () => sockets.some((socket) => socket.isOpen()),
    close: async () => {
      await Promise.all(sockets.map((socket) => socket.stop()))
    },
  }
}
