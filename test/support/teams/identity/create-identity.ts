import { createPublicKey, generateKeyPairSync, type KeyObject, randomUUID, verify } from 'node:crypto'
import type { TeamsApp, TeamsCloud } from '../../../../adapters/teams/parts.ts'
import { type Asked, serveIdentity } from './serve-identity.ts'
import { signToken } from './sign-token.ts'

/** What a token of the platform says; everything has a value that the bot accepts. */
export type TokenSaid = {
  /** The claim `serviceurl`: the address that the activity must name too. */
  readonly serviceUrl: string
  readonly appId?: string
  readonly issuer?: string
  /** From now, s. */
  readonly expires?: number
  readonly notBefore?: number
  readonly alg?: string
  readonly kid?: string
  readonly header?: { readonly [name: string]: unknown }
  readonly claims?: { readonly [name: string]: unknown }
  /** Who signs: a secret's text signs with HS256. */
  readonly key?: KeyObject | string
}

/** Microsoft's identity for tests: it proves the platform to the bot and the bot to the platform, with real keys. */
export type Identity = {
  readonly cloud: TeamsCloud
  readonly app: TeamsApp
  /** `Bearer …` as the platform sends it with an activity. */
  readonly token: (said: TokenSaid) => string
  /** The keys the platform signs with: one endorsed for Teams, one for another channel only, one for none. */
  readonly keys: { readonly endorsed: string; readonly otherwise: string; readonly plain: string }
  /** The key the platform's own signatures are checked with, PEM. */
  readonly publicKey: string
  /** Whether a header is a bearer token that was given to the bot and still holds. */
  readonly isBot: (authorization: string | undefined) => boolean
  /** How many tokens the bot was given. */
  readonly tokensGiven: () => number
  /** What was asked for so far. */
  readonly asked: () => Asked
  /** How long the bot's next tokens hold, s. */
  readonly tokensHold: (seconds: number) => void
  /** Answers the next requests for tokens or keys so instead. */
  readonly refuse: (what: 'tokens' | 'keys', status: number | 'hang' | undefined) => void
  readonly stop: () => Promise<void>
}

/** One for all identities of a process: a pair takes long to find. */
const createPair = () => generateKeyPairSync('rsa', { modulusLength: 2048 })
let found: ReturnType<typeof createPair> | undefined

/** Starts an OpenID configuration with keys and a place where the bot gets tokens, on loopback. */
export const createIdentity = async ({
  tenant,
  appId = randomUUID(),
}: {
  readonly tenant?: string
  readonly appId?: string
} = {}): Promise<Identity> => {
  found ??= createPair()
  const pair = found
  const publicKey = createPublicKey(pair.privateKey)
  const keys = { endorsed: 'for-teams', otherwise: 'for-webchat', plain: 'for-nobody-named' }
  const issuer = 'https://api.botframework.com'
  const scope = 'https://api.botframework.com'
  const app: TeamsApp = {
    appId,
    password: `secret~${randomUUID()}`,
    ...(tenant === undefined ? {} : { tenant }),
  }
  const given = new Map<string, number>()
  let holds = 3600
  const seconds = (): number => Math.floor(Date.now() / 1000)

  const served = await serveIdentity({
    issuer,
    jwks: {
      keys: [
        { kid: keys.endorsed, endorsements: ['msteams', 'webchat'] },
        { kid: keys.otherwise, endorsements: ['webchat'] },
        { kid: keys.plain },
      ].map((one) => ({ ...publicKey.export({ format: 'jwk' }), use: 'sig', alg: 'RS256', ...one })),
    },
    giveToken: (form) => {
      const right =
        form.get('grant_type') === 'client_credentials' &&
        form.get('client_id') === app.appId &&
        form.get('client_secret') === app.password &&
        form.get('scope') === `${scope}/.default`
      if (!right) return undefined
      const claims = { aud: scope, iss: issuer, appid: app.appId, exp: seconds() + holds, jti: randomUUID() }
      const token = signToken({ alg: 'RS256', typ: 'JWT', kid: keys.endorsed }, claims, pair.privateKey)
      given.set(token, claims.exp)
      return { token_type: 'Bearer', expires_in: holds, access_token: token }
    },
  })

  return {
    cloud: { openIdUrl: served.openIdUrl, issuer, loginUrl: served.loginUrl, oauthScope: scope },
    app,
    keys,
    publicKey: publicKey.export({ format: 'pem', type: 'spki' }).toString(),
    token: ({ key = pair.privateKey, alg = 'RS256', kid = keys.endorsed, ...said }) => {
      const claims = {
        iss: said.issuer ?? issuer,
        aud: said.appId ?? app.appId,
        serviceurl: said.serviceUrl,
        nbf: seconds() + (said.notBefore ?? -60),
        exp: seconds() + (said.expires ?? 3600),
        ...said.claims,
      }
      return `Bearer ${signToken({ alg, typ: 'JWT', kid, ...said.header }, claims, key)}`
    },
    isBot: (authorization = '') => {
      const token = authorization.replace(/^Bearer /, '')
      const [header, claims, signature] = token.split('.')
      return (
        (given.get(token) ?? 0) > seconds() &&
        verify(
          'sha256',
          Buffer.from(`${header}.${claims}`),
          publicKey,
          Buffer.from(signature ?? '', 'base64url'),
        )
      )
    },
    tokensGiven: () => given.size,
    asked: served.asked,
    tokensHold: (ofThem) => {
      holds = ofThem
    },
    refuse: served.refuse,
    stop: served.stop,
  }
}
