import { once } from 'node:events'
import { connect } from 'node:net'
import { describe, expect, it } from 'vitest'
import { httpListener } from '../../../adapters/shared/http-listener.ts'

const soon = { headersMs: 100, requestMs: 200, checkMs: 50 }

describe('a server for a chat', () => {
  it.each([
    ['its headers', 'POST / HTTP/1.1\r\nhost: x\r\n'],
    ['its body', 'POST / HTTP/1.1\r\nhost: x\r\ncontent-length: 500\r\n\r\n{'],
  ])('T40 cuts off a request that does not come to the end of %s', async (_, begun) => {
    const server = httpListener(
      '127.0.0.1',
      0,
      (request) => void request.resume().on('error', () => {}),
      soon,
    )
    const socket = connect(Number(new URL(await server.open()).port), '127.0.0.1')
    socket.on('error', () => {})
    socket.write(begun)
    const [said] = await once(socket, 'data')
    expect(String(said)).toMatch(/^HTTP\/1.1 408 /)
    await once(socket, 'close')
    await server.close(0)
  })
})
