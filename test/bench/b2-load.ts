import { createHmac, randomUUID } from 'node:crypto'
import { Agent, request } from 'node:http'
import { setTimeout as pause } from 'node:timers/promises'
import { workspace } from './b2-slack.ts'

/** What requests are signed with. */
export const signingSecret = 'bench-signing-secret'

/** How many people write in private. Their answers go out as Slack allows: some hundred a minute in a workspace. */
export const peopleCount = 1_500

/** The id of one of them. */
export const userOf = (n: number): string => `U0P${n}`

const { team, bot } = workspace

/** A person says something to the bot in private, as Slack tells it. */
const eventOf = (n: number, text: string): string =>
  JSON.stringify({
    token: 'not-used',
    team_id: team,
    context_team_id: team,
    api_app_id: 'A0BENCH',
    event: {
      type: 'message',
      channel: `D0P${n}`,
      channel_type: 'im',
      user: userOf(n),
      team,
      text,
      ts: `${(Date.now() / 1_000).toFixed(3)}${String(n % 1_000).padStart(3, '0')}`,
      event_ts: '1700000000.000000',
    },
    type: 'event_callback',
    event_id: `Ev${randomUUID()}`,
    event_time: Math.floor(Date.now() / 1_000),
    authorizations: [
      { enterprise_id: null, team_id: team, user_id: bot, is_bot: true, is_enterprise_install: false },
    ],
  })

/** In turn, so that none rests until the other end closes it. */
const agent = new Agent({ keepAlive: true, maxSockets: 64, scheduling: 'fifo' })

const post = (url: string, body: string): Promise<void> => {
  const timestamp = String(Math.floor(Date.now() / 1_000))
  const signature = createHmac('sha256', signingSecret).update(`v0:${timestamp}:${body}`).digest('hex')
  return new Promise((resolve, reject) => {
    const asked = request(url, {
      agent,
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'content-length': Buffer.byteLength(body),
        'x-slack-request-timestamp': timestamp,
        'x-slack-signature': `v0=${signature}`,
      },
    })
    asked.on('error', reject)
    asked.on('response', (response) => {
      response.resume()
      response.on('end', () =>
        response.statusCode === 200 ? resolve() : reject(new Error(`B2: ${response.statusCode}`)),
      )
    })
    asked.end(body)
  })
}

/** Sends one event and tells how long its 200 took. */
const timed = async (url: string, n: number, text: string): Promise<number> => {
  const from = performance.now()
  await post(url, eventOf(n, text))
  return performance.now() - from
}

/** One event of each of so many people, `perSecond` a second, whether or not the ones before are answered: ms to each 200. */
export const steady = async (
  url: string,
  { count, perSecond, text }: { readonly count: number; readonly perSecond: number; readonly text: string },
): Promise<readonly number[]> => {
  agent.destroy()
  const from = performance.now()
  const acks: Promise<number>[] = []
  for (let n = 0; n < count; n += 1) {
    const wait = from + (n * 1_000) / perSecond - performance.now()
    if (wait > 1) await pause(wait)
    acks.push(timed(url, n, text))
  }
  return Promise.all(acks)
}

/** Events per second, with `lanes` requests under way at a time. */
export const saturated = async (
  url: string,
  { count, lanes, text }: { readonly count: number; readonly lanes: number; readonly text: string },
): Promise<number> => {
  agent.destroy()
  const from = performance.now()
  let next = 0
  const lane = async (): Promise<void> => {
    while (next < count) await post(url, eventOf(next++, text))
  }
  await Promise.all(Array.from({ length: lanes }, lane))
  return (count * 1_000) / (performance.now() - from)
}
