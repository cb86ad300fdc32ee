import { generateKeyPairSync } from 'node:crypto'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { maskSecrets } from '../../../src/process/log.ts'
import { createDoor, type Door, tenant } from './door-stage.ts'

let door: Door
const foreign = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey

beforeAll(async () => {
  door = await createDoor()
})
afterAll(() => door.stop())
beforeEach(() => door.afresh())
afterEach(() => vi.restoreAllMocks())

/** What is sent, the reason that the log has, and how it is made. */
type Case = readonly [string, string, () => { authorization: string | undefined; activity?: object }]

const refused: readonly Case[] = [
  ['no token', 'no token', () => ({ authorization: undefined })],
  ['an empty header', 'no token', () => ({ authorization: '' })],
  [
    'Basic',
    'an authorization of another kind',
    () => ({ authorization: `Basic ${Buffer.from('bot:secret').toString('base64')}` }),
  ],
  ['a bearer without a token', 'an authorization of another kind', () => ({ authorization: 'Bearer' })],
  ['garbage', 'an authorization of another kind', () => ({ authorization: 'Bearer garbage' })],
  [
    'garbage of three parts',
    'a token signed in no way Microsoft signs',
    () => ({ authorization: 'Bearer a.b.c' }),
  ],
  [
    'a valid token under another scheme',
    'an authorization of another kind',
    () => ({ authorization: door.token().replace('Bearer', 'Token') }),
  ],
  [
    'a token for another bot',
    'a token for another bot',
    () => ({ authorization: door.token({ appId: 'another' }) }),
  ],
  [
    'a token for two bots',
    'a token without issuer, audience or end',
    () => ({ authorization: door.token({ claims: { aud: [door.identity.app.appId, 'another'] } }) }),
  ],
  [
    'a token without audience',
    'a token without issuer, audience or end',
    () => ({ authorization: door.token({ claims: { aud: undefined } }) }),
  ],
  [
    'another issuer',
    'a token of another issuer',
    () => ({ authorization: door.token({ issuer: 'https://evil.example' }) }),
  ],
  [
    'the issuer of tokens between bots, which the SDK would take',
    'a token of another issuer',
    () => ({
      authorization: door.token({
        issuer: 'https://sts.windows.net/d6d49420-f39b-4df7-a1dc-d59a935871db/',
        claims: { ver: '1.0', appid: door.identity.app.appId },
      }),
    }),
  ],
  ['expired for 6 minutes', 'an expired token', () => ({ authorization: door.token({ expires: -360 }) })],
  [
    'no end',
    'a token without issuer, audience or end',
    () => ({ authorization: door.token({ claims: { exp: undefined } }) }),
  ],
  [
    'not valid before 6 minutes from now',
    'a token that does not hold yet',
    () => ({ authorization: door.token({ notBefore: 360 }) }),
  ],
  [
    'an unknown key',
    'a token signed with an unknown key',
    () => ({ authorization: door.token({ kid: 'unheard-of', key: foreign }) }),
  ],
  [
    'no key named',
    'a token signed in no way Microsoft signs',
    () => ({ authorization: door.token({ header: { kid: undefined } }) }),
  ],
  [
    'a key of the sender’s own, at an address of theirs',
    'a token signed with an unknown key',
    () => ({
      authorization: door.token({
        kid: 'theirs',
        key: foreign,
        header: { jku: `${door.elsewhere.url}keys`, x5u: `${door.elsewhere.url}cert` },
      }),
    }),
  ],
  [
    'HS256 with the public key as the secret',
    'a token signed in no way Microsoft signs',
    () => ({ authorization: door.token({ alg: 'HS256', key: door.identity.publicKey }) }),
  ],
  [
    'HS256 that says RS256',
    'a token that Microsoft did not sign',
    () => ({ authorization: door.token({ alg: 'RS256', key: door.identity.publicKey }) }),
  ],
  ['alg none', 'an authorization of another kind', () => ({ authorization: door.token({ alg: 'none' }) })],
  [
    'alg none with a signature',
    'a token signed in no way Microsoft signs',
    () => ({ authorization: `${door.token({ alg: 'none' })}c2lnbmVk` }),
  ],
  [
    'alg NONE',
    'a token signed in no way Microsoft signs',
    () => ({ authorization: door.token({ header: { alg: 'NONE' } }) }),
  ],
  [
    'a forged signature',
    'a token that Microsoft did not sign',
    () => ({ authorization: door.token({ key: foreign }) }),
  ],
  [
    'a changed claim',
    'a token that Microsoft did not sign',
    () => ({ authorization: changed(door.token()) }),
  ],
  [
    'no signature',
    'an authorization of another kind',
    () => ({ authorization: door.token().replace(/[^.]+$/, '') }),
  ],
  [
    'another serviceUrl than the token’s',
    'a token for another serviceUrl',
    () => ({ authorization: door.token({ serviceUrl: `${door.connector.url}other/` }) }),
  ],
  [
    'a token without a serviceUrl',
    'a token for another serviceUrl',
    () => ({ authorization: door.token({ claims: { serviceurl: undefined } }) }),
  ],
  [
    'an evil serviceUrl with a matching token',
    'its answer would go to a host that is not among TEAMS_SERVICE_HOSTS',
    () => ({
      authorization: door.token({ serviceUrl: door.elsewhere.url }),
      activity: door.activity({ serviceUrl: door.elsewhere.url }),
    }),
  ],
  [
    'a serviceUrl that only begins like ours',
    'its answer would go to a host that is not among TEAMS_SERVICE_HOSTS',
    () => {
      const serviceUrl = `http://127.0.0.1:80@127.0.0.2:${door.elsewhere.port}/`
      return { authorization: door.token({ serviceUrl }), activity: door.activity({ serviceUrl }) }
    },
  ],
  [
    'a key that is for another channel',
    'a token signed with a key that is not for Teams',
    () => ({ authorization: door.token({ kid: door.identity.keys.otherwise }) }),
  ],
  [
    'another channel, with a key that is for it',
    'another channel than Teams',
    () => ({
      authorization: door.token({ kid: door.identity.keys.otherwise }),
      activity: door.activity({ channelId: 'webchat' }),
    }),
  ],
  [
    'another channel, with a key that names none',
    'another channel than Teams',
    () => ({
      authorization: door.token({ kid: door.identity.keys.plain }),
      activity: door.activity({ channelId: 'webchat' }),
    }),
  ],
  [
    'the channel that the SDK treats apart',
    'another channel than Teams',
    () => ({ authorization: door.token(), activity: door.activity({ channelId: 'AseChannel' }) }),
  ],
]

