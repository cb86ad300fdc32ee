import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { textOf } from '../../fake/fields.ts'
import type { Sockets } from '../deliver/create-sockets.ts'
import type { World } from '../world/create-world.ts'
import type { Call } from '../world/records.ts'
import { createServe } from './create-serve.ts'
import type { Faults } from './faults.ts'
import { authorizePage } from './oauth.ts'
import { readBody } from './read-body.ts'
import { respondTo } from './respond-to.ts'
import { serveFile } from './serve-file.ts'

type Served = { readonly base: string; readonly stop: () => Promise<void> }

/** Starts the one server behind `/api/`, `/link/`, `/response/`, `/files-pri/` and `/oauth/` on loopback. */
export const startServer = async (world: World, sockets: Sockets, faults: Faults): Promise<Served> => {
  const serve = createServe(world, sockets)

  const api = async (request: IncomingMessage, response: ServerResponse, url: URL): Promise<void> => {
    const { token: given, ...args } = await readBody(request, url)
    const bearer = /^Bearer (.+)$/.exec(request.headers.authorization ?? '')?.[1]
    const token = bearer ?? textOf(given)
    const method = url.pathname.slice('/api/'.length)
    const team = [...world.installs.values()].find((install) => install.token === token)?.team
    const basic = /^Basic (.+)$/.exec(request.headers.authorization ?? '')?.[1]
    const [client_id, client_secret] =
      basic === undefined ? [] : Buffer.from(basic, 'base64').toString().split(':')
    const call: Call = {
      method,
      token,
      args: client_id === undefined ? args : { client_id, client_secret, ...args },
      at: world.now(),
      ...(team === undefined ? {} : { team }),
    }
    world.calls.push(call)
    serve.answer(response, call, faults.next(method, args))
  }

  const server = createServer(async (request, response) => {
    const url = new URL(request.url ?? '/', world.base)
    try {
      if (url.pathname.startsWith('/api/')) await api(request, response, url)
      else if (url.pathname.startsWith('/response/')) await respondTo(world, request, response, url)
      else if (url.pathname.startsWith('/files-pri/')) serveFile(world, request, response, url)
      else if (url.pathname === '/oauth/v2/authorize') authorizePage(world, response, url)
      else response.writeHead(404).end()
    } catch (error) {
      response.writeHead(500).end(String(error))
    }
  })
  server.on('upgrade', (request, stream) => sockets.accept(request, stream))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    base: `http://127.0.0.1:${port}`,
    stop: async () => {
      serve.stop()
      await sockets.stop()
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
