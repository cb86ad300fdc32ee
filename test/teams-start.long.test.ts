import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { refusal, teamsDouble } from './doctor/teams-double.ts'
import { loadedFirst, watchLoaded } from './support/loaded.ts'
import { refusalOfStart, startProgram } from './support/program.ts'
import { type FakeSlack, startFakeSlack } from './support/slack/start-fake-slack.ts'
import { createIdentity, type Identity } from './support/teams/identity/create-identity.ts'
import { teamsSettings } from './support/teams-settings.ts'

const root = join(import.meta.dirname, '..')
const sdk = /^(@microsoft\/|botbuilder|botframework|openai$|@azure\/)/
const tenant = '00000000-0000-4000-8000-00000000007e'
const activity = {
  ...{ type: 'message', id: '1', channelId: 'msteams', serviceUrl: 'http://127.0.0.1/', text: 'help' },
  conversation: { id: 'a:1', tenantId: tenant },
  from: { id: '29:1' },
}

describe('a start with Teams', () => {
  let identity: Identity
  let slack: FakeSlack
  beforeAll(async () => {
    await promisify(execFile)(process.execPath, [join(root, 'src/build.mjs')])
    identity = await createIdentity({ tenant })
    slack = await startFakeSlack()
    slack.addTeam({ id: 'T0SUPPLY', name: 'Helix' })
  })
  afterAll(() => Promise.all([identity.stop(), slack.stop()]))
  const teams = (cloud = identity.cloud) => teamsSettings({ app: identity.app, cloud }, tenant)
  const open = {
    TEAMS_WITHOUT_SIGN_IN: 'yes',
    TEAMS_PORT: '0',
    TEAMS_SERVICE_HOSTS: '127.0.0.1,localhost',
  }

  it.each(['main.js', 'doctor.js'])(
    '%s does not load the library of Teams before it knows that Teams is on',
    (file) => {
      expect([...loadedFirst(file)]).toContain('pg')
      expect([...loadedFirst(file)].filter((name) => sdk.test(name))).toEqual([])
    },
  )

  it('costs an installation with Slack alone nothing: no file of its library is loaded at all', async () => {
    const watched = watchLoaded()
    const program = await startProgram([], {
      SLACK_API_URL: slack.apiUrl,
      SLACK_BOT_TOKEN: slack.token('T0SUPPLY'),
      SLACK_APP_TOKEN: slack.app.token,
      ...watched.env,
    })
    expect(program.output()).toMatch(/Slack on in Helix.* · Teams off, no TEAMS_APP_ID is set/)
    expect(await program.stop()).toBe(0)
    const loaded = watched.packages()
    expect(loaded).toContain('@slack/bolt')
    expect(loaded.filter((name) => sdk.test(name))).toEqual([])
  })

  it('T39 T62 says where it listens, lets nobody in without proof, and never says a secret', async () => {
    const watched = watchLoaded()
    const program = await startProgram([], { ...teams(), ...watched.env, LOG_LEVEL: 'debug' })
    const [, address] = /Teams on, over HTTP at (http:\/\/127\.0\.0\.1:\d+)/.exec(program.output()) ?? []
    const send = (headers: { readonly [name: string]: string }) =>
      fetch(`${address}/api/messages`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...headers },
        body: JSON.stringify(activity),
      })
    const answers = [await send({}), await send({ authorization: 'Bearer garbage' })]
    for (const answer of answers) {
      expect(answer.status).toBe(401)
      expect(await answer.text()).toBe('')
    }
    expect(await program.stop()).toBe(0)
    expect(program.output()).not.toContain(identity.app.password)
    // The positive control of the row above: this is how it looks when Teams is on, and openai is not loaded even then.
    const loaded = watched.packages()
    expect(loaded).toContain('botbuilder')
    expect(loaded).not.toContain('openai')
  })

  it('T76 says what to do where its library was left out of the installation, and starts without Teams all the same', async () => {
    const hook = `export const resolve = (name, context, next) => {
      if (!/teams-ai|botbuilder/.test(name)) return next(name, context)
      throw Object.assign(new Error('Cannot find package'), { code: 'ERR_MODULE_NOT_FOUND' })
    }`
    const url = (code: string) => `data:text/javascript,${encodeURIComponent(code)}`
    const without = `import { register } from 'node:module'; register(${JSON.stringify(url(hook))})`
    const env = { NODE_OPTIONS: `--import=${url(without)}` }
    const said = await refusalOfStart({ ...open, ...env })
    expect(said).toMatch(
      /Accord did not start:\n {2}Teams is switched on, but its library is not installed\. Run "npm ci"/,
    )
    const program = await startProgram([], env)
    expect(program.output()).toContain('Teams off')
    expect(await program.stop()).toBe(0)
  })

  it('T39 says aloud that nobody signs in while it is developed', async () => {
    const program = await startProgram([], open)
    expect(program.output()).toMatch(/Teams on WITHOUT SIGN-IN, over HTTP at http:\/\/127\.0\.0\.1:\d+/)
    await program.says(/whoever reaches its port may be anyone/)
    expect(await program.stop()).toBe(0)
  })

  it('T76 with a bad secret and bad tokens of Slack says what is wrong with all, and nothing of it runs', async () => {
    const microsoft = await teamsDouble({ token: refusal('AADSTS7000215') })
    const said = await refusalOfStart({
      ...teams(microsoft.cloud),
      TEAMS_APP_PASSWORD: 'hunter2~hunter2',
      SLACK_API_URL: slack.apiUrl,
      SLACK_BOT_TOKEN: 'xoxb-bad-hunter2',
      SLACK_APP_TOKEN: slack.app.token,
    })
    await microsoft.close()
    expect(said).toContain('it ended with 1')
    expect(said).toMatch(/ {2}Slack does not accept SLACK_BOT_TOKEN \(invalid_auth\)\. Copy/)
    expect(said).toMatch(
      / {2}Microsoft does not accept TEAMS_APP_PASSWORD \(AADSTS7000215\)\. Copy the "Value"/,
    )
    expect(said).not.toContain('Accord is running')
    expect(said).not.toContain('hunter2')
  })

  it.each([
    ['is away', undefined, /Microsoft cannot be reached at \S+ \(ECONNREFUSED\)\. Everything else starts/],
    [
      'has trouble',
      { http: 503 },
      /Microsoft cannot be reached at \S+ \(HTTP 503\)\. Everything else starts/,
    ],
    [
      'is behind a wall',
      { http: 403 },
      /does not let the bot sign in \(HTTP 403\)\..* Everything else starts/,
    ],
  ] as const)('T76 with a Microsoft that %s starts everything else and says so', async (_, token, said) => {
    const double = await teamsDouble(token === undefined ? {} : { token })
    if (token === undefined) await double.close()
    const program = await startProgram([], teams(double.cloud))
    expect(program.output()).toMatch(/Teams on, over HTTP at \S+, Microsoft AWAY, tried again/)
    await program.says(said)
    const health = await (await fetch(new URL('/health', program.address))).json()
    expect(health).toMatchObject({ status: 'degraded', database: 'up', teams: 'away' })
    expect(await program.stop()).toBe(0)
    if (token !== undefined) await double.close()
  })

  it('T39 T76 refuses to start without an app id where others could reach it', async () => {
    const said = await refusalOfStart({ ...open, TEAMS_HOST: '0.0.0.0' })
    expect(said).toMatch(
      /Accord did not start:\n {2}TEAMS_WITHOUT_SIGN_IN lets whoever reaches the port be anyone/,
    )
  })
})
