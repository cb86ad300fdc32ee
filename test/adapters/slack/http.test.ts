import { request } from 'node:http'
import { afterEach, describe, expect, it } from 'vitest'
import type { RequestUrl } from '../../support/slack/deliver/request-url.ts'
import { installationsOf, max, populate, room, type Stage, stage, team } from './runtime-stage.ts'

const stages: Stage[] = []
type Open = Stage & { readonly url: RequestUrl; readonly origin: string }
const open = async (given: Parameters<typeof stage>[1] = {}): Promise<Open> => {
  const made = await stage('http', given)
  stages.push(made)
  const origin = made.address ?? ''
  return { ...made, origin, url: made.slack.useRequestUrl(`${origin}/slack/events`) }
}
afterEach(async () => {
  for (const made of stages.splice(0)) await made.stop()
})

const saidBy = async (made: Open) => {
  const { deliveries } = await made.slack.person(max).say(room, 'VPN down')
  const [delivery] = deliveries
  if (delivery === undefined) throw new Error('nothing was sent')
  return delivery
}

describe('the door for signed requests', () => {
  it('answers Slack’s question for the address, and its look at the certificate', async () => {
    const { url } = await open()
    const { challenge, attempt } = await url.verify()
    expect(attempt).toMatchObject({ status: 200, response: { challenge } })
    expect((await url.sslCheck()).status).toBe(200)
  })

  it('turns away what Slack did not sign, without effect, and says so (T37)', async () => {
    const made = await open()
    const { url, ear, warned } = made
    const delivery = await saidBy(made)
    const heard = ear.heard.length
    const forgeries = [
      { secret: 'another-secret' },
      { secret: '' },
      { signature: 'v0=' },
      { signature: 'v0' },
      { signature: '' },
      { signature: `v1=${'0'.repeat(64)}` },
      { signature: `v0=${'0'.repeat(63)}` },
      { timestamp: 'now' },
      { timestamp: '' },
      { timestamp: '1e9' },
      { without: ['x-slack-signature'] },
      { without: ['x-slack-request-timestamp'] },
      { body: '{"type":"event_callback"}' },
    ] as const
    for (const forgery of forgeries)
      expect([forgery, (await url.forge(delivery, forgery)).status]).toEqual([forgery, 401])
    expect(ear.heard).toHaveLength(heard)
    expect(warned.filter(({ message }) => message.includes('did not sign'))).toHaveLength(forgeries.length)
  })

  it('takes a signature for five minutes, from the past and from the future, and says when the clock is why it does not (T31 T38)', async () => {
    const made = await open()
    const { url, ear, warned } = made
    const delivery = await saidBy(made)
    for (const skew of [-290, 290]) expect((await url.forge(delivery, { skew })).status).toBe(200)
    for (const skew of [-310, 310, 600, 31_536_000])
      expect((await url.forge(delivery, { skew })).status).toBe(401)
    expect(new Set(ear.heard.map(({ key }) => key)).size).toBe(1)
    expect(warned.map(({ message }) => message.includes('check this clock'))).toEqual([
      true,
      true,
      true,
      true,
    ])
    for (const secret of ['another-secret', ''])
      expect((await url.forge(delivery, { secret, skew: 310 })).status).toBe(401)
    expect(warned.slice(4).map(({ message }) => message.includes('did not sign'))).toEqual([true, true])
  })

  it('T31 hears nothing with a clock that is six minutes wrong, either way, and says which', async () => {
    for (const wrong of [360_000, -360_000]) {
      const made = await open({ clock: () => Date.now() + wrong })
      expect((await saidBy(made)).acked).toBe(false)
      expect(made.ear.heard).toEqual([])
      const seconds = made.warned.map(({ fields }) => fields.seconds)
      expect(Math.sign(Number(seconds[0]))).toBe(-Math.sign(wrong))
    }
  })

  it('takes both signing secrets while one is being changed', async () => {
    const made = await open({ transport: { signingSecrets: ['the-new-one', 'signing-secret'] } })
    const delivery = await saidBy(made)
    expect((await made.url.forge(delivery, { secret: 'the-new-one' })).status).toBe(200)
    expect((await made.url.forge(delivery, { secret: 'an-older-one' })).status).toBe(401)
    expect(made.ear.heard).toHaveLength(2)
  })

  it('does not open without a secret (T37)', async () => {
    for (const signingSecrets of [[], [''], ['good-secret', '']])
      await expect(stage('http', { transport: { signingSecrets } })).rejects.toThrow(/SLACK_SIGNING_SECRET/)
  })

  it('answers what is malformed or too much with 4xx, and lives (T40)', async () => {
    const made = await open()
    const { url, ear, faults } = made
    const form = 'application/x-www-form-urlencoded'
    const malformed: readonly (readonly [string, string?])[] = [
      ['{'],
      [''],
      ['null'],
      ['[]'],
      ['"text"'],
      ['7'],
      ['payload=null', form],
      ['payload=%7B', form],
      ['payload=[]', form],
      ['payload={}&payload={}', form],
    ]
    for (const [body, type] of malformed)
      expect([body, (await url.post(body, type)).status]).toEqual([body, 400])
    const large = JSON.stringify({ type: 'event_callback', filler: 'x'.repeat(5 * 1024 * 1024) })
    expect((await url.post(large)).status).toBe(413)
    expect(ear.heard).toEqual([])
    expect(faults).toEqual([])
    expect((await saidBy(made)).acked).toBe(true)
  })

  it('passes over signed bodies of any other shape, and lives (T40)', async () => {
    const made = await open()
    const { url, ear } = made
    const event = (more: object) => JSON.stringify({ type: 'event_callback', team_id: team, ...more })
    const odd = [
      '{}',
      event({}),
      event({ event_id: 'Ev1', event: { type: 'message' } }),
      event({ event_id: 'Ev1', event: { type: 'message', channel: [], user: {}, ts: 7 } }),
      event({ event_id: 'Ev1', event: { type: 'reaction_added', item: {} } }),
      event({ authorizations: [null], event_id: 7, event: { type: 'app_mention', channel: {} } }),
      `{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}},"type":"event_callback","team_id":"${team}","event_id":"Ev2","event":{"type":"message","__proto__":{"polluted":1}}}`,
      event({ event_id: 'Ev3', event: { type: 'message', blocks: 'deep' } }).replace(
        '"deep"',
        `${'['.repeat(50_000)}${']'.repeat(50_000)}`,
      ),
      JSON.stringify({ type: 'block_actions', team: { id: team }, user: null, actions: [null] }),
      JSON.stringify({ type: 'view_submission', team: { id: team }, user: { id: 'U1' }, view: null }),
    ]
    for (const body of odd) {
      const { status } = await url.post(body)
      expect([body.slice(0, 100), status]).toEqual([body.slice(0, 100), expect.toBeOneOf([200, 400, 500])])
    }
    expect(({} as { polluted?: unknown }).polluted).toBeUndefined()
    expect(ear.heard).toEqual([])
    expect((await saidBy(made)).acked).toBe(true)
  })

  it('knows no other address and no other way to ask', async () => {
    const { origin } = await open()
    for (const [path, method] of [
      ['/', 'GET'],
      ['/health', 'GET'],
      ['/slack/events', 'GET'],
      ['/slack/install', 'GET'],
      ['/slack/oauth_redirect', 'GET'],
      ['/other', 'POST'],
    ] as const)
      expect((await fetch(`${origin}${path}`, { method })).status).toBe(404)
  })

  it('listens on the address it is given and no other (guard l)', async () => {
    const { origin } = await open()
    const { port, hostname } = new URL(origin)
    expect(hostname).toBe('127.0.0.1')
    await expect(fetch(`http://127.0.0.2:${port}/`)).rejects.toThrow()
  })

  it('ends only when what it is answering is answered, and takes nothing new (guard h)', async () => {
    const made = await stage('http')
    const { slack, adapter, ear, address } = made
    let letIn = (): void => {}
    const gate = new Promise<void>((resolve) => {
      letIn = resolve
    })
    let came = false
    ear.before = async () => {
      came = true
      slack.world.signal.changed()
      await gate
    }
    const saying = slack.person(max).say(room, 'just before the end')
    await slack.until(() => came)
    let stopped = false
    const stopping = adapter.stop().then(() => {
      stopped = true
    })
    await expect(fetch(`${address}/slack/events`, { method: 'POST' })).rejects.toThrow()
    expect(stopped).toBe(false)
    letIn()
    await stopping
    expect((await saying).deliveries.map(({ acked }) => acked)).toEqual([true])
    await slack.stop()
  })
})

