import type { IncomingMessage, ServerResponse } from 'node:http'
import { limits } from './limits.ts'

/** What every answer carries: the page may load and call this server only, and no other page may hold it in a frame. */
export const securityHeaders = {
  'content-security-policy':
    "default-src 'self'; img-src 'self' data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; object-src 'none'; require-trusted-types-for 'script'; trusted-types 'none'",
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
} as const

/** An expected no: an HTTP status, a code the page has a sentence for, and one sentence for everyone else. */
export type No = { readonly status: number; readonly error: string; readonly saying: string }

/** What a route comes to. */
export type Answer = { readonly body: unknown; readonly status?: number } | { readonly no: No }

/** Says no. */
export const no = (status: number, error: string, saying: string): { readonly no: No } => ({
  no: { status, error, saying },
})

/** Sends the answer as JSON that nobody keeps. */
export const send = (response: ServerResponse, answer: Answer): void => {
  if (response.destroyed) return
  const [status, body] =
    'no' in answer
      ? [answer.no.status, { error: answer.no.error, saying: answer.no.saying }]
      : [answer.status ?? 200, answer.body]
  response.writeHead(status, {
    ...securityHeaders,
    'content-type': 'application/json; charset=utf-8',
    'cache-control': 'no-store',
  })
  response.end(JSON.stringify(body))
}

/** Reads a request's body. One over the limit is not read to its end. */
export const readBytes = async (
  request: IncomingMessage,
  most: number,
): Promise<{ readonly bytes: Buffer } | { readonly no: No }> => {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of request) {
    size += chunk.length
    if (size > most) return no(413, 'too_large', `A request has at most ${most} bytes.`)
    chunks.push(chunk)
  }
  return { bytes: Buffer.concat(chunks) }
}

/** Reads a request's JSON. A body over the limit is not read to its end. */
export const readJson = async (
  request: IncomingMessage,
): Promise<{ readonly json: unknown } | { readonly no: No }> => {
  if (!/^application\/json\b/i.test(request.headers['content-type'] ?? ''))
    return no(415, 'not_json', 'Send application/json.')
  const read = await readBytes(request, limits.body)
  if ('no' in read) return read
  try {
    return { json: JSON.parse(read.bytes.toString('utf8')) }
  } catch {
    return no(400, 'malformed', 'This is not JSON.')
  }
}
