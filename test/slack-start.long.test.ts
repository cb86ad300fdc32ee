import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { examine } from '../src/cli/doctor/examine.ts'
import type { Finding } from '../src/cli/doctor/finding.ts'
import { saidNo } from '../src/main/slack-workspaces.ts'
import { createLog } from '../src/process/log.ts'
import { readConfig } from '../src/settings/config.ts'
import { testDatabase } from './support/database.ts'
import { loadedFirst } from './support/loaded.ts'
import { refusalOfStart, startProgram } from './support/program.ts'
import { type FakeSlack, startFakeSlack } from './support/slack/start-fake-slack.ts'

const root = join(import.meta.dirname, '..')

const secrets = {
  signing: '0a1b2c3d4e5f60718293a4b5c6d7e8f9',
  client: 'client-secret-1',
  state: 'state-secret-of-ours',
  key: Buffer.alloc(32, 7).toString('base64'),
}

describe('a start', () => {
  let slack: FakeSlack
  beforeAll(async () => {
    slack = await startFakeSlack({
      app: { signingSecret: secrets.signing, clientSecret: secrets.client },
      rules: { ackWithin: 15_000 },
    })
    slack.addTeam({ id: 'T0SUPPLY', name: 'Helix' })
    slack.addUser({ id: 'U0ZHANG', team: 'T0SUPPLY' })
    slack.addChannel({ id: 'C0ROOM', team: 'T0SUPPLY', name: 'helix-ops', members: ['U0ZHANG'] })
  })
  afterAll(() => slack.stop())
  const socket = () => ({
    SLACK_API_URL: slack.apiUrl,
    SLACK_BOT_TOKEN: slack.token('T0SUPPLY'),
    SLACK_APP_TOKEN: slack.app.token,
  })

  it('does not load the library of Slack before it knows that Slack is on', async () => {
    await promisify(execFile)(process.execPath, [join(root, 'src/build.mjs')])
    expect([...loadedFirst('main.js')]).toContain('bullmq')
    expect([...loadedFirst('main.js')].filter((name) => /slack|undici|express/.test(name))).toEqual([])
  })

  it('T62 with Socket Mode says where it is, hears, and never says a token', async () => {
    const program = await startProgram([], { ...socket(), LOG_LEVEL: 'debug' })
    expect(program.output()).toContain('Slack on in Helix, over Socket Mode')
    await slack.until(() => slack.sockets.count() === 2)
    expect(await program.stop()).toBe(0)
    for (const secret of [slack.app.token, slack.token('T0SUPPLY')])
      expect(program.output()).not.toContain(secret)
  })

  it('T62 over HTTP for several workspaces says where it listens, takes what is signed, and never says a secret', async () => {
    const program = await startProgram([], {
      SLACK_API_URL: slack.apiUrl,
      SLACK_SIGNING_SECRET: secrets.signing,
      SLACK_CLIENT_ID: slack.app.clientId,
      SLACK_CLIENT_SECRET: secrets.client,
      SLACK_STATE_SECRET: secrets.state,
      TOKEN_KEYS: `k1:${secrets.key}`,
      SLACK_PORT: '0',
      LOG_LEVEL: 'debug',
    })
    const said =
      /Slack on in no workspace yet, see \/slack\/install, over HTTP at (http:\/\/127\.0\.0\.1:\d+)/
    const [, address] = said.exec(program.output()) ?? []
    expect(await slack.useRequestUrl(`${address}/slack/events`).verify()).toBeTruthy()
    slack.useSockets()
    expect((await fetch(`${address}/slack/events`, { method: 'POST', body: '{}' })).status).toBe(401)
    expect(await program.stop()).toBe(0)
    for (const secret of Object.values(secrets)) expect(program.output()).not.toContain(secret)
  })

  it('T76 with two bad tokens says what is wrong with both, and nothing of it runs', async () => {
    const said = await refusalOfStart({
      ...socket(),
      SLACK_BOT_TOKEN: 'xoxb-bad-hunter2',
      SLACK_APP_TOKEN: 'xapp-bad-hunter2',
    })
    expect(said).toContain('it ended with 1')
    expect(said).toMatch(
      /Accord did not start:\n {2}Slack does not accept SLACK_BOT_TOKEN \(invalid_auth\)\. Copy/,
    )
    expect(said).toMatch(/ {2}Slack does not accept SLACK_APP_TOKEN \(invalid_auth\)\. Generate/)
    expect(said).not.toContain('Accord is running')
    expect(said).not.toContain('hunter2')
  })

  it.each([
    ['asks to wait', { do: 'limit', retryAfter: 1 }],
    ['answers 503', { do: 'status', status: 503 }],
    ['breaks every line off', { do: 'cut' }],
    ['is not well itself', { do: 'error', error: 'internal_error' }],
  ] as const)(
    'T76 with a Slack that %s starts everything else, says so, and hears it once it is back',
    async (_, fault) => {
      const undo = slack.fault('*', fault)
      const program = await startProgram([], socket())
      const health = async () => (await fetch(new URL('/health', program.address))).json()
      expect(program.output()).toContain('Accord is running')
      expect(program.output()).toContain('Slack AWAY, tried again')
      await program.says(/Slack cannot be reached at \S+ \(.+\)\. Everything else starts/)
      expect(await health()).toMatchObject({ status: 'degraded', database: 'up', slack: 'away' })
      undo()
      await slack.until(() => slack.sockets.count() === 2)
      await vi.waitFor(async () => expect(await health()).toMatchObject({ slack: 'up' }), 60_000)
      const { deliveries } = await slack.person('U0ZHANG').say('C0ROOM', `<@${slack.bot('T0SUPPLY')}> help`)
      for (const { acked } of deliveries) expect(acked).toBe(true)
      expect(await program.stop()).toBe(0)
    },
  )

  it('T76 ends only for a definite no to the token: whatever else Slack says is asked again', () => {
    for (const error of ['invalid_auth', 'account_inactive', 'token_revoked', 'not_allowed_token_type'])
      expect(saidNo(error, 'why')).toEqual({ at: 'no', why: 'why' })
    for (const error of ['ekm_access_denied', 'two_factor_setup_required', 'workspace_on_holiday', undefined])
      expect(saidNo(error, 'why')).toMatchObject({ at: 'away' })
  })

  it('T76 says what to do when Slack, once it is back, does not take the token', async () => {
    const undo = slack.fault('auth.test', { do: 'status', status: 503 })
    const program = await startProgram([], { ...socket(), SLACK_BOT_TOKEN: 'xoxb-bad-hunter2' })
    undo()
    await program.says(/Slack does not accept SLACK_BOT_TOKEN \(invalid_auth\)/)
    const health = await (await fetch(new URL('/health', program.address))).json()
    expect(health).toMatchObject({ status: 'degraded', slack: 'refused' })
    expect(program.output()).not.toContain('hunter2')
    expect(await program.stop()).toBe(0)
  })

  it('T76 with an organisation that is wrong ends, also with Slack on', async () => {
    const said = await refusalOfStart(socket(), ['--organisation', 'missing.yaml'])
    expect(said).toContain('it ended with 1')
    expect(said).toContain('missing.yaml could not be read')
  })

  it('is looked at by the doctor with the same settings', async () => {
    const database = await testDatabase()
    const config = readConfig({ DATABASE_URL: database.url, REDIS_URL: '/nowhere.sock', ...socket() }, [])
    if (!config.ok || config.value === 'help') throw new Error('not accepted')
    const findings: Finding[] = []
    const say = (finding: Finding) => void findings.push(finding)
    await examine(config.value, { log: createLog({ level: 'error' }), now: Date.now, say })
    expect(
      findings.filter(({ about, state }) => about === 'Slack' && state !== 'off').map(({ says }) => says),
    ).toEqual([
      'Helix (T0SUPPLY): SLACK_BOT_TOKEN is accepted',
      'Helix: the app may do all it needs',
      'SLACK_APP_TOKEN opens a socket',
    ])
    await database.drop()
  })
})
