import { afterEach, describe, expect, it } from 'vitest'
import { neededScopes } from '../../adapters/slack/setup/scopes.ts'
import type { Finding } from '../../src/cli/doctor/finding.ts'
import { findingLines } from '../../src/cli/doctor/finding.ts'
import { checkSlack } from '../../src/cli/doctor/slack.ts'
import type { Directory } from '../../src/domain/people/directory.ts'
import { evolveDirectory } from '../../src/domain/people/evolve-directory.ts'
import type { SlackTransport } from '../../src/settings/slack-config.ts'
import { directoryOf, minimal, organisation } from '../organisation/support.ts'
import { type Answer, slackDouble } from './slack-double.ts'

const token = 'xoxb-1-hunter2'
const socket: SlackTransport = { kind: 'socket', appToken: 'xapp-1-hunter2' }
const http: SlackTransport = {
  kind: 'http',
  signingSecrets: ['hunter2hunter2'],
  host: '127.0.0.1',
  port: 3000,
}

const directory = directoryOf(
  organisation(
    minimal()
      .replace('platform: web, user: ann', 'platform: slack, team: T1, user: UANN')
      .replace('platform: web, user: zoe', 'platform: slack, team: T9, user: UZOE')
      .replace(
        'duty:',
        `channels:
  shop: { name: Shop, organisation: shop, platform: slack, team: T1, conversation: C1 }
  ours: { name: Engineers, organisation: ops, platform: slack, team: T1, conversation: G2 }
duty:`,
      ),
  ),
)

const well: { readonly [method: string]: (parameters: URLSearchParams) => Answer } = {
  'auth.test': () => ({ team: 'Ops', team_id: 'T1', user_id: 'UBOT', bot_id: 'BBOT' }),
  'apps.connections.open': () => ({ url: 'wss://127.0.0.1/link' }),
  'conversations.info': (parameters) => ({
    channel: { id: parameters.get('channel'), name: 'shop-help', is_member: true },
  }),
  'users.info': (parameters) => ({
    user: { id: parameters.get('user'), team_id: parameters.get('user') === 'UZOE' ? 'T9' : 'T1' },
  }),
  'users.conversations': () => ({ channels: [{ id: 'C1', name: 'shop-help' }] }),
}
const scopes = { 'x-oauth-scopes': neededScopes.join(',') }

