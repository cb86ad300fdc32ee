import { randomBytes } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { readConfig } from '../src/settings/config.ts'

const secret = (bytes: number) => randomBytes(bytes).toString('base64')
const bot = { SLACK_BOT_TOKEN: 'xoxb-1-hunter2' }
const socket = { SLACK_APP_TOKEN: 'xapp-1-hunter2' }
const http = { SLACK_SIGNING_SECRET: 'hunter2hunter2' }
const oauth = {
  SLACK_CLIENT_ID: '1.2',
  SLACK_CLIENT_SECRET: 'hunter2hunter2',
  SLACK_STATE_SECRET: 'hunter2hunter2hunter2',
  TOKEN_KEYS: `k1:${secret(32)}`,
}

const read = (env: { readonly [name: string]: string }) => readConfig(env, [])
const slack = (env: { readonly [name: string]: string }) => {
  const config = read(env)
  if (!config.ok || config.value === 'help') throw new Error(JSON.stringify(config))
  return config.value.slack
}
const problems = (env: { readonly [name: string]: string }) => {
  const config = read(env)
  return config.ok ? [] : config.no
}

describe('Slack in the configuration', () => {
  it('is off while no token is set', () => {
    expect(slack({})).toBeUndefined()
    expect(slack({ SLACK_BOT_TOKEN: ' ', SLACK_PORT: '3001', TOKEN_KEYS: oauth.TOKEN_KEYS })).toBeUndefined()
  })

  it('is Socket Mode where there is an app token', () => {
    expect(slack({ ...bot, ...socket })).toEqual({
      transport: { kind: 'socket', appToken: 'xapp-1-hunter2' },
      workspaces: { kind: 'one', botToken: 'xoxb-1-hunter2' },
      apiUrl: 'https://slack.com/api/',
    })
    expect(slack({ ...bot, ...socket, ...http })?.transport.kind).toBe('socket')
  })

  it('is HTTP where there is a signing secret alone, or the new and the old one', () => {
    const one = slack({ ...bot, ...http, SLACK_HOST: '0.0.0.0', SLACK_PORT: '0' })
    expect(one?.transport).toEqual({
      kind: 'http',
      signingSecrets: ['hunter2hunter2'],
      host: '0.0.0.0',
      port: 0,
    })
    expect(slack({ ...bot, SLACK_SIGNING_SECRET: 'hunter2new, hunter2old' })?.transport).toEqual({
      kind: 'http',
      signingSecrets: ['hunter2new', 'hunter2old'],
      host: '127.0.0.1',
      port: 3000,
    })
  })

  it('is for several workspaces where there is an OAuth client and keys for their tokens', () => {
    const several = slack({ ...http, ...oauth })
    expect(several?.transport).toMatchObject({ kind: 'http', install: { clientId: '1.2' } })
    expect(several?.workspaces).toMatchObject({ kind: 'several', keys: [{ id: 'k1' }] })
  })

  it('takes another Web API, with its slash', () => {
    const apiUrl = (SLACK_API_URL: string) => slack({ ...bot, ...socket, SLACK_API_URL })?.apiUrl
    expect(apiUrl('https://slack-gov.com/api')).toBe('https://slack-gov.com/api/')
    expect(apiUrl('http://127.0.0.1:4000/api/')).toBe('http://127.0.0.1:4000/api/')
    expect(apiUrl('http://[::1]:4000')).toBe('http://[::1]:4000/')
  })

  it.each([
    [
      'a bot token without a way to hear',
      bot,
      /no way to reach the bot: set SLACK_APP_TOKEN .* or SLACK_SIGNING_SECRET/,
    ],
    [
      'an app token without one to answer with',
      socket,
      /SLACK_APP_TOKEN is set but no token to answer with: set SLACK_BOT_TOKEN/,
    ],
    ['a signing secret without one to answer with', http, /SLACK_SIGNING_SECRET is set but no token/],
    ['OAuth without keys', { ...http, ...oauth, TOKEN_KEYS: '' }, /need TOKEN_KEYS/],
    [
      'OAuth without a state',
      { ...http, ...oauth, SLACK_STATE_SECRET: '' },
      /need SLACK_STATE_SECRET as well/,
    ],
    [
      'OAuth over Socket Mode',
      { ...socket, ...http, ...oauth },
      /heard over HTTP: set SLACK_SIGNING_SECRET and take SLACK_APP_TOKEN away/,
    ],
    ['OAuth without a way to hear', oauth, /no way to reach the bot/],
    ['one workspace and several', { ...bot, ...http, ...oauth }, /keep the one or the other/],
    [
      'the port of the web chat',
      { ...bot, ...http, SLACK_PORT: '3978' },
      /SLACK_PORT and PORT are both 3978/,
    ],
    [
      'a user token',
      { ...socket, SLACK_BOT_TOKEN: 'xoxp-1-hunter2' },
      /^SLACK_BOT_TOKEN is not accepted. It begins with xoxb-/,
    ],
    [
      'the tokens exchanged',
      { SLACK_BOT_TOKEN: 'xapp-1-hunter2', SLACK_APP_TOKEN: 'xoxb-1-hunter2' },
      /begins with xapp-/,
    ],
    [
      'an empty second secret',
      { ...bot, SLACK_SIGNING_SECRET: 'hunter2hunter2,' },
      /^SLACK_SIGNING_SECRET is not accepted/,
    ],
    ['a short secret', { ...bot, SLACK_SIGNING_SECRET: 'hunter2' }, /^SLACK_SIGNING_SECRET is not accepted/],
    [
      'three secrets',
      { ...bot, SLACK_SIGNING_SECRET: 'hunter2a,hunter2b,hunter2c' },
      /or two with a comma between/,
    ],
    ['a short state', { ...http, ...oauth, SLACK_STATE_SECRET: 'hunter2' }, /at least 16 characters/],
    ['a short key', { ...http, ...oauth, TOKEN_KEYS: `k1:${secret(16)}` }, /each key 32 bytes in base64/],
    [
      'a key id twice',
      { ...http, ...oauth, TOKEN_KEYS: `k1:${secret(32)},k1:${secret(32)}` },
      /each id once/,
    ],
    [
      'a token sent in the clear',
      { ...bot, ...socket, SLACK_API_URL: 'http://slack.test/api/' },
      /on this machine only/,
    ],
    [
      'a Web API that is no address',
      { ...bot, ...socket, SLACK_API_URL: 'slack' },
      /^SLACK_API_URL is not accepted/,
    ],
    ['no port', { ...bot, ...http, SLACK_PORT: '99999' }, /^SLACK_PORT is not accepted/],
  ])('T76 refuses %s, with its fix and no secret', (_, env, expected) => {
    const all = problems(env)
    expect(all.filter((problem) => expected.test(problem))).toHaveLength(1)
    expect(all.join('\n')).not.toContain('hunter2')
  })

  it('T76 tells what is wrong with each setting and with them together, at once', () => {
    expect(problems({ PORT: 'x', SLACK_BOT_TOKEN: 'hunter2', SLACK_CLIENT_ID: '1.2' })).toEqual([
      expect.stringContaining('keep the one or the other'),
      expect.stringContaining('need SLACK_CLIENT_SECRET and SLACK_STATE_SECRET as well'),
      expect.stringContaining('need TOKEN_KEYS'),
      expect.stringContaining('no way to reach the bot'),
      expect.stringMatching(/^PORT is not accepted/),
      expect.stringMatching(/^SLACK_BOT_TOKEN is not accepted/),
    ])
  })
})
