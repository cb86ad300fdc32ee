import type { IncomingMessage, ServerResponse } from 'node:http'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { httpLimits } from './http-limits.ts'

/** A server on one address of this machine. */
export type HttpListener = {
  /** Resolves with the address, once it listens. */
  readonly open: () => Promise<string>
  /** Takes no new request, and resolves when every one that came is answered, or after `ms`. */
  readonly close: (ms: number) => Promise<void>
}

/** How long a request may take to arrive, and how often that is looked at, ms. */
type Limits = { readonly headersMs: number; readonly requestMs: number; readonly checkMs: number }

/** Listens on `host` alone. What takes too long to arrive is cut off, so that it holds up nothing. */
export const httpListener = (
  host: string,
  port: number,
  answer: (request: IncomingMessage, response: ServerResponse) => void,
  { headersMs, requestMs, checkMs }: Limits = httpLimits,
): HttpListener => {
  const answering = new Set<ServerResponse>()
  const server = createServer(
    { headersTimeout: headersMs, requestTimeout: requestMs, connectionsCheckingInterval: checkMs },
    (request, response) => {
      answering.add(response)
      response.on('close', () => answering.delete(response))
      answer(request, response)
    },
  )
  return {
    open: () =>
      new Promise((resolve, reject) => {
        server.once('error', reject)
        server.listen(port, host, () => {
          server.off('error', reject)
          const { address, family, port: taken } = server.address() as AddressInfo
          resolve(`http://${family === 'IPv6' ? `[${address}]` : address}:${taken}`)
        })
      }),
    close: (ms) =>
      new Promise((resolve) => {
        if (!server.listening) return resolve()
        const cut = setTimeout(() => server.closeAllConnections(), ms)
        server.close(() => {
          clearTimeout(cut)
          resolve()
        })
        // What is being answered ends its connection, which would wait for another request otherwise.
        for (const response of answering) response.shouldKeepAlive = false
        server.closeIdleConnections()
      }),
  }
}