describe('an installation through the browser', () => {
  const install = { clientId: '1111.2222', clientSecret: 'client-secret', stateSecret: 'state-secret-state' }

  const follow = (url: string, cookie?: string) =>
    new Promise<{ status: number; location: string; cookies: readonly string[] }>((resolve, reject) => {
      request(url, { headers: cookie === undefined ? {} : { cookie } }, (response) => {
        response.resume()
        resolve({
          status: response.statusCode ?? 0,
          location: response.headers.location ?? '',
          cookies: response.headers['set-cookie'] ?? [],
        })
      })
        .on('error', reject)
        .end()
    })

  it('begins at Slack, comes back with its state, and stands by workspace', async () => {
    const slack = await populate()
    const made = await open({ slack, transport: { install }, installations: installationsOf() })
    const begun = await follow(`${made.origin}/slack/install`)
    expect(begun.status).toBe(302)
    const authorize = new URL(begun.location)
    expect(`${authorize.origin}/`).toBe(new URL('/', slack.base).href)
    expect(authorize.pathname).toBe('/oauth/v2/authorize')
    expect(authorize.searchParams.get('scope')).toContain('chat:write')
    const state = authorize.searchParams.get('state') ?? ''
    const cookie = begun.cookies[0]?.split(';')[0] ?? ''
    const back = (code: string) => `${made.origin}/slack/oauth_redirect?code=${code}&state=${state}`

    const foreign = await follow(back(slack.approve(team, 'U0ZHANG')))
    expect(foreign.status).not.toBe(200)
    expect(await made.installations.all()).toEqual([])

    const own = await follow(back(slack.approve(team, 'U0ZHANG')), cookie)
    expect(own.status).toBe(200)
    expect(await made.installations.all()).toMatchObject([
      {
        platform: 'slack',
        team,
        botToken: slack.token(team),
        botUser: slack.bot(team),
        botId: slack.botId(team),
      },
    ])
    expect((await saidBy(made)).acked).toBe(true)
    expect(made.ear.heard).toHaveLength(1)
  })
})
