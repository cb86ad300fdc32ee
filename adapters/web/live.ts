import type { ServerResponse } from 'node:http'
import type { ChatLog } from '../../src/chat/chat-log.ts'
import { securityHeaders } from './http.ts'

const pulseMs = 15_000
/** What happens in one moment rings once. */
const togetherMs = 25
/** What waits for everybody is counted once a second (`createChanges`): once things are quiet, pages come for the last count. */
const quietMs = 1_100

/**
 * Rings on the pages that are open, by server-sent events: something changed, come and see. It says nothing more, so it is the same for
 * everybody, one stream serves all windows of a browser, and a ring that is lost costs a pulse's time and no message.
 */
export const createLive = (log: ChatLog, clock: () => number) => {
  const open = new Set<ServerResponse>()
  let again: NodeJS.Timeout | undefined
  let quiet: NodeJS.Timeout | undefined

  const ring = () => {
    again = undefined
    // A page that takes in slowly has a ring on its way already.
    for (const response of open)
      if (!response.writableNeedDrain) response.write(`event: ring\ndata: ${clock()}\n\n`)
  }
  const refresh = () => {
    again ??= setTimeout(ring, togetherMs)
    clearTimeout(quiet)
    quiet = setTimeout(ring, quietMs)
  }
  const unlisten = log.onChange(refresh)
  const pulse = setInterval(ring, pulseMs)

  return {
    open: (response: ServerResponse) => {
      response.writeHead(200, {
        ...securityHeaders,
        'content-type': 'text/event-stream',
        'cache-control': 'no-store',
      })
      response.write(`retry: 1000\nevent: ring\ndata: ${clock()}\n\n`)
      open.add(response)
      response.on('close', () => open.delete(response))
    },
    /** Somebody acted here: what follows from it may show without a message, e.g. another language. */
    refresh,
    stop: () => {
      unlisten()
      clearInterval(pulse)
      clearTimeout(again)
      clearTimeout(quiet)
      for (const response of open) response.end()
      open.clear()
    },
  }
}
