import { webApi } from '@slack/bolt'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type Fields, fieldsOf, listOf, textOf } from '../fake/fields.ts'
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

describe('a message', () => {
  it('comes in the wrapper of every event, as a person writes it', async () => {
    const { ts } = await slack.person('U0ZHANG').say('C0OPS', 'VPN down')
    expect(heard()).toMatchObject({
      type: 'event_callback',
      team_id: 'T0SUPPLY',
      context_team_id: 'T0SUPPLY',
      api_app_id: 'A0ACCORD',
      event_id: expect.stringMatching(/^Ev/),
      is_ext_shared_channel: false,
      authorizations: [{ team_id: 'T0SUPPLY', user_id: slack.bot('T0SUPPLY'), is_bot: true }],
      event: {
        type: 'message',
        channel: 'C0OPS',
        channel_type: 'channel',
        user: 'U0ZHANG',
        team: 'T0SUPPLY',
        ts,
        event_ts: ts,
        client_msg_id: expect.any(String),
        blocks: [{ type: 'rich_text' }],
      },
    })
  })

  it('that mentions the bot comes twice, with different event_ids', async () => {
    await slack.person('U0MAX').say('C0ROOM', `<@${slack.bot('T0SUPPLY')}> VPN down`)
    expect(types().toSorted()).toEqual(['app_mention', 'message'])
    expect(new Set(app.envelopes().map(({ payload }) => payload.event_id)).size).toBe(2)
    expect(new Set(app.events().map(({ ts }) => ts)).size).toBe(1)
  })

  it('of an external says whose workspace it is from', async () => {
    await slack.person('U0MAX').say('C0ROOM', 'x')
    expect(heard()).toMatchObject({
      team_id: 'T0CLIENT',
      context_team_id: 'T0SUPPLY',
      is_ext_shared_channel: true,
      authorizations: [{ team_id: 'T0SUPPLY' }],
      event: { user_team: 'T0CLIENT', source_team: 'T0CLIENT' },
    })
  })

  it('in a thread names its parent; edits and deletions come with what was there before', async () => {
    const zhang = slack.person('U0ZHANG')
    const { ts } = await zhang.say('C0OPS', 'parent')
    const { ts: reply } = await zhang.say('C0OPS', 'reply', { thread: ts })
    expect(heard()).toMatchObject({ event: { thread_ts: ts, parent_user_id: 'U0ZHANG' } })
    await zhang.edit('C0OPS', reply, 'better')
    expect(heard()).toMatchObject({
      event: {
        subtype: 'message_changed',
        message: { text: 'better', edited: { user: 'U0ZHANG' } },
        previous_message: { text: 'reply' },
      },
    })
    await zhang.remove('C0OPS', ts)
    expect(heard()).toMatchObject({
      event: { subtype: 'message_changed', message: { subtype: 'tombstone' } },
    })
    await zhang.remove('C0OPS', reply)
    expect(heard()).toMatchObject({
      event: { subtype: 'message_deleted', deleted_ts: reply, previous_message: { text: 'better' } },
    })
    await expect(async () => slack.person('U0MEI').edit('C0OPS', ts, 'mine')).rejects.toThrow()
  })

  it('of the bot comes back to it', async () => {
    const { ts = '' } = await client().chat.postMessage({ channel: 'C0OPS', text: 'from the bot' })
    await slack.until(() => app.events().length === 1)
    expect(app.events()[0]).toMatchObject({ bot_id: slack.botId('T0SUPPLY'), app_id: 'A0ACCORD', ts })
    await client().chat.update({ channel: 'C0OPS', ts, text: 'changed' })
    await slack.until(() => app.events().length === 2)
    expect(types()).toEqual(['message', 'message/message_changed'])
  })

  it('whose link was looked up is changed by nobody', async () => {
    const { ts } = await slack.person('U0ZHANG').say('C0OPS', 'https://example.com/')
    await slack.unfurl('C0OPS', ts)
    expect(heard()).toMatchObject({ event: { subtype: 'message_changed', message: { ts } } })
    expect(fieldsOf(fieldsOf(heard().event).message)).not.toHaveProperty('edited')
  })

  it('is not heard where the bot is not, was not asked for, or may not listen', async () => {
    slack.addChannel({ id: 'C0AWAY', team: 'T0SUPPLY', members: ['U0ZHANG'], bot: false })
    await slack.person('U0ZHANG').say('C0AWAY', 'x')
    slack.setScopes('T0SUPPLY', ['app_mentions:read'])
    await slack.person('U0ZHANG').say('C0OPS', `<@${slack.bot('T0SUPPLY')}> x`)
    expect(types()).toEqual(['app_mention'])
  })

  it('can only be sent by who is there', async () => {
    await expect(slack.person('U0MAX').say('C0OPS', 'x')).rejects.toThrow('U0MAX is not in C0OPS')
    await slack.archive('C0OPS', 'U0MEI')
    await expect(slack.person('U0ZHANG').say('C0OPS', 'x')).rejects.toThrow('archived')
  })
})

describe('a file', () => {
  it('comes with a message and its bytes only with a token', async () => {
    const { ts } = await slack
      .person('U0ZHANG')
      .say('C0OPS', 'see', { files: [{ name: 'log.txt', content: 'secret' }] })
    const event = fieldsOf(heard().event)
    expect(event).toMatchObject({
      subtype: 'file_share',
      ts,
      files: [{ name: 'log.txt', mode: 'hosted', size: 6 }],
    })
    const address = textOf(fieldsOf(listOf(event.files)[0]).url_private)
    expect((await fetch(address, { redirect: 'manual' })).status).toBe(302)
    const authorization = `Bearer ${slack.token('T0SUPPLY')}`
    expect(await (await fetch(address, { headers: { authorization } })).text()).toBe('secret')
  })

  it('of another workspace may have to be looked up first', async () => {
    await slack.person('U0MAX').say('C0ROOM', '', { files: [{ name: 'shot.png', checkInfo: true }] })
    const [file] = listOf(fieldsOf(heard().event).files).map(fieldsOf)
    expect(file).toMatchObject({ file_access: 'check_file_info' })
    expect(file).not.toHaveProperty('url_private')
    expect((await client().files.info({ file: textOf(file?.id) })).file).toMatchObject({ name: 'shot.png' })
  })
})
