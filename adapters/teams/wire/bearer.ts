import { z } from 'zod'

/** How far Microsoft's clock may be from ours, s. */
const skew = 300

const headerShape = z.object({ alg: z.enum(['RS256', 'RS384', 'RS512']), kid: z.string().min(1) })
const claimsShape = z.object({
  iss: z.string(),
  aud: z.string(),
  exp: z.number(),
  nbf: z.number().optional(),
})

const decoded = (part: string): unknown => {
  try {
    return JSON.parse(Buffer.from(part, 'base64url').toString())
  } catch {
    return undefined
  }
}

/**
 * Why a header cannot be a token of Microsoft for this bot, by what the token says of itself; nothing when it may be one.
 * Its signature is for the SDK to check, which does so for other issuers too and tells the console of every refusal:
 * what is refused here costs neither a request nor a line.
 */
export const bearerProblem = (
  authorization: string | undefined,
  { issuer, appId, now }: { readonly issuer: string; readonly appId: string; readonly now: number },
): string | undefined => {
  if (authorization === undefined || authorization === '') return 'no token'
  const parts = /^Bearer ([\w-]+)\.([\w-]+)\.([\w-]+)$/.exec(authorization)
  if (parts === null) return 'an authorization of another kind'
  const [, header = '', claims = ''] = parts
  if (!headerShape.safeParse(decoded(header)).success) return 'a token signed in no way Microsoft signs'
  const said = claimsShape.safeParse(decoded(claims)).data
  if (said === undefined) return 'a token without issuer, audience or end'
  if (said.iss !== issuer) return 'a token of another issuer'
  if (said.aud !== appId) return 'a token for another bot'
  const seconds = now / 1000
  if (said.exp < seconds - skew) return 'an expired token'
  if (said.nbf !== undefined && said.nbf > seconds + skew) return 'a token that does not hold yet'
  return undefined
}
