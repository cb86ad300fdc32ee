import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http'
import type { WriteLog } from '../../../src/chat/adapter.ts'
import { httpLimits } from '../../shared/http-limits.ts'
import { readBody } from '../../shared/read-body.ts'
import { isPayload, isSslCheck } from './payload-shape.ts'
import { signedWith } from './signed.ts'

/** The one address Slack sends to: events, interactions and commands. */
export const eventsPath = '/slack/events'

const end = (response: ServerResponse, status: number): void => {
  if (response.destroyed || response.headersSent) return
  response.writeHead(status, { connection: 'close' }).end()
}

const pathOf = ({ url = '/' }: IncomingMessage): string => url.split(/[?#]/, 1)[0] ?? '/'

/**
 * What stands before the library: only what Slack signed, and of a size and shape that Slack sends, comes through to it.
 * Everything else is turned away without effect.
 */
export const httpGate = ({
  receivers,
  clock,
  installPaths,
  onWarn,
  onFault,
}: {
  /** The library's listener for each signing secret. */
  readonly receivers: readonly { readonly secret: string; readonly pass: RequestListener }[]
  readonly clock: () => number
  readonly installPaths: readonly string[]
  readonly onWarn: WriteLog
  readonly onFault: WriteLog
}): RequestListener => {
  const hear = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const raw = await readBody(request, httpLimits)
    if (raw === undefined) return end(response, 413)
    const body = raw.toString()
    if (isSslCheck(request.headers['content-type'], body)) return end(response, 200)
    const secrets = receivers.map(({ secret }) => secret)
    const signed = signedWith(request.headers, body, secrets, clock())
    const receiver = receivers.find((one) => 'secret' in signed && one.secret === signed.secret)
    if (receiver === undefined) {
      const from = request.socket.remoteAddress
      if ('apart' in signed)
        onWarn('a request signed more than five minutes from this clock was turned away: check this clock', {
          ...{ from, seconds: signed.apart },
        })
      else onWarn('a request that Slack did not sign was turned away', { from })
      return end(response, 401)
    }
    if (!isPayload(request.headers['content-type'], body)) return end(response, 400)
    // The library reads what is here instead of the stream.
    receiver.pass(Object.assign(request, { rawBody: raw }), response)
  }

  return (request, response) => {
    const path = pathOf(request)
    const [installer] = receivers
    if (request.method === 'GET' && installPaths.includes(path)) installer?.pass(request, response)
    else if (request.method !== 'POST' || path !== eventsPath) end(response, 404)
    else
      hear(request, response).catch((error) => {
        if (!request.complete) response.destroy()
        else onFault('a request of Slack could not be answered', { error })
        end(response, 500)
      })
  }
}
