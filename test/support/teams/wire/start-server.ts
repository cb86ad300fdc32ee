import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { type Fields, fieldsOf } from '../../fake/fields.ts'
import type { Identity } from '../identity/create-identity.ts'
import type { World } from '../world/create-world.ts'
import type { Call } from '../world/records.ts'
import { createServe } from './create-serve.ts'
import type { Faults } from './faults.ts'
import { refusal } from './refuse.ts'
import { routeOf } from './route.ts'

const parsed = (body: string): Fields | undefined => {
  try {
    return body === '' ? {} : fieldsOf(JSON.parse(body))
  } catch {
    return undefined
  }
}

/** Starts the connector on loopback. `down` refuses connections until `up`, at the same address. */
export const startServer = async (world: World, faults: Faults, identity: Identity) => {
  const serve = createServe(world)

  const connector = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const url = new URL(request.url ?? '/', world.base)
    const body = parsed(await text(request))
    const here = url.pathname.startsWith(`/${world.region}/`)
    const route = routeOf(request.method ?? '', here ? url.pathname.slice(world.region.length + 1) : '')
    const call: Call = { ...route, path: url.pathname, body: body ?? {}, at: world.now() }
    world.calls.push(call)
    const refuse = (status: number, code: string, message: string): void => {
      const { body: answer } = refusal(status, code, message)
      Object.assign(call, { status, answer })
      world.problems.push(`${request.method} ${url.pathname}: ${status} ${message}`)
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(answer))
      world.signal.changed()
    }
    if (!identity.isBot(request.headers.authorization))
      return refuse(401, 'Unauthorized', 'Authorization has been denied for this request.')
    if (body === undefined) return refuse(400, 'BadSyntax', 'The body is no JSON')
    serve.answer(response, call, { route, body, url }, faults.next(call))
  }

  const server = createServer((request, response) => {
    connector(request, response).catch((error: unknown) => {
      world.problems.push(`the fake itself: ${String(error)}`)
      response.writeHead(500).end(String(error))
    })
  })
  const listen = (port: number): Promise<void> =>
    new Promise((resolve) => server.listen(port, '127.0.0.1', resolve))
  await listen(0)
  const { port } = server.address() as AddressInfo
  const close = async (): Promise<void> => {
    server.closeAllConnections()
    if (server.listening) await new Promise((resolve) => server.close(resolve))
  }
  return {
    base: `http://127.0.0.1:${port}`,
    down: close,
    up: (): Promise<void> => listen(port),
    stop: async (): Promise<void> => {
      serve.stop()
      await close()
    },
  }
}
