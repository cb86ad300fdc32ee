import { SocketModeReceiver } from '@slack/bolt'
import type { WriteLog } from '../../../src/chat/adapter.ts'
import type { createRarely } from '../../../src/chat/rarely.ts'
import type { Outage } from '../../shared/outage.ts'
import { within } from '../../shared/within.ts'
import { failureOf } from '../send/failure.ts'
import { tokenRefusals } from '../setup/token-refusals.ts'
import { type Api, apiOptions } from './api-options.ts'
import { hearSafely } from './hear-safely.ts'
import { ending } from './transport.ts'

/** How long a socket may take to be ready, and to close after Slack or we said that it shall, ms. */
const readyMs = 15_000
const closeMs = 1_000
/** The pauses between attempts to open it again, ms. */
const firstPauseMs = 250
const longestPauseMs = 30_000

const refusal = (code: string): string =>
  `Slack does not accept SLACK_APP_TOKEN (${code}). Generate an "App-Level Token" with the scope connections:write, and switch on Socket Mode of your app.`

/** A connection to Slack that is opened again whenever it ends. */
export type Socket = {
  readonly receiver: SocketModeReceiver
  /** Resolves once connected, however long that takes; rejects with what to do when Slack refuses the token before that. */
  readonly start: () => Promise<void>
  readonly isOpen: () => boolean
  readonly stop: () => Promise<void>
}

/**
 * One Socket Mode connection. The library's own way back ends the process when Slack's API fails meanwhile, and begins with
 * five seconds of silence; so it is told not to come back, and is started again here, at once and for ever.
 */
export const createSocket = (parts: {
  readonly appToken: string
  readonly api: Api
  readonly outage: Outage
  readonly onFault: WriteLog
  /** Says which lines about one trouble are written; the connections of an app share it. */
  readonly rarely: ReturnType<typeof createRarely>
}): Socket => {
  const { appToken, api, outage, onFault, rarely } = parts
  const receiver = new SocketModeReceiver({
    appToken,
    logger: api.logger,
    autoReconnectEnabled: false,
    clientPingTimeout: 10_000,
    installerOptions: { clientOptions: apiOptions(api) },
    // Nothing is acknowledged that could not be kept: Slack sends it again.
    processEventErrorHandler: async ({ error }) => {
      if (error !== ending) onFault('what Slack sent could not be taken in; Slack sends it again', { error })
      return false
    },
  })
  const { client } = receiver
  let closing: NodeJS.Timeout | undefined
  hearSafely(client, {
    onFault,
    closing: () => {
      closing ??= setTimeout(() => void client.disconnect(), closeMs)
    },
  })
  client.on('disconnected', () => {
    clearTimeout(closing)
    closing = undefined
  })

  let stopped = false
  let isOpen = false
  let wake = (): void => {}
  const pause = (ms: number): Promise<void> =>
    new Promise((resolve) => {
      const timer = setTimeout(resolve, ms)
      wake = () => {
        clearTimeout(timer)
        resolve()
      }
    })

  /** Opens the connection and resolves once Slack greeted; whatever goes wrong rejects. */
  const open = async (): Promise<void> => {
    const late = setTimeout(() => void client.disconnect(), readyMs)
    try {
      await client.start()
    } finally {
      clearTimeout(late)
    }
    // It was stopped while the address of the socket was still being asked for.
    if (stopped) await client.disconnect()
  }

  const keep = async (ready: () => void, refused: (why: Error) => void): Promise<void> => {
    let isReady = false
    let waitMs = firstPauseMs
    while (!stopped) {
      const ended = new Promise<void>((resolve) => client.once('disconnected', () => resolve()))
      try {
        await open()
        isReady = true
        isOpen = true
        ready()
        waitMs = firstPauseMs
        await ended
        isOpen = false
      } catch (error) {
        const failure = failureOf(error)
        if (stopped) return
        if (failure.kind === 'refused' && tokenRefusals.has(failure.code)) {
          const why = new Error(refusal(failure.code))
          if (!isReady) return refused(why)
          if (rarely(why.message) !== undefined) onFault(why.message)
        } else if (outage.since() === undefined) {
          // The call for the socket's address went through, the socket itself did not open.
          outage.failed(new URL(api.apiUrl).host, failure.why)
        }
        await pause(failure.kind === 'wait' ? Math.max(waitMs, failure.retryAfter) : waitMs)
        waitMs = Math.min(waitMs * 2, longestPauseMs)
      }
    }
  }

  let keeping: Promise<void> | undefined
  return {
    receiver,
    start: () =>
      new Promise((resolve, reject) => {
        keeping = keep(resolve, reject)
      }),
    isOpen: () => isOpen,
    stop: async () => {
      stopped = true
      wake()
      await within(client.disconnect(), closeMs)
      // A second word ends a connection whose other end does not answer the first.
      await within(client.disconnect(), closeMs)
      await within(keeping ?? Promise.resolve(), closeMs)
    },
  }
}
