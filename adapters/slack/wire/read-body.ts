import type { IncomingMessage } from 'node:http'
import { httpLimits } from './http-limits.ts'

/**
 * A request's bytes, or nothing when there are more than a request may have. What is too much is let go as it comes, so
 * that whoever sent it reads the answer; what is far too much ends the connection.
 */
export const readBody = async (request: IncomingMessage): Promise<Buffer | undefined> => {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of request) {
    size += chunk.length
    if (size > httpLimits.discard) throw new Error('a request without end')
    if (size <= httpLimits.body) chunks.push(chunk)
    else chunks.length = 0
  }
  return size > httpLimits.body ? undefined : Buffer.concat(chunks)
}