const changed = (authorization: string): string => {
  const [header, claims = '', signature] = authorization.split('.')
  const said = JSON.parse(Buffer.from(claims, 'base64url').toString())
  const other = Buffer.from(JSON.stringify({ ...said, exp: said.exp + 3600 })).toString('base64url')
  return [header, other, signature].join('.')
}

describe('what proves that Teams speaks', () => {
  it('T39 is a token of Microsoft for this bot and this serviceUrl', async () => {
    expect(await door.post(door.token())).toMatchObject({ status: 200, body: '' })
    expect(door.turns).toEqual([door.activity()])
    expect(door.warned).toEqual([])
  })

  it('allows clocks to be five minutes apart', async () => {
    expect((await door.post(door.token({ expires: -240 }))).status).toBe(200)
    expect((await door.post(door.token({ notBefore: 240 }))).status).toBe(200)
  })

  it.each(refused)('T39 is not %s: a bare 401, nothing done, nothing called', async (_, reason, made) => {
    const printed = vi.spyOn(console, 'error').mockImplementation(() => {})
    const { authorization, activity } = made()
    const answered = await door.post(authorization, activity ?? door.activity())
    expect(answered).toMatchObject({ status: 401, body: '' })
    expect([...answered.headers.keys()].sort()).toEqual(['connection', 'content-length', 'date'])
    expect(door.turns).toEqual([])
    expect([...door.connector.calls, ...door.elsewhere.calls]).toEqual([])
    expect(door.identity.tokensGiven()).toBe(0)
    expect(printed).not.toHaveBeenCalled()
    expect(door.warned.map(({ fields }) => fields)).toEqual([{ reason }])
    // The log takes no word of it for a secret.
    expect(maskSecrets(`${reason} moreOfThem=1`)).toBe(`${reason} moreOfThem=1`)
  })

  it('T39 says why in the log alone, a reason once however many come, and no token', async () => {
    const other = await createDoor()
    try {
      const forged = Array.from({ length: 30 }, () => other.token({ key: foreign }))
      await Promise.all(forged.map((authorization) => other.post(authorization)))
      await other.post(other.token({ expires: -360 }))
      expect(other.warned.map(({ fields }) => fields)).toEqual([
        { reason: 'a token that Microsoft did not sign' },
        { reason: 'an expired token' },
      ])
      expect(JSON.stringify(other.warned)).not.toMatch(/ey[\w-]+\./)
    } finally {
      await other.stop()
    }
  })

  it('T39 cannot be had while the keys cannot: 401, and the log says that', async () => {
    for (const [refusal, timeoutMs, reason] of [
      [503, 10_000, 'the keys of Microsoft could not be fetched'],
      ['hang', 1_000, 'the keys of Microsoft did not come in time'],
    ] as const) {
      const other = await createDoor({ timeoutMs })
      try {
        other.identity.refuse('keys', refusal)
        expect(await other.post(other.token())).toMatchObject({ status: 401, body: '' })
        expect(other.turns).toEqual([])
        expect(other.warned.map(({ fields }) => fields)).toEqual([{ reason }])
        other.identity.refuse('keys', undefined)
        await expect.poll(async () => (await other.post(other.token())).status).toBe(200)
      } finally {
        await other.stop()
      }
    }
  })
})

