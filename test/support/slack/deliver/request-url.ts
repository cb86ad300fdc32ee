import { randomUUID } from 'node:crypto'
import type { World } from '../world/create-world.ts'
import type { Attempt, Delivery, Transport } from './delivery.ts'
import { bodyOf, type Forgery, postSigned } from './http-transport.ts'

/** The app's request URL: honest deliveries, and everything somebody else might send there. */
export const createRequestUrl = (world: World, url: string) => {
  const send: Transport = (parcel, retry, reason) =>
    postSigned(
      world,
      url,
      bodyOf(parcel),
      {},
      parcel.kind === 'events_api' && retry > 0
        ? { 'x-slack-retry-num': String(retry), 'x-slack-retry-reason': reason ?? 'unknown_error' }
        : {},
    )
  const json = 'application/json'
  return {
    send,
    /** Sends a delivery's body again, forged: wrong secret, old timestamp, missing headers, another body. */
    forge: (delivery: Delivery, forgery: Forgery): Promise<Attempt> =>
      postSigned(world, url, bodyOf(delivery), forgery),
    /** Sends any body, signed unless forged. */
    post: (body: string, type = json, forgery: Forgery = {}): Promise<Attempt> =>
      postSigned(world, url, { body, type }, forgery),
    /** The question Slack asks when the address is entered; the answer must be the challenge. */
    verify: async (): Promise<{ readonly attempt: Attempt; readonly challenge: string }> => {
      const challenge = randomUUID()
      const body = JSON.stringify({ token: 'x', challenge, type: 'url_verification' })
      return { challenge, attempt: await postSigned(world, url, { body, type: json }) }
    },
    /** The question whether the certificate holds; Slack sends it unsigned. */
    sslCheck: (): Promise<Attempt> =>
      postSigned(
        world,
        url,
        { body: 'ssl_check=1&token=x', type: 'application/x-www-form-urlencoded' },
        { without: ['x-slack-signature', 'x-slack-request-timestamp'] },
      ),
    /** Tells that Slack withholds events of a workspace for a minute. Documented for request URLs only. */
    rateLimited: (team: string): Promise<Attempt> =>
      postSigned(world, url, {
        body: JSON.stringify({
          token: 'x',
          type: 'app_rate_limited',
          team_id: team,
          minute_rate_limited: Math.floor(world.now() / 1000),
          api_app_id: world.app.id,
        }),
        type: json,
      }),
  }
}

export type RequestUrl = ReturnType<typeof createRequestUrl>
