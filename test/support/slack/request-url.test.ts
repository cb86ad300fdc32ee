import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { App, HTTPReceiver, LogLevel } from '@slack/bolt'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { RequestUrl } from './deliver/request-url.ts'
import type { FakeSlack } from './start-fake-slack.ts'
import { startTwoWorkspaces } from './two-workspaces.ts'

let slack: FakeSlack
let url: RequestUrl
let app: App
const heard: string[] = []

beforeAll(async () => {
  slack = await startTwoWorkspaces()
  const receiver = new HTTPReceiver({ signingSecret: slack.app.signingSecret, logLevel: LogLevel.ERROR })
  app = new App({
    token: slack.token('T0SUPPLY'),
    receiver,
    deferInitialization: true,
    clientOptions: { slackApiUrl: slack.apiUrl },
    logLevel: LogLevel.ERROR,
  })
  app.event('message', async ({ event }) => void heard.push('text' in event ? String(event.text) : ''))
  app.command('/incident', async ({ ack, command }) =>
    ack({ response_type: 'in_channel', text: `Taken: ${command.text}` }),
  )
  app.action('go', async ({ ack, respond }) => {
    await ack()
    await respond({ text: 'Done', replace_original: true })
  })
  await app.init()
  const server = (await app.start({ port: 0, host: '127.0.0.1' } as never)) as Server
  url = slack.useRequestUrl(`http://127.0.0.1:${(server.address() as AddressInfo).port}/slack/events`)
})
afterAll(async () => {
  await app.stop()
  await slack.stop()
})

describe('a request URL', () => {
  it('gets events signed, as real Bolt checks them', async () => {
    const { deliveries } = await slack.person('U0ZHANG').say('C0OPS', 'signed')
    expect(deliveries).toMatchObject([{ acked: true, attempts: [{ status: 200 }] }])
    expect(heard).toContain('signed')
  })

  it('gets forgeries that real Bolt refuses', async () => {
    const { deliveries } = await slack.person('U0ZHANG').say('C0OPS', 'forged')
    const [honest] = deliveries
    if (honest === undefined) throw new Error('nothing was delivered')
    const before = heard.length
    const status = async (forgery: Parameters<RequestUrl['forge']>[1]) =>
      (await url.forge(honest, forgery)).status
    expect(await status({ secret: 'wrong' })).toBe(401)
    expect(await status({ skew: -301 })).toBe(401)
    expect(await status({ timestamp: 'yesterday' })).toBe(401)
    expect(await status({ without: ['x-slack-signature'] })).toBe(401)
    expect(await status({ without: ['x-slack-request-timestamp'] })).toBe(401)
    expect(await status({ body: JSON.stringify({ type: 'event_callback', event: {} }) })).toBe(401)
    expect(heard).toHaveLength(before)
    expect(await status({ skew: -299 })).toBe(200)
  })

  it('is asked whether it is there', async () => {
    const { challenge, attempt } = await url.verify()
    expect(attempt).toMatchObject({ status: 200, response: { challenge } })
    expect((await url.sslCheck()).status).toBe(200)
  })

  it('gets retries with their number and reason', async () => {
    const { deliveries } = await slack.person('U0ZHANG').say('C0OPS', 'again')
    const [first] = deliveries
    if (first === undefined) throw new Error('nothing was delivered')
    expect(await slack.redeliver(first)).toMatchObject({ attempts: [{ status: 200 }, { status: 200 }] })
    expect(heard.filter((text) => text === 'again')).toHaveLength(2)
  })

  it('gets commands as a form, and its answer is shown', async () => {
    expect(await slack.person('U0ZHANG').command('C0OPS', '/incident', 'ask <@U0MEI>')).toMatchObject({
      acked: true,
    })
    expect(slack.messages('C0OPS').at(-1)?.text).toBe('Taken: ask <@U0MEI|mei>')
  })

  it('gets presses as a form, and may answer where the button was', async () => {
    const { client } = app
    const { ts = '' } = await client.chat.postMessage({
      channel: 'C0OPS',
      text: 'Press',
      blocks: [
        {
          type: 'actions',
          elements: [{ type: 'button', action_id: 'go', text: { type: 'plain_text', text: 'Go' } }],
        },
      ],
    })
    await slack.person('U0ZHANG').press({ channel: 'C0OPS', ts }, 'Go')
    await slack.until(() =>
      slack.messages('C0OPS').find((message) => message.ts === ts && message.text === 'Done'),
    )
  })

  it('is not found when nobody listens', async () => {
    slack.useRequestUrl('http://127.0.0.1:1/slack/events')
    expect((await slack.person('U0ZHANG').say('C0OPS', 'x')).deliveries).toMatchObject([
      { acked: false, attempts: [{ reason: 'connection_failed' }] },
    ])
  })
})