describe('a bot of one tenant', () => {
  let ours: Door
  beforeAll(async () => {
    ours = await createDoor({ onlyTenant: tenant })
  })
  afterAll(() => ours.stop())

  it('hears its own conversations, also where a guest speaks', async () => {
    const guest = { id: '29:guest', aadObjectId: 'x', tenantId: 'cccccccc-0000-4000-8000-000000000001' }
    expect((await ours.post(ours.token())).status).toBe(200)
    expect((await ours.post(ours.token(), ours.activity({ from: guest }))).status).toBe(200)
    expect((await ours.post(ours.token(), ours.activity({ channelData: undefined }))).status).toBe(200)
    expect(ours.turns).toHaveLength(3)
  })

  it.each([
    [
      'of another tenant',
      { conversation: { id: 'a:1', tenantId: 'x' }, channelData: { tenant: { id: 'x' } } },
    ],
    ['of two tenants', { conversation: { id: 'a:1', tenantId: 'x' } }],
    ['of no tenant', { conversation: { id: 'a:1' }, channelData: {} }],
  ])('T39 turns away a conversation %s', async (_, more) => {
    ours.turns.length = 0
    expect(await ours.post(ours.token(), ours.activity(more))).toMatchObject({ status: 401, body: '' })
    expect(ours.turns).toEqual([])
  })
})

describe('a bot without an app, for development', () => {
  it('asks for no token, and hears only what is answered to this machine', async () => {
    const open = await createDoor({ signedIn: false })
    try {
      expect((await open.post(undefined)).status).toBe(200)
      expect(open.turns).toHaveLength(1)
      const abroad = open.activity({ serviceUrl: open.elsewhere.url })
      expect(await open.post(undefined, abroad)).toMatchObject({ status: 401, body: '' })
      expect((await open.post(undefined, open.activity(), { origin: 'http://evil.example' })).status).toBe(
        403,
      )
      expect(open.turns).toHaveLength(1)
    } finally {
      await open.stop()
    }
  })
})
