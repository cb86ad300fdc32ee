import { webApi } from '@slack/bolt'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Fields } from '../fake/fields.ts'
import { connectRecordingApp } from './recording-app.ts'
import type { FakeSlack } from './start-fake-slack.ts'
import { startTwoWorkspaces } from './two-workspaces.ts'

let slack: FakeSlack
let app: Awaited<ReturnType<typeof connectRecordingApp>>
const client = () => new webApi.WebClient(slack.token('T0SUPPLY'), { slackApiUrl: slack.apiUrl })
const heard = (): Fields => app.envelopes().at(-1)?.payload ?? {}
const types = () =>
  app.events().map(({ type, subtype }) => (subtype === undefined ? type : `${type}/${subtype}`))

beforeEach(async () => {
  slack = await startTwoWorkspaces()
  app = await connectRecordingApp(slack)
})
afterEach(() => slack.stop())

describe('people', () => {
  const posted = async (channel = 'C0ROOM', more: Fields = {}) => {
    const blocks = [
      {
        type: 'actions',
        elements: [
          { type: 'button', text: { type: 'plain_text', text: 'Go' }, value: 'v1', style: 'primary' },
        ],
      },
    ]
    const { ts = '' } = await client().chat.postMessage({
      channel,
      text: 'x',
      blocks: blocks as never,
      ...more,
    })
    await slack.until(() => app.events().some((event) => event.ts === ts))
    return ts
  }

  it('press buttons: everything that Slack says then', async () => {
    const ts = await posted()
    await slack.person('U0MAX').press({ channel: 'C0ROOM', ts }, 'Go')
    expect(heard()).toMatchObject({
      type: 'block_actions',
      user: { id: 'U0MAX', team_id: 'T0CLIENT' },
      team: { id: 'T0SUPPLY' },
      container: { type: 'message', message_ts: ts, channel_id: 'C0ROOM', is_ephemeral: false },
      channel: { id: 'C0ROOM', name: 'helix-acme' },
      message: { ts, bot_id: slack.botId('T0SUPPLY') },
      state: { values: {} },
      trigger_id: expect.any(String),
      response_url: expect.stringContaining('/response/'),
      actions: [
        {
          type: 'button',
          value: 'v1',
          style: 'primary',
          action_id: expect.any(String),
          block_id: expect.any(String),
          action_ts: expect.any(String),
        },
      ],
    })
    await expect(async () => slack.person('U0MAX').press({ channel: 'C0ROOM', ts }, 'Stop')).rejects.toThrow(
      'Nothing to press called Stop',
    )
  })

  it('choose in menus, and the message remembers', async () => {
    const options = ['High', 'Low'].map((text) => ({
      text: { type: 'plain_text', text },
      value: text.toLowerCase(),
    }))
    const blocks = [
      { type: 'actions', block_id: 'b', elements: [{ type: 'static_select', action_id: 'a', options }] },
      {
        type: 'section',
        text: { type: 'plain_text', text: 'x' },
        accessory: { type: 'overflow', action_id: 'o', options },
      },
    ]
    const ts = await posted('C0ROOM', { blocks })
    await slack.person('U0MAX').choose({ channel: 'C0ROOM', ts }, 'a', 'High')
    expect(heard()).toMatchObject({
      actions: [{ type: 'static_select', action_id: 'a', block_id: 'b', selected_option: options[0] }],
      state: { values: { b: { a: { type: 'static_select', selected_option: options[0] } } } },
    })
    await slack.person('U0MAX').choose({ channel: 'C0ROOM', ts }, 'o', 'low')
    expect(heard()).toMatchObject({
      actions: [{ type: 'overflow', action_id: 'o', selected_option: options[1] }],
      state: { values: { b: { a: { selected_option: options[0] } } } },
    })
  })

  it('press only what they see', async () => {
    const ts = await posted('C0OPS')
    await expect(async () => slack.person('U0MAX').press({ channel: 'C0OPS', ts }, 'Go')).rejects.toThrow(
      'sees no message',
    )
    const { message_ts = '' } = await client().chat.postEphemeral({
      channel: 'C0ROOM',
      user: 'U0MAX',
      text: 'x',
      blocks: [
        { type: 'actions', elements: [{ type: 'button', text: { type: 'plain_text', text: 'Only you' } }] },
      ],
    })
    await expect(async () =>
      slack.person('U0ZHANG').press({ channel: 'C0ROOM', ts: message_ts }, 'Only you'),
    ).rejects.toThrow()
    await slack.person('U0MAX').press({ channel: 'C0ROOM', ts: message_ts }, 'Only you')
    expect(heard()).toMatchObject({ container: { is_ephemeral: true } })
    expect(heard()).not.toHaveProperty('message')
  })

  it('use commands and shortcuts only in a workspace with the app', async () => {
    const max = slack.person('U0MAX')
    const { ts } = await max.say('C0ROOM', 'VPN down')
    await expect(max.command('C0ROOM', '/incident')).rejects.toThrow('Only members')
    await expect(async () => max.messageShortcut('C0ROOM', ts, 'report')).rejects.toThrow('Only members')
    await slack.person('U0ZHANG').messageShortcut('C0ROOM', ts, 'report')
    expect(heard()).toMatchObject({
      type: 'message_action',
      callback_id: 'report',
      message_ts: ts,
      message: { user: 'U0MAX', text: 'VPN down' },
      channel: { id: 'C0ROOM' },
    })
  })

  it('use only what the manifest has', async () => {
    await slack.stop()
    slack = await startTwoWorkspaces({
      app: { commands: ['/incident'], shortcuts: ['report'], events: ['message.channels'] },
    })
    app = await connectRecordingApp(slack)
    await expect(slack.person('U0ZHANG').command('C0OPS', '/accord')).rejects.toThrow('no /accord')
    await expect(async () => slack.person('U0ZHANG').shortcut('other')).rejects.toThrow('no other')
    await slack.person('U0ZHANG').say('C0OPS', `<@${slack.bot('T0SUPPLY')}> x`)
    await slack.person('U0ZHANG').say(slack.person('U0ZHANG').dm(), 'x')
    expect(types()).toEqual(['message'])
  })

  it('react once each', async () => {
    const { ts } = await slack.person('U0MAX').say('C0ROOM', 'VPN down')
    await slack.person('U0ZHANG').react('C0ROOM', ts, 'ticket')
    expect(heard()).toMatchObject({
      event: {
        type: 'reaction_added',
        reaction: 'ticket',
        user: 'U0ZHANG',
        item_user: 'U0MAX',
        item: { channel: 'C0ROOM', ts },
      },
    })
    await expect(async () => slack.person('U0ZHANG').react('C0ROOM', ts, 'ticket')).rejects.toThrow('already')
  })

  it('come, change and go', async () => {
    await slack.join('C0OPS', 'U0ZHANG')
    await slack.changeUser('U0ZHANG', { locale: 'en-GB' })
    expect(heard()).toMatchObject({
      event: { type: 'user_change', user: { id: 'U0ZHANG', locale: 'en-GB' } },
    })
    await slack.leave('U0ZHANG')
    expect(heard()).toMatchObject({ event: { user: { deleted: true } } })
    expect(types()).toEqual(['message/channel_join', 'member_joined_channel', 'user_change', 'user_change'])
  })
})
