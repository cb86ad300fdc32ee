import { webApi } from '@slack/bolt'
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

describe('tokens and scopes', () => {
  it('refuses what has no, a wrong, a revoked or an inactive token', async () => {
    expect(await failure(client('').auth.test())).toBe('not_authed')
    expect(await failure(client('xoxb-nobody').auth.test())).toBe('invalid_auth')
    const token = slack.token('T0SUPPLY')
    await slack.revokeToken('T0SUPPLY')
    expect(await failure(client(token).auth.test())).toBe('token_revoked')
    await slack.uninstall('T0SUPPLY')
    expect(await failure(client(token).auth.test())).toBe('account_inactive')
  })

  it('says who the bot is and which scopes it has', async () => {
    const answer = await client().auth.test()
    expect(answer).toMatchObject({
      team_id: 'T0SUPPLY',
      user_id: slack.bot('T0SUPPLY'),
      bot_id: slack.botId('T0SUPPLY'),
    })
    expect(answer.response_metadata?.scopes).toContain('chat:write')
  })

  it('names the scope that is missing', async () => {
    slack.setScopes('T0SUPPLY', ['channels:read'])
    await expect(client().chat.postMessage({ channel: 'C0OPS', text: 'x' })).rejects.toMatchObject({
      data: { error: 'missing_scope', needed: 'chat:write', provided: 'channels:read' },
    })
    expect(await failure(client().users.info({ user: 'U0MEI' }))).toBe('missing_scope')
  })

  it('knows no method that it does not have', async () => {
    expect(await failure(client().apiCall('chat.shout', {}))).toBe('unknown_method')
  })

  it('opens Socket Mode for the app token only', async () => {
    expect(await failure(client().apps.connections.open())).toBe('not_allowed_token_type')
    expect(await failure(client('xapp-wrong').apps.connections.open())).toBe('invalid_auth')
    expect((await client(slack.app.token).apps.connections.open()).url).toMatch(/^ws:\/\/127\.0\.0\.1/)
  })
})

describe('faults', () => {
  it('breaks a call as told, as often as told', async () => {
    slack.fault('chat.postMessage', { do: 'status', status: 500 }, { times: 1 })
    slack.fault('chat.postMessage', { do: 'limit', retryAfter: 30 }, { times: 1 })
    slack.fault('chat.postMessage', { do: 'error', error: 'fatal_error' }, { times: 1 })
    slack.fault('chat.postMessage', { do: 'cut' }, { times: 1 })
    const post = () => client().chat.postMessage({ channel: 'C0OPS', text: 'x' })
    await expect(post()).rejects.toMatchObject({ statusCode: 500 })
    await expect(post()).rejects.toMatchObject({ retryAfter: 30 })
    await expect(post()).rejects.toMatchObject({ data: { error: 'fatal_error' } })
    await expect(post()).rejects.toThrow()
    expect(slack.messages('C0OPS')).toEqual([])
    expect((await post()).ok).toBe(true)
  })

  it('keeps the message when only the answer is lost', async () => {
    slack.fault('chat.postMessage', { do: 'accept', and: 'hang' }, { times: 1 })
    const impatient = new webApi.WebClient(slack.token('T0SUPPLY'), {
      slackApiUrl: slack.apiUrl,
      retryConfig: { retries: 0 },
      timeout: 300,
    })
    await expect(impatient.chat.postMessage({ channel: 'C0OPS', text: 'stands' })).rejects.toThrow()
    expect(slack.messages('C0OPS')).toMatchObject([{ text: 'stands' }])
  })
})
