import { z } from 'zod'
import { notSent } from '../../shared/not-sent.ts'

/** A token is renewed this long before it ends, ms; a short one after half its time. */
const earlyMs = 5 * 60_000

const givenShape = z.object({ access_token: z.string().min(1), expires_in: z.coerce.number().positive() })
const refusedShape = z.object({ error: z.string(), error_description: z.string().optional() })

const whyRefused = (status: number, body: unknown): string => {
  const said = refusedShape.safeParse(body).data
  const words = said === undefined ? [] : [said.error, said.error_description?.split(/\r?\n/, 1)[0]]
  return ['the sign-in service answered', status, ...words.filter(Boolean)].join(' ').slice(0, 300)
}

/** Where and as whom the bot signs in. */
export type SignIn = {
  /** With the tenant. */
  readonly loginUrl: string
  readonly scope: string
  readonly appId: string
  readonly password: string
}

/**
 * The bot's token for the connector: asked for once, kept until shortly before its end. Rejects with why there is none.
 * MSAL, which the SDK would use, cannot be told how long to wait, and asks Microsoft's public cloud about every other.
 */
export const createSignIn = (
  { loginUrl, scope, appId, password }: SignIn,
  { clock, timeoutMs }: { readonly clock: () => number; readonly timeoutMs: number },
): (() => Promise<string>) => {
  const form = new URLSearchParams({
    grant_type: 'client_credentials',
    client_id: appId,
    client_secret: password,
    scope: `${scope}/.default`,
  })

  const ask = async (): Promise<{ readonly token: string; readonly until: number }> => {
    const asked = clock()
    const response = await fetch(`${loginUrl}/oauth2/v2.0/token`, {
      method: 'POST',
      body: form,
      redirect: 'error',
      signal: AbortSignal.timeout(timeoutMs),
    }).catch((error) => {
      throw notSent(`the sign-in service could not be reached: ${error.cause?.code ?? error.name}`)
    })
    const body: unknown = await response.json().catch(() => undefined)
    const given = response.ok ? givenShape.safeParse(body).data : undefined
    if (given === undefined) throw notSent(whyRefused(response.status, body))
    const holdsMs = given.expires_in * 1000
    return { token: given.access_token, until: asked + holdsMs - Math.min(earlyMs, holdsMs / 2) }
  }

  let held: { readonly token: string; readonly until: number } | undefined
  let asking: Promise<string> | undefined
  const renew = async (): Promise<string> => {
    try {
      held = await ask()
      return held.token
    } finally {
      asking = undefined
    }
  }
  return async () => {
    if (held !== undefined && clock() < held.until) return held.token
    asking ??= renew()
    return asking
  }
}
