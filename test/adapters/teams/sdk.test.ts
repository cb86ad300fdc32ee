import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { TeamsPort } from '../../../adapters/teams/wire/port.ts'
import { createTeamsSdk } from '../../../adapters/teams/wire/sdk.ts'
import { createIdentity, type Identity } from '../../support/teams/identity/create-identity.ts'
import { type Connector, createConnector } from './sdk-connector.ts'

let identity: Identity
let connector: Connector
let sdk: TeamsPort
let now = Date.now()

const createSdk = (more: Partial<Parameters<typeof createTeamsSdk>[0]> = {}): TeamsPort =>
  createTeamsSdk({
    app: identity.app,
    cloud: identity.cloud,
    serviceHosts: ['127.0.0.1', 'localhost'],
    onWarn: () => {},
    clock: () => now,
    ...more,
  })
const to = () => ({ serviceUrl: connector.url, conversation: '19:c@thread.tacv2;messageid=17' })
const message = { type: 'message', text: 'hello' }

beforeAll(async () => {
  connector = await createConnector()
})
beforeEach(async () => {
  identity = await createIdentity()
  now = Date.now()
  connector.calls.length = 0
  connector.answer()
  sdk = createSdk()
})
afterEach(() => identity.stop())
afterAll(() => connector.stop())

const json = (status: number, body: unknown, headers: { readonly [name: string]: string } = {}): void =>
  connector.answer((response) => {
    response.writeHead(status, { 'content-type': 'application/json', ...headers })
    response.end(typeof body === 'string' ? body : JSON.stringify(body))
  })

