import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'

/** What the double answers: fields beside `ok: true`, or a refusal, or another HTTP answer. */
export type Answer =
  | { readonly [field: string]: unknown }
  | { readonly http: number; readonly headers?: { readonly [name: string]: string } }

type Asked = { readonly method: string; readonly token: string; readonly parameters: URLSearchParams }

/** A few methods of Slack's Web API on loopback, as `answer` has them; every answer can carry headers of its own. */
export const slackDouble = async (
  answer: (asked: Asked) => Answer,
  headers: { readonly [name: string]: string } = {},
) => {
  const asked: Asked[] = []
  const server = createServer(async (request, response) => {
    const one = {
      method: (request.url ?? '').replace('/api/', ''),
      token: (request.headers.authorization ?? '').replace('Bearer ', ''),
      parameters: new URLSearchParams(await text(request)),
    }
    asked.push(one)
    const given = answer(one)
    for (const [name, value] of Object.entries(headers)) response.setHeader(name, value)
    if ('http' in given)
      response.writeHead(Number(given.http), given.headers as Record<string, string>).end('{}')
    else response.end(JSON.stringify('error' in given ? { ok: false, ...given } : { ok: true, ...given }))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    apiUrl: `http://127.0.0.1:${port}/api/`,
    asked,
    close: () => new Promise((resolve) => server.close(resolve).closeAllConnections()),
  }
}
