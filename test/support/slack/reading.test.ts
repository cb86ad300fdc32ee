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

describe('reading', () => {
  it('pages histories, newest first, and keeps to 15 where the app is not in the Marketplace', async () => {
    for (let number = 1; number <= 20; number++) await slack.person('U0ZHANG').say('C0OPS', `${number}`)
    const { conversations } = client()
    const first = await conversations.history({ channel: 'C0OPS', limit: 15 })
    expect(first).toMatchObject({ has_more: true })
    expect(first.messages?.map(({ text }) => text)).toEqual(
      Array.from({ length: 15 }, (_, index) => `${20 - index}`),
    )
    const rest = await conversations.history({
      channel: 'C0OPS',
      limit: 15,
      cursor: first.response_metadata?.next_cursor ?? '',
    })
    expect(rest.messages?.map(({ text }) => text)).toEqual(['5', '4', '3', '2', '1'])
    slack.rules.histories = true
    slack.rules.paceNow = () => 0
    expect((await conversations.history({ channel: 'C0OPS', limit: 200 })).messages).toHaveLength(15)
    await expect(conversations.history({ channel: 'C0OPS' })).rejects.toMatchObject({ retryAfter: 60 })
  })

  it('tells locale and zone of its own people, little of externals, nothing of the unknown', async () => {
    const { users } = client()
    const { user: zhang } = await users.info({ user: 'U0ZHANG', include_locale: true })
    expect(zhang).toMatchObject({
      locale: 'zh-CN',
      tz: 'Asia/Shanghai',
      tz_offset: 28_800,
      is_stranger: false,
      profile: { email: 'zhang@helix.example' },
    })
    const { user: max } = await users.info({ user: 'U0MAX', include_locale: true })
    expect(max).toMatchObject({ team_id: 'T0CLIENT', is_stranger: false })
    expect(max).not.toHaveProperty('locale')
    expect(max?.profile).not.toHaveProperty('email')
    slack.addUser({ id: 'U0STRANGER', team: 'T0CLIENT' })
    expect((await users.info({ user: 'U0STRANGER' })).user?.is_stranger).toBe(true)
    expect(await failure(users.info({ user: 'U0NOBODY' }))).toBe('user_not_found')
  })

  it('opens direct and group conversations, not with bots or those who left', async () => {
    const { conversations } = client()
    const one = await conversations.open({ users: 'U0ZHANG' })
    expect((await conversations.open({ users: 'U0ZHANG' })).channel?.id).toBe(one.channel?.id)
    const group = await conversations.open({ users: 'U0ZHANG,U0MEI' })
    expect((await conversations.info({ channel: group.channel?.id ?? '' })).channel?.is_mpim).toBe(true)
    expect(await failure(conversations.open({ users: slack.bot('T0SUPPLY') }))).toBe('cannot_dm_bot')
    await slack.leave('U0MEI')
    expect(await failure(conversations.open({ users: 'U0MEI' }))).toBe('user_disabled')
  })

  it('tells which channels the bot is in and who else is', async () => {
    const { channels } = await client().users.conversations({ types: 'public_channel,private_channel' })
    expect(channels?.map(({ id }) => id)).toEqual(['C0ROOM', 'C0OPS', 'C0BOSS'])
    const { channel } = await client().conversations.info({ channel: 'C0ROOM' })
    expect(channel).toMatchObject({ is_ext_shared: true, is_member: true })
    const { members } = await client().conversations.members({ channel: 'C0OPS' })
    expect(members).toEqual(['U0ZHANG', 'U0MEI', slack.bot('T0SUPPLY')])
    expect(
      (
        await client().chat.getPermalink({
          channel: 'C0OPS',
          message_ts: (await slack.person('U0MEI').say('C0OPS', 'x')).ts,
        })
      ).permalink,
    ).toMatch(/^https:\/\/helix\.slack\.com\/archives\/C0OPS\/p\d{16}$/)
  })
})