describe('calls to the connector', () => {
  it('sends a message as it is, with a token of the bot', async () => {
    const whole = {
      type: 'message',
      text: '<b>hello</b>',
      textFormat: 'plain',
      summary: 'hello',
      locale: 'zh-CN',
      importance: 'high',
      attachmentLayout: 'list',
      attachments: [
        {
          contentType: 'application/vnd.microsoft.card.adaptive',
          content: {
            type: 'AdaptiveCard',
            version: '1.5',
            body: [{ type: 'TextBlock', text: 'x' }],
            n: null,
          },
        },
      ],
      entities: [{ type: 'mention', text: '<at>One</at>', mentioned: { id: '29:1', name: 'One' } }],
      channelData: { notification: { alert: true }, feedbackLoopEnabled: false },
      value: { any: [1, { thing: true }] },
    }
    expect(await sdk.send(to(), whole)).toEqual({ ok: true, value: 'm-1' })
    const [call] = connector.calls
    expect(call).toMatchObject({
      method: 'POST',
      path: '/emea/v3/conversations/19%3Ac%40thread.tacv2%3Bmessageid%3D17/activities',
      body: whole,
    })
    expect(Object.keys(call?.body as object).sort()).toEqual(Object.keys(whole).sort())
    expect(identity.isBot(call?.headers.authorization)).toBe(true)
  })

  it('puts another message in the place of one', async () => {
    expect(await sdk.update(to(), '1:7/x', message)).toEqual({ ok: true, value: undefined })
    expect(connector.calls).toMatchObject([
      {
        method: 'PUT',
        path: '/emea/v3/conversations/19%3Ac%40thread.tacv2%3Bmessageid%3D17/activities/1%3A7%2Fx',
        body: message,
      },
    ])
  })

  it('opens a personal conversation with somebody of a tenant', async () => {
    json(201, { id: 'a:personal' })
    const opened = await sdk.openDirect({ serviceUrl: connector.url, tenant: 't-1', user: 'aad-1' })
    expect(opened).toEqual({ ok: true, value: 'a:personal' })
    expect(connector.calls).toMatchObject([
      {
        method: 'POST',
        path: '/emea/v3/conversations',
        body: {
          isGroup: false,
          bot: { id: `28:${identity.app.appId}` },
          members: [{ id: 'aad-1' }],
          tenantId: 't-1',
          channelData: { tenant: { id: 't-1' } },
        },
      },
    ])
  })

  it('asks whose id in the directory an id of its own is', async () => {
    json(200, { id: '29:1', aadObjectId: 'aad-1', name: 'Li' })
    expect(await sdk.member(to(), '29:1')).toEqual({ ok: true, value: 'aad-1' })
    expect(connector.calls).toMatchObject([
      { method: 'GET', path: '/emea/v3/conversations/19%3Ac%40thread.tacv2%3Bmessageid%3D17/members/29%3A1' },
    ])
    json(200, { id: '29:1', name: 'Li' })
    expect(await sdk.member(to(), '29:1')).toEqual({ ok: true, value: undefined })
  })

  it('takes an address with and without a slash at its end', async () => {
    await sdk.send({ ...to(), serviceUrl: connector.url.replace(/\/$/, '') }, message)
    await sdk.send({ ...to(), serviceUrl: `http://127.0.0.1:${connector.port}` }, message)
    expect(connector.calls.map(({ path }) => path.split('v3')[0])).toEqual(['/emea/', '/'])
  })

  it.each([408, 412, 429, 500, 502, 503, 504])(
    'T57 makes one attempt, also when the answer is %i',
    async (status) => {
      json(status, { error: { code: 'Throttled', message: 'too many' } }, { 'retry-after': '0' })
      const refused = { kind: 'answered', status, code: 'Throttled', message: 'too many', retryAfter: 0 }
      expect(await sdk.send(to(), message)).toEqual({ ok: false, failure: refused })
      expect(await sdk.update(to(), '1', message)).toEqual({ ok: false, failure: refused })
      const person = { serviceUrl: connector.url, tenant: 't', user: 'u' }
      expect(await sdk.openDirect(person)).toEqual({ ok: false, failure: refused })
      expect(connector.calls).toHaveLength(3)
    },
  )

  it.each([
    ['7', 7_000],
    ['0.5', 500],
    ['-3', 0],
    ['', undefined],
    ['soon', undefined],
  ])('reads the wait "%s" of a refusal', async (header, retryAfter) => {
    json(429, {}, { 'retry-after': header })
    expect(await sdk.send(to(), message)).toEqual({
      ok: false,
      failure: { kind: 'answered', status: 429, ...(retryAfter === undefined ? {} : { retryAfter }) },
    })
  })

  it('reads a moment to wait for', async () => {
    now = Date.UTC(2030, 0, 1)
    json(503, {}, { 'retry-after': new Date(now + 90_000).toUTCString() })
    expect(await sdk.send(to(), message)).toMatchObject({ failure: { retryAfter: 90_000 } })
  })

  it.each([
    ['without a body', ''],
    ['in HTML', '<html>Bad Gateway</html>'],
    ['in another shape', '{"error":"no"}'],
    ['with a code that is a number', '{"error":{"code":403}}'],
  ])('gives the status of a refusal %s', async (_, body) => {
    json(403, body)
    expect(await sdk.send(to(), message)).toEqual({
      ok: false,
      failure: { kind: 'answered', status: 403 },
    })
  })

  it.each([
    ['no id', '{}'],
    ['an id that is none', '{"id":7}'],
    ['nothing', ''],
    ['half an answer', '{"id":'],
  ])(
    'T57 does not know what became of a message when the connector takes it and says %s',
    async (_, body) => {
      json(201, body)
      expect(await sdk.send(to(), message)).toMatchObject({ ok: false, failure: { kind: 'unknown' } })
    },
  )

  it('takes an update as done that is answered with nothing', async () => {
    json(200, '')
    expect(await sdk.update(to(), '1', message)).toEqual({ ok: true, value: undefined })
  })

  it('T57 does not know what became of a message when no answer comes', async () => {
    const hasty = createSdk({ timeoutMs: 2_000 })
    connector.answer(() => {})
    expect(await hasty.send(to(), message)).toMatchObject({ failure: { kind: 'unknown' } })
    connector.answer((response) => response.destroy())
    expect(await hasty.send(to(), message)).toMatchObject({ failure: { kind: 'unknown' } })
    connector.answer((response) => {
      response.writeHead(201, { 'content-length': 100 }).write('{"id":')
      setTimeout(() => response.destroy(), 20)
    })
    expect(await hasty.send(to(), message)).toMatchObject({ failure: { kind: 'unknown' } })
    expect(connector.calls).toHaveLength(3)
  })

  it('knows that nothing was sent when nobody is there', async () => {
    const gone = await createConnector()
    await gone.stop()
    const refused = await sdk.send({ ...to(), serviceUrl: gone.url }, message)
    expect(refused).toMatchObject({ ok: false, failure: { kind: 'not_sent', why: /ECONNREFUSED/ } })
  })

  it('T39 follows no redirection with its token, not even to the same host', async () => {
    const elsewhere = await createConnector('127.0.0.2')
    try {
      for (const status of [301, 302, 303, 307, 308]) {
        for (const location of [elsewhere.url, `${connector.url}more`]) {
          connector.calls.length = 0
          json(status, '', { location })
          expect(await sdk.send(to(), message)).toMatchObject({ failure: { kind: 'answered', status } })
          expect(connector.calls).toHaveLength(1)
        }
      }
      expect(elsewhere.calls).toEqual([])
    } finally {
      await elsewhere.stop()
    }
  })

  it('uses no connection twice', async () => {
    const connections = new Set<unknown>()
    connector.answer((response) => {
      connections.add(response.socket)
      response.writeHead(201, { 'content-type': 'application/json' }).end('{"id":"m"}')
    })
    for (let n = 0; n < 5; n += 1) await sdk.send(to(), message)
    expect(connections.size).toBe(5)
  })
})