describe('the doctor, of Slack,', () => {
  let close: () => Promise<unknown> = async () => {}
  afterEach(() => close())

  const look = async (
    answers: typeof well = {},
    {
      transport = socket,
      headers = scopes,
      known = directory,
      now = Date.now,
    }: {
      readonly transport?: SlackTransport
      readonly headers?: { readonly [name: string]: string }
      readonly known?: Directory | null
      readonly now?: () => number
    } = {},
  ) => {
    const double = await slackDouble(
      ({ method, parameters }) =>
        ({ ...well, ...answers })[method]?.(parameters) ?? { error: 'unknown_method' },
      headers,
    )
    close = double.close
    const slack = { transport, workspaces: { kind: 'one' as const, botToken: token }, apiUrl: double.apiUrl }
    const findings = await checkSlack(slack, { now, sql: undefined, directory: known ?? undefined })
    expect(findings.flatMap(findingLines).join('\n')).not.toContain('hunter2')
    return { findings, asked: double.asked }
  }
  const toFix = (findings: readonly Finding[]) =>
    findings.filter(({ state }) => state === 'fix').map(({ says, todo }) => `${says} ${todo}`)

  it('finds nothing to fix where all is well', async () => {
    const { findings, asked } = await look()
    expect(toFix(findings)).toEqual([])
    expect(findings.map(({ state, about, says }) => `${state} ${about}: ${says}`)).toEqual([
      'ok Slack: Ops (T1): SLACK_BOT_TOKEN is accepted',
      'ok Slack: Ops: the app may do all it needs',
      'ok clock: agrees with Slack',
      'ok Slack: SLACK_APP_TOKEN opens a socket',
      'ok channel: Shop (#shop-help): the bot is in it',
      'ok channel: Engineers (#shop-help): the bot is in it',
      'ok people: 2 accounts are there and active',
      'note people: Without a Slack account: Joe.',
    ])
    expect(asked.find(({ method }) => method === 'apps.connections.open')?.token).toBe('xapp-1-hunter2')
    expect(asked.filter(({ method }) => method !== 'apps.connections.open').map((one) => one.token)).toEqual(
      asked.slice(1).map(() => token),
    )
  })

  it('says that it is off, and what is not looked at without a database', async () => {
    const nothing = { now: Date.now, sql: undefined, directory: undefined }
    expect(await checkSlack(undefined, nothing)).toMatchObject([{ state: 'off', about: 'Slack' }])
    const { findings } = await look({}, { known: null })
    expect(findings.at(-1)).toMatchObject({ state: 'off', about: 'channel' })
  })

  it('says that a token is not accepted, and looks no further with it', async () => {
    const { findings, asked } = await look({ 'auth.test': () => ({ error: 'invalid_auth' }) })
    expect(toFix(findings)).toEqual([
      expect.stringMatching(
        /^SLACK_BOT_TOKEN is not accepted \(invalid_auth\)\. Copy the "Bot User OAuth Token"/,
      ),
    ])
    expect(asked.map(({ method }) => method)).toEqual(['auth.test', 'apps.connections.open'])
  })

  it('names the permissions the app was not given', async () => {
    const given = neededScopes.filter((scope) => !['files:read', 'reactions:read'].includes(scope))
    const { findings } = await look({}, { headers: { 'x-oauth-scopes': given.join(', ') } })
    expect(toFix(findings)).toEqual([
      expect.stringMatching(/not given files:read, reactions:read\. Put manifest\/slack\.json/),
    ])
  })

  it('says that the app token opens no socket', async () => {
    const { findings } = await look({ 'apps.connections.open': () => ({ error: 'not_allowed_token_type' }) })
    expect(toFix(findings)).toEqual([
      expect.stringMatching(/\(not_allowed_token_type\)\. Generate an "App-Level Token"/),
    ])
  })

  it('says over HTTP where it listens, and asks for no socket', async () => {
    const { findings, asked } = await look({}, { transport: http })
    expect(findings.find(({ state }) => state === 'note')?.says).toContain(
      'http://127.0.0.1:3000/slack/events',
    )
    expect(asked.map(({ method }) => method)).not.toContain('apps.connections.open')
  })

  it.each([
    [
      'the bot is not in',
      { channel: { name: 'shop-help', is_member: false } },
      /The bot is not in Shop \(#shop-help\)\. Write there: \/invite/,
    ],
    [
      'is archived',
      { channel: { name: 'shop-help', is_member: true, is_archived: true } },
      /\(#shop-help\) is archived\. Unarchive/,
    ],
    [
      'is private or gone',
      { error: 'channel_not_found' },
      /^Shop \(C1\) cannot be seen \(channel_not_found\)\. If it is private invite/,
    ],
  ])('names a channel that %s', async (_, answer, expected) => {
    const { findings } = await look({
      'conversations.info': (parameters) =>
        parameters.get('channel') === 'C1' ? answer : { channel: { name: 'engineers', is_member: true } },
    })
    expect(toFix(findings)).toEqual([expect.stringMatching(expected)])
  })

  it('looks for a channel under the id it has now', async () => {
    const moved = evolveDirectory(directory, {
      type: 'directory.room_moved',
      platform: 'slack',
      team: 'T1',
      from: 'G2',
      to: 'C2',
    })
    const { asked } = await look({}, { known: moved })
    expect(
      asked
        .filter(({ method }) => method === 'conversations.info')
        .map(({ parameters }) => parameters.get('channel')),
    ).toEqual(['C1', 'C2'])
  })

  it('names the channels that the bot is in and that are nobody’s, page by page', async () => {
    const { findings } = await look({
      'users.conversations': (parameters) =>
        parameters.get('cursor') === 'next'
          ? { channels: [{ id: 'C8', name: 'random' }] }
          : { channels: [{ id: 'C7', name: 'lunch' }], response_metadata: { next_cursor: 'next' } },
    })
    const notes = findings.filter(({ about, state }) => about === 'channel' && state === 'note')
    expect(notes.map(({ says }) => /#\w+/.exec(says)?.[0])).toEqual(['#lunch', '#random'])
    expect(notes[0]?.todo).toContain('/accord link')
  })

  it.each([
    ['is deactivated', { user: { deleted: true, team_id: 'T1' } }, /^Ann \(UANN of T1\) is deactivated/],
    ['is not there', { error: 'user_not_found' }, /^Ann \(UANN of T1\) is not in Ops \(user_not_found\)/],
    ['is a bot’s', { user: { is_bot: true, team_id: 'T1' } }, /^Ann \(UANN of T1\) is a bot's/],
    [
      'is another workspace’s',
      { user: { team_id: 'T5' } },
      /is of workspace T5 for Slack: .* Write team: T5/,
    ],
  ])('names a person whose account %s', async (_, answer, expected) => {
    const { findings } = await look({
      'users.info': (parameters) =>
        parameters.get('user') === 'UANN' ? answer : { user: { team_id: 'T9' } },
    })
    expect(toFix(findings)).toEqual([expect.stringMatching(expected)])
  })

  it('only notes a person of another organisation whom it does not see yet', async () => {
    const { findings } = await look({
      'users.info': (parameters) =>
        parameters.get('user') === 'UZOE' ? { error: 'user_not_visible' } : { user: { team_id: 'T1' } },
    })
    expect(toFix(findings)).toEqual([])
    expect(findings.find(({ says }) => says.startsWith('Zoe'))).toMatchObject({ state: 'note' })
  })

  it('T76 says how far the clock is from Slack’s', async () => {
    const late = await look({}, { now: () => Date.now() - 360_000 })
    expect(toFix(late.findings)).toEqual([
      expect.stringMatching(/^is 3\d\d(\.\d)? s behind Slack\. Let both machines keep their time by NTP/),
    ])
    await close()
    const early = await look({}, { now: () => Date.now() + 10_000 })
    expect(early.findings.find(({ about }) => about === 'clock')).toMatchObject({
      state: 'note',
      says: expect.stringMatching(/ahead of Slack/),
    })
  })

  it('waits where Slack asks to wait', async () => {
    let refused = 0
    const { findings } = await look({
      'conversations.info': () => {
        refused += 1
        return refused === 1
          ? { http: 429, headers: { 'retry-after': '1' } }
          : { channel: { name: 'shop-help', is_member: true } }
      },
    })
    expect(toFix(findings)).toEqual([])
    expect(refused).toBe(3)
  })

  it('says that Slack cannot be reached, or is not well', async () => {
    const gone = await slackDouble(() => ({}))
    await gone.close()
    const workspaces = { kind: 'one' as const, botToken: token }
    const away = { transport: socket, workspaces, apiUrl: gone.apiUrl }
    const [finding] = await checkSlack(away, { now: Date.now, sql: undefined, directory })
    expect(finding?.says).toMatch(/^Slack cannot be reached at http:.* \(ECONNREFUSED\)\.$/)
    expect(finding?.state).toBe('fix')
    const ill = await look({ 'auth.test': () => ({ http: 503 }) })
    expect(toFix(ill.findings)).toEqual([expect.stringContaining('(HTTP 503)')])
  })
})
