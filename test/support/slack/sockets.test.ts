import { App, LogLevel, SocketModeReceiver } from '@slack/bolt'
import { WebSocket } from 'undici'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { fieldsOf } from '../fake/fields.ts'
import { connectRecordingApp } from './recording-app.ts'
import type { FakeSlack } from './start-fake-slack.ts'
import { startTwoWorkspaces } from './two-workspaces.ts'

let slack: FakeSlack
beforeEach(async () => {
  slack = await startTwoWorkspaces()
})
afterEach(() => slack.stop())

const says = (text = 'hello') => slack.person('U0ZHANG').say('C0OPS', text)

describe('Socket Mode', () => {
  it('greets, hands over, and knows what was acknowledged', async () => {
    const app = await connectRecordingApp(slack)
    expect(app.said[0]).toMatchObject({
      type: 'hello',
      num_connections: 1,
      connection_info: { app_id: 'A0ACCORD' },
    })
    const { deliveries } = await says()
    expect(deliveries).toMatchObject([{ acked: true, response: {} }])
    expect(app.envelopes()).toMatchObject([
      {
        type: 'events_api',
        accepts_response_payload: false,
        retry_attempt: 0,
        payload: { event: { text: 'hello' } },
      },
    ])
  })

  it('gives an envelope to exactly one connection', async () => {
    const apps = [await connectRecordingApp(slack), await connectRecordingApp(slack)]
    for (let time = 0; time < 6; time++) await says()
    const counts = apps.map((app) => app.envelopes().length)
    expect(counts[0]).toBeGreaterThan(0)
    expect(counts[1]).toBeGreaterThan(0)
    expect((counts[0] ?? 0) + (counts[1] ?? 0)).toBe(6)
  })

  it('carries messages of every size', async () => {
    const app = await connectRecordingApp(slack)
    for (const size of [100, 200, 70_000, 300_000]) {
      await says('界'.repeat(size))
      expect(fieldsOf(app.events().at(-1)).text).toHaveLength(size)
    }
  })

  it('reads what a client sends in every size', async () => {
    await connectRecordingApp(slack, () => ({ text: '界'.repeat(100_000) }))
    await slack.person('U0ZHANG').command('C0OPS', '/incident')
    expect(slack.ephemerals('U0ZHANG')[0]?.text).toHaveLength(100_000)
  })

  it('delivers again by schedule when nobody acknowledges, with number and reason', async () => {
    let silent = true
    slack.rules.ackWithin = 50
    const app = await connectRecordingApp(slack, () => (silent ? undefined : {}))
    const { deliveries } = await says()
    expect(deliveries[0]).toMatchObject({ acked: false, attempts: [{ reason: 'http_timeout' }] })
    expect((await slack.retryDue()).length).toBe(1)
    expect(await slack.retryDue()).toEqual([])
    slack.advance(60_000)
    silent = false
    slack.rules.ackWithin = 3000
    expect(await slack.retryDue()).toMatchObject([{ acked: true }])
    slack.advance(600_000)
    expect(await slack.retryDue()).toEqual([])
    expect(app.envelopes().map(({ retry_attempt, retry_reason }) => [retry_attempt, retry_reason])).toEqual([
      [0, ''],
      [1, 'http_timeout'],
      [2, 'http_timeout'],
    ])
    const ids = app.envelopes().map(({ payload }) => payload.event_id)
    expect(new Set(ids).size).toBe(1)
  })

  it('delivers nothing where nobody is connected', async () => {
    expect((await says()).deliveries).toMatchObject([
      { acked: false, attempts: [{ reason: 'connection_failed' }] },
    ])
  })

  it('holds events back, and lets them go in another order and more than once', async () => {
    const app = await connectRecordingApp(slack)
    slack.hold()
    await says('first')
    await says('second')
    expect(app.events()).toEqual([])
    await slack.release((them) => them.toReversed(), 2)
    expect(app.events().map(({ text }) => text)).toEqual(['second', 'second', 'first', 'first'])
    expect(app.envelopes().every(({ retry_attempt }) => retry_attempt === 0)).toBe(true)
  })

  it('takes a ticket once', async () => {
    const address = slack.sockets.address()
    const first = new WebSocket(address)
    await slack.until(() => slack.sockets.count() === 1)
    const second = new WebSocket(address)
    await new Promise((resolve) => second.addEventListener('error', resolve))
    expect(slack.sockets.count()).toBe(1)
    first.close()
    await slack.until(() => slack.sockets.count() === 0)
  })

  it('warns before it ends a connection, and says why it does', async () => {
    const app = await connectRecordingApp(slack)
    slack.sockets.disconnect('warning')
    await says()
    expect(slack.sockets.count()).toBe(1)
    slack.sockets.disconnect('link_disabled')
    await slack.until(() => app.closed() !== undefined)
    expect(app.said.filter(({ type }) => type === 'disconnect')).toMatchObject([
      { reason: 'warning' },
      { reason: 'link_disabled' },
    ])
    await slack.until(() => slack.sockets.count() === 0)
  })
})

describe('Bolt over Socket Mode', () => {
  it('comes back after a refresh', async () => {
    const receiver = new SocketModeReceiver({
      appToken: slack.app.token,
      logLevel: LogLevel.ERROR,
      installerOptions: { clientOptions: { slackApiUrl: slack.apiUrl } },
    })
    const token = slack.token('T0SUPPLY')
    const clientOptions = { slackApiUrl: slack.apiUrl }
    const app = new App({
      token,
      receiver,
      deferInitialization: true,
      clientOptions,
      logLevel: LogLevel.ERROR,
    })
    app.message(async ({ message, client }) => {
      if (message.subtype === undefined && message.bot_id === undefined)
        await client.chat.postMessage({ channel: message.channel, thread_ts: message.ts, text: 'Got it' })
    })
    await app.init()
    await app.start()
    await slack.until(() => slack.sockets.count() === 1)
    slack.sockets.disconnect('refresh_requested')
    await slack.until(() => slack.sockets.opened() === 2 && slack.sockets.count() === 1)
    const { ts, deliveries } = await says()
    expect(deliveries).toMatchObject([{ acked: true }])
    await slack.until(() => slack.thread('C0OPS', ts)[1])
    await app.stop()
    await slack.until(() => slack.sockets.count() === 0)
  })
})
