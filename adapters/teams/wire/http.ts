import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from 'node:http'
import type { WriteLog } from '../../../src/chat/adapter.ts'
import { httpLimits } from '../../shared/http-limits.ts'
import { type HttpListener, httpListener } from '../../shared/http-listener.ts'
import { readBody } from '../../shared/read-body.ts'
import { isActivity } from './activity-shape.ts'
import type { Answered, Incoming } from './port.ts'
import { createRefusals } from './refusals.ts'
import { isLoopbackUrl } from './service-hosts.ts'

/** The one address Teams sends to: the bot's messaging endpoint. */
export const messagesPath = '/api/messages'

/** What the log says of requests that come no further than here; other addresses are nobody's business. */
const reasons: { readonly [status: number]: string } = {
  400: 'no activity of a shape that Teams sends',
  401: 'no token',
  403: 'a page of a browser sent it',
  413: 'more than an activity may have',
  415: 'no JSON',
  503: 'too many at a time',
}

/** Requests in hand; more are turned away, so that no flood can fill the memory. */
const mostInHand = 200

const answer = (response: ServerResponse, { status, body }: Answered): void => {
  if (response.destroyed || response.headersSent) return
  // Whoever is refused connects anew: what is left of the request is not waited for.
  if (status >= 400) response.setHeader('connection', 'close')
  if (body === undefined) response.writeHead(status, { 'content-length': 0 }).end()
  else {
    const json = JSON.stringify(body)
    response.writeHead(status, { 'content-type': 'application/json; charset=utf-8' }).end(json)
  }
}

const isJson = (headers: IncomingHttpHeaders): boolean =>
  /^application\/json\s*(;|$)/i.test(headers['content-type'] ?? '') &&
  (headers['content-encoding'] ?? 'identity') === 'identity'

const strictText = new TextDecoder('utf-8', { fatal: true })

const parsed = (raw: Buffer): unknown => {
  try {
    return JSON.parse(strictText.decode(raw))
  } catch {
    return undefined
  }
}

/** Where nobody signs in, no page of a browser may speak for somebody, whatever name it gave this machine. */
const isFromPage = ({ host, origin }: IncomingHttpHeaders): boolean =>
  origin !== undefined || !isLoopbackUrl(`http://${host}`)

/**
 * What stands before the bot: one address, of which only requests of a size and shape that Teams sends come through to
 * `hear`, which authenticates them. Everything else is turned away without effect, before it is read where that is known.
 */
export const createTeamsHttp = ({
  host,
  port,
  signedIn,
  hear,
  onWarn,
  onFault,
  clock = Date.now,
}: {
  readonly host: string
  readonly port: number
  /** Whether Microsoft proves itself with a token, as it does wherever the bot has an app id. */
  readonly signedIn: boolean
  readonly hear: (authorization: string | undefined, activity: Incoming) => Promise<Answered>
  readonly onWarn: WriteLog
  readonly onFault: WriteLog
  readonly clock?: () => number
}): HttpListener => {
  const refused = createRefusals(onWarn, clock)
  let stopping = false
  let inHand = 0

  /** The status that a request is refused with unread. */
  const refusal = ({ method, url = '/', headers }: IncomingMessage): number | undefined => {
    if (url.split(/[?#]/, 1)[0] !== messagesPath) return 404
    if (method !== 'POST') return 405
    if (signedIn && headers.authorization === undefined) return 401
    if (!signedIn && isFromPage(headers)) return 403
    if (!isJson(headers)) return 415
    return stopping || inHand >= mostInHand ? 503 : undefined
  }

  const refuse = (status: number): Answered => {
    const reason = reasons[status]
    if (reason !== undefined && !stopping) refused(reason)
    return { status }
  }

  const take = async (request: IncomingMessage): Promise<Answered> => {
    const raw = await readBody(request, httpLimits)
    if (raw === undefined) return refuse(413)
    const activity = parsed(raw)
    return isActivity(activity) ? hear(request.headers.authorization, activity) : refuse(400)
  }

  const handle = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const status = refusal(request)
    if (status !== undefined) return answer(response, refuse(status))
    inHand += 1
    try {
      answer(response, await take(request))
    } catch (error) {
      if (!request.complete) response.destroy()
      else onFault('an activity of Teams could not be taken in; Teams is told so', { error })
      answer(response, { status: 500 })
    } finally {
      inHand -= 1
    }
  }

  const server = httpListener(host, port, (request, response) => {
    handle(request, response).catch(() => response.destroy())
  })
  return {
    open: server.open,
    close: (ms) => {
      stopping = true
      return server.close(ms)
    },
  }
}
