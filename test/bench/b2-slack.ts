import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'

/** The workspace of the benchmark, and the bot in it. */
export const workspace = { team: 'T0YUNHENG', bot: 'U0BOT', botId: 'B0BOT', token: 'xoxb-bench' } as const

/** A Slack that takes every post at once and asks nobody to wait: what is measured is the bot. */
export type QuickSlack = {
  readonly apiUrl: string
  readonly stop: () => Promise<void>
}

const bodyOf = async (request: IncomingMessage): Promise<URLSearchParams> => {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  return new URLSearchParams(Buffer.concat(chunks).toString())
}

const { team, bot, botId } = workspace

/** What each method answers; all others only that it went well. */
const answers: { readonly [method: string]: (given: URLSearchParams, n: number) => object } = {
  'auth.test': () => ({ team_id: team, team: 'Yunheng', user_id: bot, bot_id: botId }),
  'users.info': (given) => ({ user: { id: given.get('user'), team_id: team } }),
  'conversations.open': (given) => ({ channel: { id: `D${given.get('users')}` } }),
  'chat.postMessage': (given, n) => ({
    channel: given.get('channel'),
    ts: `1700000000.${String(n).padStart(6, '0')}`,
  }),
}

/** Starts it on loopback. */
export const startQuickSlack = async (): Promise<QuickSlack> => {
  let calls = 0
  const server = createServer(async (request, response) => {
    calls += 1
    const method = new URL(request.url ?? '/', 'http://slack').pathname.slice('/api/'.length)
    const given = await bodyOf(request)
    response.writeHead(200, { 'content-type': 'application/json' })
    response.end(JSON.stringify({ ok: true, ...answers[method]?.(given, calls) }))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    apiUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/`,
    stop: async () => {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
