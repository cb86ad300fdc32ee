import type { Server } from 'node:http'
import type { Socket } from 'node:net'
import { bindProblem } from './loopback.ts'

/** Listens on this machine only and returns the page's address. Throws a sentence that says what to do instead. */
export const listen = async (server: Server, host: string, port: number): Promise<string> => {
  const problem = bindProblem(host)
  if (problem) throw new Error(problem)
  await new Promise<void>((resolve, reject) => {
    const refuse = (error: NodeJS.ErrnoException) =>
      reject(
        error.code === 'EADDRINUSE'
          ? new Error(
              `Port ${port} of ${host} is taken by another program. Choose another with PORT or \`--port\`; 0 takes any free one.`,
            )
          : error,
      )
    server.once('error', refuse)
    server.listen(port, host, () => {
      server.off('error', refuse)
      resolve()
    })
  })
  const bound = server.address()
  const name = host.includes(':') ? `[${host}]` : host
  return `http://${name}:${typeof bound === 'object' && bound ? bound.port : port}/`
}

/**
 * Knows which connections are at work. The function it returns takes no new ones, ends those that are not, also the spare
 * ones browsers open in advance, and waits at most `graceMs` for the others.
 */
export const drainable = (server: Server, graceMs = 3_000): (() => Promise<void>) => {
  const open = new Set<Socket>()
  const working = new Set<Socket>()
  let closing = false
  const rest = (socket: Socket) => {
    working.delete(socket)
    if (closing) socket.destroySoon()
  }
  server.on('connection', (socket) => {
    open.add(socket)
    socket.on('close', () => open.delete(socket))
  })
  server.on('request', ({ socket }, response) => {
    working.add(socket)
    response.on('close', () => rest(socket))
  })
  return async () => {
    closing = true
    const end = setTimeout(() => server.closeAllConnections(), graceMs)
    await new Promise<void>((resolve) => {
      server.close(() => resolve())
      for (const socket of open) if (!working.has(socket)) socket.destroy()
    })
    clearTimeout(end)
  }
}
