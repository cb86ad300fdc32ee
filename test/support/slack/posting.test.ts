import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { failureOf as failure, slackClient } from './call-slack.ts'
import type { FakeSlack } from './start-fake-slack.ts'
import { startTwoWorkspaces } from './two-workspaces.ts'

let slack: FakeSlack
const client = (token?: string) => slackClient(slack, token)

beforeEach(async () => {
  slack = await startTwoWorkspaces()
})
afterEach(() => slack.stop())

describe('posting', () => {
  it('refuses channels that are unknown, foreign, left, archived or restricted', async () => {
    const post = (channel: string) => failure(client().chat.postMessage({ channel, text: 'x' }))
    expect(await post('C0NOWHERE')).toBe('channel_not_found')
    slack.addChannel({ id: 'C0ACME', team: 'T0CLIENT', members: ['U0MAX'] })
    expect(await post('C0ACME')).toBe('channel_not_found')
    slack.addChannel({ id: 'C0LEFT', team: 'T0SUPPLY', bot: false })
    expect(await post('C0LEFT')).toBe('not_in_channel')
    slack.addChannel({ id: 'C0SECRET', kind: 'private', team: 'T0SUPPLY', bot: false })
    expect(await post('C0SECRET')).toBe('channel_not_found')
    slack.restrict('C0OPS')
    expect(await post('C0OPS')).toBe('restricted_action')
    await slack.archive('C0ROOM', 'U0ZHANG')
    expect(await post('C0ROOM')).toBe('is_archived')
  })

  it('refuses a message without words, also one with blocks only', async () => {
    const { chat } = client()
    expect(await failure(chat.postMessage({ channel: 'C0OPS', text: ' ' }))).toBe('no_text')
    const blocks = [{ type: 'divider' as const }]
    expect(await failure(client().apiCall('chat.postMessage', { channel: 'C0OPS', blocks }))).toBe('no_text')
  })

  it('fills in the ids that blocks came without', async () => {
    const blocks = [
      {
        type: 'actions' as const,
        elements: [{ type: 'button' as const, text: { type: 'plain_text' as const, text: 'Go' } }],
      },
    ]
    await client().chat.postMessage({ channel: 'C0OPS', text: 'x', blocks })
    expect(slack.messages('C0OPS')[0]?.blocks).toMatchObject([
      { block_id: expect.any(String), elements: [{ action_id: expect.any(String) }] },
    ])
  })

  it('points at what is wrong with blocks', async () => {
    const blocks = [{ type: 'header' as const, text: { type: 'plain_text' as const, text: 'x'.repeat(151) } }]
    await expect(client().chat.postMessage({ channel: 'C0OPS', text: 'x', blocks })).rejects.toMatchObject({
      data: {
        error: 'invalid_blocks',
        response_metadata: {
          messages: ['[ERROR] must be less than 151 characters [json-pointer:/blocks/0/text/text]'],
        },
      },
    })
    expect(
      await failure(client().apiCall('chat.postMessage', { channel: 'C0OPS', text: 'x', blocks: '{' })),
    ).toBe('invalid_blocks_format')
  })

  it('refuses more text in all blocks than any limit written down allows', async () => {
    const section = { type: 'section' as const, text: { type: 'mrkdwn' as const, text: 'x'.repeat(2_999) } }
    const post = (blocks: (typeof section)[]) =>
      failure(client().chat.postMessage({ channel: 'C0OPS', text: 'x', blocks }))
    expect(await post(Array(5).fill(section))).toBe('msg_blocks_too_long')
    expect(await post(Array(3).fill(section))).toBe('no error')
  })

  it('threads only under messages that stand there and are no replies', async () => {
    const { chat } = client()
    const { ts = '' } = await chat.postMessage({ channel: 'C0OPS', text: 'parent' })
    const { ts: reply = '' } = await chat.postMessage({ channel: 'C0OPS', text: 'reply', thread_ts: ts })
    slack.rules.posts = false
    expect(await failure(chat.postMessage({ channel: 'C0OPS', text: 'x', thread_ts: reply }))).toBe(
      'cannot_reply_to_message',
    )
    const beside = await chat.postMessage({ channel: 'C0OPS', text: 'x', thread_ts: '1.000001' })
    expect(beside.message).not.toHaveProperty('thread_ts')
    slack.rules.strays = false
    expect(await failure(chat.postMessage({ channel: 'C0OPS', text: 'x', thread_ts: '1.000001' }))).toBe(
      'thread_not_found',
    )
    expect(slack.thread('C0OPS', ts)).toMatchObject([{ reply_count: 1 }, { ts: reply }])
  })

  it('opens the direct conversation when the channel is a person', async () => {
    const { channel } = await client().chat.postMessage({ channel: 'U0ZHANG', text: 'psst' })
    expect(channel).toBe(slack.person('U0ZHANG').dm())
    await slack.leave('U0MEI')
    expect(await failure(client().chat.postMessage({ channel: 'U0MEI', text: 'psst' }))).toBe('user_disabled')
  })

  it('holds a channel to one message a second after a small burst', async () => {
    let clock = 0
    slack.rules.paceNow = () => clock
    const post = (channel: string) => client().chat.postMessage({ channel, text: 'x' })
    for (let time = 0; time < 3; time++) await post('C0OPS')
    await expect(post('C0OPS')).rejects.toMatchObject({ retryAfter: 1 })
    expect((await post('C0ROOM')).ok).toBe(true)
    clock += 1000
    expect((await post('C0OPS')).ok).toBe(true)
    await expect(post('C0OPS')).rejects.toMatchObject({ retryAfter: 1 })
  })
})

