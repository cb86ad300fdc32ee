import { createHash } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import { decodeFrame, encodeFrame } from './web-socket-frame.ts'

/** An open WebSocket, seen from the server. */
export type ServerSocket = {
  readonly send: (text: string) => void
  readonly ping: () => void
  /** Says goodbye; the connection ends when the other side has answered. */
  readonly close: (code?: number) => void
  /** Cuts the connection without a word. */
  readonly cut: () => void
}

type Heard = { readonly text: (text: string) => void; readonly closed: () => void }

const guid = '258EAFA5-E914-47DA-95CA-C5AB0DC85B11'
const code = { more: 0, text: 1, close: 8, ping: 9, pong: 10 }

/** Answers the handshake of RFC 6455 and speaks WebSocket on the connection from then on. */
export const acceptWebSocket = (request: IncomingMessage, stream: Duplex, heard: Heard): ServerSocket => {
  const key = request.headers['sec-websocket-key'] ?? ''
  const accept = createHash('sha1').update(`${key}${guid}`).digest('base64')
  stream.write(
    `HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: ${accept}\r\n\r\n`,
  )

  let rest: Buffer = Buffer.alloc(0)
  let parts: Buffer[] = []
  let closing = false
  let closed = false

  const write = (kind: number, payload: Buffer = Buffer.alloc(0)): void => {
    if (!closed && !stream.destroyed) stream.write(encodeFrame(kind, payload))
  }
  const close = (status = 1000): void => {
    if (closing) return
    closing = true
    const payload = Buffer.alloc(2)
    payload.writeUInt16BE(status)
    write(code.close, payload)
  }
  const end = (): void => {
    if (closed) return
    closed = true
    stream.destroy()
    heard.closed()
  }

  stream.on('data', (chunk: Buffer) => {
    rest = Buffer.concat([rest, chunk])
    for (let found = decodeFrame(rest); found !== undefined; found = decodeFrame(rest)) {
      rest = rest.subarray(found.used)
      const { frame } = found
      if (frame.code === code.ping) write(code.pong, frame.payload)
      else if (frame.code === code.close) {
        close()
        stream.end()
      } else if (frame.code === code.text || frame.code === code.more) {
        parts.push(frame.payload)
        if (!frame.final) continue
        const text = Buffer.concat(parts).toString('utf8')
        parts = []
        heard.text(text)
      }
    }
  })
  stream.on('error', end)
  stream.on('close', end)
  stream.on('end', end)

  return {
    send: (text) => write(code.text, Buffer.from(text)),
    ping: () => write(code.ping),
    close,
    cut: end,
  }
}
