import { describe, expect, it } from 'vitest'
import { readConfig } from '../src/settings/config.ts'

const guid = (last: string) => `00000000-0000-4000-8000-${last.padStart(12, '0')}`
const app = { TEAMS_APP_ID: guid('a1'), TEAMS_APP_PASSWORD: 'hunter2~hunter2' }
const tenant = { TEAMS_TENANT_ID: guid('7e') }
const open = { TEAMS_WITHOUT_SIGN_IN: 'yes', TEAMS_SERVICE_HOSTS: '127.0.0.1,localhost' }
const gov = {
  TEAMS_OPENID_URL: 'https://login.botframework.azure.us/v1/.well-known/openidconfiguration',
  TEAMS_ISSUER: 'https://api.botframework.us',
  TEAMS_LOGIN_URL: `https://login.microsoftonline.us/${guid('7e')}`,
  TEAMS_OAUTH_SCOPE: 'https://api.botframework.us/.default',
  TEAMS_SERVICE_HOSTS: 'smba.infra.gov.teams.microsoft.us',
}
const microsofts = [
  'smba.trafficmanager.net',
  'smba.onyx.prod.teams.trafficmanager.net',
  'smba.infra.gcc.teams.microsoft.com',
]

type Env = { readonly [name: string]: string }
const teams = (env: Env) => {
  const config = readConfig(env, [])
  if (!config.ok || config.value === 'help') throw new Error(JSON.stringify(config))
  return config.value.teams
}
const problems = (env: Env) => {
  const config = readConfig(env, [])
  return config.ok ? [] : config.no
}

