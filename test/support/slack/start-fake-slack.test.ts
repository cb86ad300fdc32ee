import { App, LogLevel, SocketModeReceiver } from '@slack/bolt'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { textOf } from '../fake/fields.ts'
import type { FakeSlack } from './start-fake-slack.ts'
import { startTwoWorkspaces } from './two-workspaces.ts'

let slack: FakeSlack
let app: App

const plain = (text: string) => ({ type: 'plain_text' as const, text })

beforeAll(async () => {
  slack = await startTwoWorkspaces()
  const clientOptions = { slackApiUrl: slack.apiUrl }
  const receiver = new SocketModeReceiver({
    appToken: slack.app.token,
    logLevel: LogLevel.ERROR,
    installerOptions: { clientOptions: { ...clientOptions } },
  })
  const token = slack.token('T0SUPPLY')
  app = new App({ token, receiver, deferInitialization: true, clientOptions, logLevel: LogLevel.ERROR })
  app.event('app_mention', async ({ event, client }) => {
    const button = { type: 'button' as const, text: plain('Details'), action_id: 'details' }
    await client.chat.postMessage({
      channel: event.channel,
      thread_ts: event.ts,
      text: 'Got it',
      blocks: [{ type: 'actions', elements: [button] }],
    })
  })
  app.action('details', async ({ ack, body, client }) => {
    await ack()
    await client.views.open({
      trigger_id: 'trigger_id' in body ? textOf(body.trigger_id) : '',
      view: {
        type: 'modal',
        callback_id: 'form',
        title: plain('Details'),
        submit: plain('Send'),
        blocks: [
          {
            type: 'input',
            block_id: 'what',
            label: plain('What is wrong?'),
            element: { type: 'plain_text_input', action_id: 'text' },
          },
        ],
      },
    })
  })
  app.view('form', async ({ ack, view }) => {
    const vague = view.state.values.what?.text?.value === 'it'
    await (vague ? ack({ response_action: 'errors', errors: { what: 'Say more' } }) : ack())
  })
  app.command('/incident', async ({ ack }) => ack('Taken'))
  await app.init()
  await app.start()
  await slack.until(() => slack.sockets.count() === 1)
})
afterAll(async () => {
  await app.stop()
  await slack.stop()
})

describe('a real Bolt app in the fake Slack', () => {
  it('is spoken to, answers in the thread, opens a form and reads it', async () => {
    const max = slack.person('U0MAX')
    const { ts, deliveries } = await max.say('C0ROOM', `<@${slack.bot('T0SUPPLY')}> VPN down`)
    expect(deliveries).toMatchObject([{ acked: true }, { acked: true }])
    const reply = await slack.until(() => slack.thread('C0ROOM', ts)[1])
    expect(await max.press({ channel: 'C0ROOM', ts: reply.ts }, 'Details')).toMatchObject({ acked: true })
    await slack.until(() => max.modal())
    expect((await max.submit()).refused).toEqual({ what: 'required' })
    expect((await max.submit({ 'What is wrong?': 'it' })).errors).toEqual({ what: 'Say more' })
    expect((await max.submit({ what: 'The VPN' })).view).toBeUndefined()
  })

  it('answers a command to its person alone', async () => {
    await slack.person('U0ZHANG').command('C0ROOM', '/incident', 'VPN down')
    expect(slack.person('U0ZHANG').reads('C0ROOM').at(-1)).toMatchObject({
      text: 'Taken',
      is_ephemeral: true,
    })
    expect(slack.messages('C0ROOM').map(({ text }) => text)).not.toContain('Taken')
  })
})
