import { z } from 'zod'
import { parsed } from '../../shared/press.ts'
import type { ConnectorFailure } from './port.ts'

/** What Node says when nobody was there to hear, or nobody trustworthy: the request itself never left. */
const neverLeft =
  /^(ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|UND_ERR_CONNECT_TIMEOUT|CERT_\w+|\w*_CERT\w*|UNABLE_TO_VERIFY_LEAF_SIGNATURE|ERR_TLS_\w+)$/

const thrownShape = z.object({
  name: z.string().catch(''),
  message: z.string().catch(''),
  code: z.string().optional().catch(undefined),
  statusCode: z.int().optional().catch(undefined),
  response: z
    .object({
      bodyAsText: z.string().nullish().catch(undefined),
      headers: z.custom<{ get: (name: string) => unknown }>().optional(),
    })
    .optional()
    .catch(undefined),
})

const said = z.string().max(2000).optional().catch(undefined)
const bodyShape = z.object({ error: z.object({ code: said, message: said }) })

/** Seconds or a date, as whole ms from now. */
const waitOf = (header: unknown, now: number): number | undefined => {
  if (typeof header !== 'string' || header.trim() === '') return undefined
  const seconds = Number(header)
  const ms = Number.isNaN(seconds) ? Date.parse(header) - now : seconds * 1000
  return Number.isFinite(ms) ? Math.max(0, Math.ceil(ms)) : undefined
}

/** What a call of the SDK that threw comes to. */
export const failureOf = (error: unknown, now: number): ConnectorFailure => {
  const thrown = thrownShape.safeParse(error).data
  if (thrown === undefined) return { kind: 'unknown', why: 'the SDK threw no error' }
  const { name, message, code, statusCode: status, response } = thrown
  const why = [code ?? name, message].filter(Boolean).join(': ').slice(0, 300)
  if (name === 'NotSent') return { kind: 'not_sent', why: message }
  // An answer that nobody can read: what was asked for may be done.
  if (status !== undefined && status < 300) return { kind: 'unknown', why }
  if (status !== undefined) {
    const body = bodyShape.safeParse(parsed(response?.bodyAsText ?? '')).data?.error
    const retryAfter = waitOf(response?.headers?.get('retry-after'), now)
    return {
      kind: 'answered',
      status,
      ...(body?.code ? { code: body.code } : {}),
      ...(body?.message === undefined ? {} : { message: body.message }),
      ...(retryAfter === undefined ? {} : { retryAfter }),
    }
  }
  return code !== undefined && neverLeft.test(code) ? { kind: 'not_sent', why } : { kind: 'unknown', why }
}