describe('Teams in the configuration', () => {
  it('is off while no app id is set', () => {
    expect(teams({})).toBeUndefined()
    expect(teams({ TEAMS_APP_ID: ' ', TEAMS_PORT: '3978', TEAMS_HOST: '0.0.0.0' })).toBeUndefined()
  })

  it('needs an app id and its secret, and sends to Microsoft alone', () => {
    expect(teams(app)).toEqual({
      app: { appId: guid('a1'), password: 'hunter2~hunter2' },
      host: '127.0.0.1',
      port: 3979,
      serviceHosts: microsofts,
    })
  })

  it('knows the tenant of a single-tenant app, whose id is read in small letters', () => {
    const ids = { TEAMS_APP_ID: guid('A1').toUpperCase(), TEAMS_TENANT_ID: guid('7E').toUpperCase() }
    expect(teams({ ...app, ...ids })?.app).toMatchObject({ appId: guid('a1'), tenant: guid('7e') })
  })

  it('takes the addresses of another cloud', () => {
    expect(teams({ ...app, ...gov })).toMatchObject({
      cloud: {
        openIdUrl: gov.TEAMS_OPENID_URL,
        issuer: 'https://api.botframework.us',
        loginUrl: gov.TEAMS_LOGIN_URL,
        oauthScope: 'https://api.botframework.us',
      },
      serviceHosts: ['smba.infra.gov.teams.microsoft.us'],
    })
  })

  it('takes a pattern of hosts, and this machine for tests', () => {
    const hosts = (TEAMS_SERVICE_HOSTS: string) => teams({ ...app, TEAMS_SERVICE_HOSTS })?.serviceHosts
    expect(hosts('*.Botframework.com, SMBA.trafficmanager.net')).toEqual([
      '*.botframework.com',
      'smba.trafficmanager.net',
    ])
    expect(hosts('127.0.0.1,::1')).toEqual(['127.0.0.1', '::1'])
  })

  it('T39 runs without an app id only when told so, and on this machine alone', () => {
    expect(teams(open)).toEqual({
      app: undefined,
      host: '127.0.0.1',
      port: 3979,
      serviceHosts: ['127.0.0.1', 'localhost'],
    })
    expect(teams({ ...open, TEAMS_HOST: '::1', TEAMS_PORT: '0' })).toMatchObject({ host: '::1', port: 0 })
  })

  it.each([
    [
      'that switch where others reach the port',
      { ...open, TEAMS_HOST: '0.0.0.0' },
      /TEAMS_HOST has to be this machine/,
    ],
    [
      'that switch with a name that only begins like this machine',
      { ...open, TEAMS_HOST: '127.0.0.1.example.com' },
      /TEAMS_HOST has to be this machine/,
    ],
    [
      'that switch where answers may go to Microsoft',
      { TEAMS_WITHOUT_SIGN_IN: 'yes' },
      /set TEAMS_SERVICE_HOSTS=127\.0\.0\.1,localhost/,
    ],
    [
      'that switch where answers may go anywhere else',
      { ...open, TEAMS_SERVICE_HOSTS: '127.0.0.1,evil.example.com' },
      /set TEAMS_SERVICE_HOSTS=127\.0\.0\.1,localhost/,
    ],
    ['that switch beside an app id', { ...open, ...app }, /contradict each other: with an app id only what/],
    ['a half-hearted switch', { ...open, TEAMS_WITHOUT_SIGN_IN: 'true' }, /Write yes, or take it away/],
    ['an app id without its secret', { TEAMS_APP_ID: app.TEAMS_APP_ID }, /TEAMS_APP_ID needs TEAMS_APP_PASS/],
    [
      'a secret and a tenant without the app id',
      { TEAMS_APP_PASSWORD: app.TEAMS_APP_PASSWORD, ...tenant },
      /^TEAMS_APP_PASSWORD and TEAMS_TENANT_ID without TEAMS_APP_ID/,
    ],
    ['an app id that is none', { ...app, TEAMS_APP_ID: 'accord' }, /^TEAMS_APP_ID is not accepted\. Copy/],
    [
      'the ID of a secret in place of its value',
      { ...app, TEAMS_APP_PASSWORD: guid('5e') },
      /^TEAMS_APP_PASSWORD is not accepted\. Copy the "Value" of a client secret, not its "Secret ID"/,
    ],
    ['a tenant by its name', { ...app, TEAMS_TENANT_ID: 'contoso.com' }, /^TEAMS_TENANT_ID is not accepted/],
    [
      'the port of the web chat',
      { ...app, TEAMS_PORT: '3978' },
      /^TEAMS_PORT and PORT are both 3978: the web chat has that one/,
    ],
    [
      'the port of Slack',
      {
        ...app,
        TEAMS_PORT: '3000',
        SLACK_BOT_TOKEN: 'xoxb-1-hunter2',
        SLACK_SIGNING_SECRET: 'hunter2hunter2',
      },
      /^TEAMS_PORT and SLACK_PORT are both 3000: Slack is listened for there/,
    ],
    [
      'hosts below a domain where anybody registers names',
      { ...app, TEAMS_SERVICE_HOSTS: '*.trafficmanager.net' },
      /^TEAMS_SERVICE_HOSTS is not accepted\..*anybody’s/,
    ],
    ['all hosts', { ...app, TEAMS_SERVICE_HOSTS: '*' }, /^TEAMS_SERVICE_HOSTS is not accepted/],
    ['a whole top-level domain', { ...app, TEAMS_SERVICE_HOSTS: '*.com' }, /^TEAMS_SERVICE_HOSTS is not/],
    [
      'an address for a host',
      { ...app, TEAMS_SERVICE_HOSTS: 'https://smba.trafficmanager.net' },
      /^TEAMS_SER/,
    ],
    [
      'half of another cloud',
      { ...app, TEAMS_ISSUER: gov.TEAMS_ISSUER, TEAMS_LOGIN_URL: gov.TEAMS_LOGIN_URL },
      /needs TEAMS_OPENID_URL, TEAMS_OAUTH_SCOPE, TEAMS_SERVICE_HOSTS as well/,
    ],
    [
      'a secret sent in the clear',
      { ...app, ...gov, TEAMS_LOGIN_URL: 'http://login.example.com/t' },
      /^TEAMS_LOGIN_URL is not accepted\. Use an https address/,
    ],
  ])('T76 refuses %s, with its fix and no secret', (_, env, expected) => {
    const all = problems(env)
    expect(all.filter((problem) => expected.test(problem))).toHaveLength(1)
    expect(all.join('\n')).not.toContain('hunter2')
    expect(all).toHaveLength(1)
  })

  it('has no quarrel about ports that are free, or with Slack over a socket', () => {
    const socket = { SLACK_BOT_TOKEN: 'xoxb-1-hunter2', SLACK_APP_TOKEN: 'xapp-1-hunter2' }
    expect(
      problems({ ...app, ...socket, SLACK_SIGNING_SECRET: 'hunter2hunter2', TEAMS_PORT: '3000' }),
    ).toEqual([])
    expect(problems({ ...app, TEAMS_PORT: '0', PORT: '0' })).toEqual([])
  })

  it('T76 tells what is wrong with each setting and with them together, at once', () => {
    expect(
      problems({ TEAMS_APP_ID: 'x', TEAMS_WITHOUT_SIGN_IN: 'yes', TEAMS_HOST: '0.0.0.0', TEAMS_PORT: 'y' }),
    ).toEqual([
      expect.stringContaining('TEAMS_APP_ID needs TEAMS_APP_PASSWORD'),
      expect.stringContaining('contradict each other'),
      expect.stringContaining('TEAMS_HOST has to be this machine'),
      expect.stringContaining('set TEAMS_SERVICE_HOSTS='),
      expect.stringMatching(/^TEAMS_APP_ID is not accepted/),
      expect.stringMatching(/^TEAMS_PORT is not accepted/),
    ])
  })
})
