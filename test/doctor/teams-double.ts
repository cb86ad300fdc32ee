import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'

/** What the double answers to a request. */
export type Answer = { readonly http?: number; readonly body?: unknown; readonly date?: string }

/** Refuses a sign-in as Microsoft does. */
export const refusal = (code: string): Answer => ({
  http: 401,
  body: {
    error: 'invalid_client',
    error_description: `${code}: The words of Microsoft name hunter2.\r\nTrace ID: 1`,
    error_codes: [Number(code.slice(6))],
  },
})

const well: { readonly [what: string]: Answer } = {
  token: { body: { token_type: 'Bearer', expires_in: 3600, access_token: 'hunter2.token' } },
  keys: { body: { issuer: 'https://api.botframework.com', jwks_uri: 'https://keys.test' } },
  connector: { http: 401 },
}

/** What of Microsoft the bot looks at before and beside all conversations, on loopback; `answers` replace what is well. */
export const teamsDouble = async (answers: { readonly [what: string]: Answer } = {}) => {
  const asked: { readonly what: string; readonly form: URLSearchParams }[] = []
  const server = createServer(async (request, response) => {
    const form = new URLSearchParams(await text(request))
    const { pathname } = new URL(request.url ?? '/', 'http://double')
    const what = { '/tenant/oauth2/v2.0/token': 'token', '/keys': 'keys' }[pathname] ?? ('connector' as const)
    asked.push({ what, form })
    const { http = 200, body = '', date } = { ...well, ...answers }[what] ?? {}
    if (date !== undefined) response.setHeader('date', date)
    response.writeHead(http, { 'content-type': 'application/json' }).end(JSON.stringify(body))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return {
    origin,
    cloud: {
      openIdUrl: `${origin}/keys`,
      issuer: 'https://api.botframework.com',
      loginUrl: `${origin}/tenant`,
      oauthScope: 'https://api.botframework.com',
    },
    asked,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections()
        server.close(resolve)
      }),
  }
}
