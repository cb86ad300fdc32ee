import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'

/** How often each address was asked. */
export type Asked = { readonly openId: number; readonly keys: number; readonly tokens: number }

const answer = (response: ServerResponse, status: number, body: unknown): void => {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))
}

/** The addresses of an identity provider, on a free port of loopback. */
export const serveIdentity = async ({
  issuer,
  jwks,
  giveToken,
}: {
  readonly issuer: string
  readonly jwks: unknown
  /** The answer to a request for a token; nothing when the client is not the bot. */
  readonly giveToken: (form: URLSearchParams) => unknown
}) => {
  // The SDK remembers keys for each address: no two identities may share one.
  const place = `/${randomUUID()}`
  const asked = { openId: 0, keys: 0, tokens: 0 }
  const refused: { [what in 'tokens' | 'keys']?: number | 'hang' | undefined } = {}
  const refuses = (what: 'tokens' | 'keys', response: ServerResponse): boolean => {
    const how = refused[what]
    if (how === undefined) return false
    if (how !== 'hang') answer(response, how, { error: 'temporarily_unavailable', error_description: 'no' })
    return true
  }

  const server = createServer(async (request, response) => {
    const at = `http://${request.headers.host}${place}`
    switch (`${request.method} ${request.url}`) {
      case `GET ${place}/openid`:
        asked.openId += 1
        if (!refuses('keys', response)) answer(response, 200, { issuer, jwks_uri: `${at}/keys` })
        return
      case `GET ${place}/keys`:
        asked.keys += 1
        answer(response, 200, jwks)
        return
      case `POST ${place}/login/oauth2/v2.0/token`: {
        asked.tokens += 1
        const given = giveToken(new URLSearchParams(await text(request)))
        if (refuses('tokens', response)) return
        if (given === undefined)
          answer(response, 401, {
            error: 'invalid_client',
            error_description: 'AADSTS7000215: Invalid client secret provided.',
          })
        else answer(response, 200, given)
        return
      }
      default:
        answer(response, 404, { error: 'not_found' })
    }
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}${place}`
  return {
    openIdUrl: `${base}/openid`,
    loginUrl: `${base}/login`,
    asked: (): Asked => ({ ...asked }),
    refuse: (what: 'tokens' | 'keys', how: number | 'hang' | undefined): void => {
      refused[what] = how
    },
    stop: async (): Promise<void> => {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}