describe('changing', () => {
  it('lets the bot change only its own messages', async () => {
    const { ts } = await slack.person('U0ZHANG').say('C0OPS', 'mine')
    const { chat } = client()
    expect(await failure(chat.update({ channel: 'C0OPS', ts, text: 'yours' }))).toBe('cant_update_message')
    expect(await failure(chat.update({ channel: 'C0OPS', ts: '1.000001', text: 'x' }))).toBe(
      'message_not_found',
    )
    expect(await failure(chat.delete({ channel: 'C0OPS', ts }))).toBe('cant_delete_message')
  })

  it('removes the blocks when an update brings none', async () => {
    const { chat } = client()
    const { ts = '' } = await chat.postMessage({ channel: 'C0OPS', text: 'x', blocks: [{ type: 'divider' }] })
    await chat.update({ channel: 'C0OPS', ts, text: 'y' })
    expect(slack.messages('C0OPS')).toMatchObject([{ text: 'y', edited: { user: slack.bot('T0SUPPLY') } }])
    expect(slack.messages('C0OPS')[0]).not.toHaveProperty('blocks')
  })

  it('gives metadata back only to who asks for it', async () => {
    const { chat, conversations } = client()
    const metadata = { event_type: 'accord_post', event_payload: { key: 'k1' } }
    const { ts = '' } = await chat.postMessage({ channel: 'C0OPS', text: 'x', metadata })
    const plain = await conversations.history({ channel: 'C0OPS' })
    expect(plain.messages?.[0]).not.toHaveProperty('metadata')
    const whole = await conversations.replies({ channel: 'C0OPS', ts, include_all_metadata: true })
    expect(whole.messages?.[0]).toMatchObject({ metadata })
    const wrong = { event_type: 'accord_post' }
    expect(
      await failure(client().apiCall('chat.postMessage', { channel: 'C0OPS', text: 'x', metadata: wrong })),
    ).toBe('invalid_metadata_format')
  })

  it('shows an ephemeral message to its addressee and to no history', async () => {
    await client().chat.postEphemeral({ channel: 'C0ROOM', user: 'U0MAX', text: 'for you' })
    expect(slack.person('U0MAX').reads('C0ROOM')).toMatchObject([{ text: 'for you' }])
    expect(slack.person('U0ZHANG').reads('C0ROOM')).toEqual([])
    expect((await client().conversations.history({ channel: 'C0ROOM' })).messages).toEqual([])
    expect(await failure(client().chat.postEphemeral({ channel: 'C0OPS', user: 'U0MAX', text: 'x' }))).toBe(
      'user_not_in_channel',
    )
  })
})
