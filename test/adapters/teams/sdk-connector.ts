import { once } from 'node:events'
import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'

/** A call as it arrived. */
export type Call = {
  readonly method: string
  readonly path: string
  readonly headers: IncomingHttpHeaders
  readonly body: unknown
}

/** An address that writes down every call, and answers it as it is told to. */
export const createConnector = async (host = '127.0.0.1') => {
  const calls: Call[] = []
  const usual = (response: ServerResponse): void => {
    response.writeHead(201, { 'content-type': 'application/json' }).end(JSON.stringify({ id: 'm-1' }))
  }
  let respond = usual
  const server = createServer(async (request, response) => {
    const body = await text(request)
    const { method = '', url = '', headers } = request
    calls.push({ method, path: url, headers, body: body === '' ? undefined : JSON.parse(body) })
    respond(response)
  })
  server.listen(0, host)
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  return {
    url: `http://${host}:${port}/emea/`,
    port,
    calls,
    answer: (how: (response: ServerResponse) => void = usual): void => {
      respond = how
    },
    stop: async (): Promise<void> => {
      if (!server.listening) return
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}

export type Connector = Awaited<ReturnType<typeof createConnector>>