describe('the hosts that are called', () => {
  it.each([
    ['another host', (port: number) => `http://127.0.0.2:${port}/`],
    ['a name within the address', (port: number) => `http://127.0.0.1@127.0.0.2:${port}/`],
    ['a name and a port within the address', (port: number) => `http://127.0.0.1:1@127.0.0.2:${port}/`],
    ['a backslash', (port: number) => `http://127.0.0.2:${port}\\@127.0.0.1/`],
    ['a query', (port: number) => `http://127.0.0.1:${port}/?x=`],
    ['a fragment', (port: number) => `http://127.0.0.1:${port}/#`],
    ['a file', () => 'file:///etc/passwd'],
    ['no address', () => 'smba'],
    ['nothing', () => ''],
  ])('T39 are not %s: no call, and no token for it', async (_, address) => {
    const elsewhere = await createConnector('127.0.0.2')
    try {
      const serviceUrl = address(elsewhere.port)
      const failure = { ok: false, failure: { kind: 'not_sent', why: 'not a host that the bot may call' } }
      expect(await sdk.send({ serviceUrl, conversation: 'c' }, message)).toEqual(failure)
      expect(await sdk.update({ serviceUrl, conversation: 'c' }, '1', message)).toEqual(failure)
      expect(await sdk.openDirect({ serviceUrl, tenant: 't', user: 'u' })).toEqual(failure)
      expect(elsewhere.calls).toEqual([])
      expect(identity.asked().tokens).toBe(0)
    } finally {
      await elsewhere.stop()
    }
  })
})

describe('the bot’s own sign-in', () => {
  it('is done once, also for calls at the same time, and again before it ends', async () => {
    await Promise.all(Array.from({ length: 10 }, () => sdk.send(to(), message)))
    await sdk.update(to(), '1', message)
    expect(identity.asked().tokens).toBe(1)
    now += 54 * 60_000
    await sdk.send(to(), message)
    expect(identity.asked().tokens).toBe(1)
    now += 2 * 60_000
    await sdk.send(to(), message)
    expect(identity.asked().tokens).toBe(2)
  })

  it('renews a short one at half its time', async () => {
    identity.tokensHold(120)
    await sdk.send(to(), message)
    now += 59_000
    await sdk.send(to(), message)
    expect(identity.asked().tokens).toBe(1)
    now += 2_000
    await sdk.send(to(), message)
    expect(identity.asked().tokens).toBe(2)
  })

  it('that fails sends nothing, says why without the secret, and is tried again with the next call', async () => {
    const wrong = createSdk({ app: { ...identity.app, password: 'not-the-secret' } })
    expect(await wrong.send(to(), message)).toEqual({
      ok: false,
      failure: {
        kind: 'not_sent',
        why: 'the sign-in service answered 401 invalid_client AADSTS7000215: Invalid client secret provided.',
      },
    })
    identity.refuse('tokens', 503)
    expect(await sdk.send(to(), message)).toMatchObject({ failure: { kind: 'not_sent' } })
    expect(connector.calls).toEqual([])
    identity.refuse('tokens', undefined)
    expect(await sdk.send(to(), message)).toMatchObject({ ok: true })
  })

  it('that hangs or cannot be reached sends nothing', async () => {
    identity.refuse('tokens', 'hang')
    expect(await createSdk({ timeoutMs: 200 }).send(to(), message)).toEqual({
      ok: false,
      failure: { kind: 'not_sent', why: 'the sign-in service could not be reached: TimeoutError' },
    })
    const nowhere = createSdk({ cloud: { ...identity.cloud, loginUrl: 'http://127.0.0.1:1/login' } })
    expect(await nowhere.send(to(), message)).toMatchObject({ failure: { kind: 'not_sent' } })
    expect(connector.calls).toEqual([])
  })

  it('is not done without an app, and then only this machine is called', async () => {
    const open = createSdk({ app: undefined, serviceHosts: ['127.0.0.1', '*.example.com'] })
    expect(await open.send(to(), message)).toEqual({ ok: true, value: 'm-1' })
    expect(connector.calls[0]?.headers.authorization).toBeUndefined()
    expect(identity.asked().tokens).toBe(0)
    const abroad = { serviceUrl: 'https://bot.example.com/', conversation: 'c' }
    expect(await open.send(abroad, message)).toMatchObject({
      failure: { kind: 'not_sent', why: 'not a host that the bot may call' },
    })
  })
})
