import type { IncomingMessage } from 'node:http'

/**
 * A request's bytes, or nothing when there are more than `body`, which a request may have. What is too much is let go as it comes, so
 * that whoever sent it reads the answer; more than `discard` ends the connection.
 */
export const readBody = async (
  request: IncomingMessage,
  { body, discard }: { readonly body: number; readonly discard: number },
): Promise<Buffer | undefined> => {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of request) {
    size += chunk.length
    if (size > discard) throw new Error('a request without end')
    if (size <= body) chunks.push(chunk)
    else chunks.length = 0
  }
  return size > body ? undefined : Buffer.concat(chunks)
}
