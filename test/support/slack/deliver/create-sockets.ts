import { randomUUID } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import { type Fields, fieldsOf } from '../../fake/fields.ts'
import { acceptWebSocket, type ServerSocket } from '../wire/accept-web-socket.ts'
import type { World } from '../world/create-world.ts'
import type { Attempt, Transport } from './delivery.ts'

/** Why Slack asks a connection to go away. */
export type DisconnectReason = 'warning' | 'refresh_requested' | 'link_disabled'

type Waiting = {
  readonly socket: number
  readonly answered: (response: unknown) => void
  readonly lost: () => void
}
type Open = { readonly socket: ServerSocket; readonly number: number; readonly app: string }

/** The Socket Mode server: tickets, connections, envelopes and their acknowledgements. */
export const createSockets = (world: World) => {
  const tickets = new Set<string>()
  const waiting = new Map<string, Waiting>()
  const envelopes: { readonly socket: number; readonly id: string }[] = []
  let open: readonly Open[] = []
  let opened = 0
  let turn = 0

  const heard = (text: string): void => {
    const { envelope_id, payload } = fieldsOf(JSON.parse(text))
    waiting.get(String(envelope_id))?.answered(payload)
  }

  const send: Transport = (parcel, retry, reason) => {
    const target = open[turn++ % Math.max(1, open.length)]
    const started = performance.now()
    const after = (): number => performance.now() - started
    if (target === undefined)
      return Promise.resolve({ acked: false, afterMs: 0, reason: 'connection_failed' })
    const id = randomUUID()
    envelopes.push({ socket: target.number, id })
    return new Promise<Attempt>((resolve) => {
      const done = (attempt: Attempt): void => {
        clearTimeout(timer)
        waiting.delete(id)
        resolve(attempt)
        world.signal.changed()
      }
      const timer = setTimeout(
        () => done({ acked: false, afterMs: after(), reason: 'http_timeout' }),
        world.rules.ackWithin,
      )
      waiting.set(id, {
        socket: target.number,
        answered: (response) => done({ acked: true, afterMs: after(), response }),
        lost: () => done({ acked: false, afterMs: after(), reason: 'connection_failed' }),
      })
      target.socket.send(
        JSON.stringify({
          envelope_id: id,
          payload: parcel.payload,
          type: parcel.kind,
          accepts_response_payload: parcel.kind !== 'events_api',
          ...(parcel.kind === 'events_api' ? { retry_attempt: retry, retry_reason: reason ?? '' } : {}),
        }),
      )
    })
  }

  return {
    send,
    /** An address one connection may be opened at, as apps.connections.open hands out. */
    address: (): string => {
      const ticket = randomUUID()
      tickets.add(ticket)
      return `${world.base.replace(/^http/, 'ws')}/link/?ticket=${ticket}&app_id=${world.app.id}`
    },
    accept: (request: IncomingMessage, stream: Duplex): void => {
      const ticket = new URL(request.url ?? '/', world.base).searchParams.get('ticket') ?? ''
      if (!tickets.delete(ticket) || open.length >= 10) {
        stream.end('HTTP/1.1 408 Request Timeout\r\nConnection: close\r\n\r\n')
        return
      }
      const number = ++opened
      const socket = acceptWebSocket(request, stream, {
        text: heard,
        closed: () => {
          open = open.filter((one) => one.number !== number)
          for (const { socket: on, lost } of [...waiting.values()]) if (on === number) lost()
          world.signal.changed()
        },
      })
      open = [...open, { socket, number, app: world.app.id }]
      socket.send(
        JSON.stringify({
          type: 'hello',
          num_connections: open.length,
          debug_info: { host: 'applink-1', build_number: 1, approximate_connection_time: 3600 },
          connection_info: { app_id: world.app.id },
        }),
      )
      world.signal.changed()
    },
    /** How many connections are open now. */
    count: (): number => open.length,
    /** How many were opened since the start. */
    opened: (): number => opened,
    /** Which connection got which envelope, in order. */
    envelopes: (): readonly { readonly socket: number; readonly id: string }[] => envelopes,
    /** Tells a connection (the oldest, or all) to go away; all but `warning` end it from Slack's side too. */
    disconnect: (reason: DisconnectReason, which: 'oldest' | 'all' = 'oldest'): void => {
      for (const { socket } of which === 'all' ? open : open.slice(0, 1)) {
        socket.send(JSON.stringify({ type: 'disconnect', reason, debug_info: { host: 'applink-1' } }))
        if (reason === 'warning') continue
        socket.close()
      }
    },
    /** Says goodbye on all connections; those that do not answer within a second are cut. */
    stop: async (): Promise<void> => {
      for (const { socket } of open) socket.close(1001)
      await world.signal.until(() => open.length === 0, 'connections to close', 1000).catch(() => {})
      for (const { socket } of open) socket.cut()
    },
    /** Cuts all connections without a word. */
    cut: (): void => {
      for (const { socket } of open) socket.cut()
    },
    /** Sends text that is no envelope. */
    raw: (message: Fields | string): void => {
      for (const { socket } of open)
        socket.send(typeof message === 'string' ? message : JSON.stringify(message))
    },
    ping: (): void => {
      for (const { socket } of open) socket.ping()
    },
  }
}

export type Sockets = ReturnType<typeof createSockets>
