import type { SocketModeReceiver } from '@slack/bolt'
import { z } from 'zod'
import type { WriteLog } from '../../../src/chat/adapter.ts'

const frame = z.looseObject({
  type: z.string(),
  reason: z.string().optional(),
  payload: z.looseObject({ event: z.looseObject({ type: z.string() }).optional() }).nullish(),
})

const read = (data: unknown) => {
  try {
    return frame.safeParse(JSON.parse(String(data))).data
  } catch {
    return undefined
  }
}

/** The library would end the process on an event without content, as `app_rate_limited` is: to it, it is no event. */
const harmless = (data: unknown): unknown => {
  const said = read(data)
  if (said?.type !== 'events_api' || said.payload?.event !== undefined) return data
  return JSON.stringify({ ...said, type: 'no_event', payload: said.payload ?? {} })
}

/**
 * Reads each frame before the library does, which cannot bear every one and waits half a minute for the other end to
 * agree to a close: `closing` is told that one was announced.
 */
export const hearSafely = (
  client: SocketModeReceiver['client'],
  { onFault, closing }: { readonly onFault: WriteLog; readonly closing: () => void },
): void => {
  const listeners = client.listeners('ws_message')
  client.removeAllListeners('ws_message')
  client.on('ws_message', (data: unknown, isBinary: boolean) => {
    const said = read(data)
    if (said?.type === 'disconnect') {
      if (said.reason === 'link_disabled')
        onFault(
          'Slack switched Socket Mode off for this app. Switch it on under Socket Mode in the app’s settings.',
        )
      closing()
    }
    for (const listener of listeners)
      Promise.resolve(listener(harmless(data), isBinary)).catch((error) =>
        onFault('a frame of Slack could not be read', { error }),
      )
  })
}
