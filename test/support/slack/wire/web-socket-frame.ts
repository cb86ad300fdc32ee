/** One frame of a WebSocket (RFC 6455), unmasked. */
export type Frame = { readonly final: boolean; readonly code: number; readonly payload: Buffer }

/** A frame as a server sends it: final, not masked, with the shortest length that fits. */
export const encodeFrame = (code: number, payload: Buffer): Buffer => {
  const size = payload.length
  const head = Buffer.alloc(size < 126 ? 2 : size < 65_536 ? 4 : 10)
  head[0] = 0x80 | code
  if (size < 126) head[1] = size
  else if (size < 65_536) {
    head[1] = 126
    head.writeUInt16BE(size, 2)
  } else {
    head[1] = 127
    head.writeBigUInt64BE(BigInt(size), 2)
  }
  return Buffer.concat([head, payload])
}

/** The first frame in the bytes and how many bytes it took; nothing while it is not complete. */
export const decodeFrame = (bytes: Buffer): { readonly frame: Frame; readonly used: number } | undefined => {
  if (bytes.length < 2) return undefined
  const first = bytes.readUInt8(0)
  const second = bytes.readUInt8(1)
  const short = second & 0x7f
  const start = short === 126 ? 4 : short === 127 ? 10 : 2
  const masked = (second & 0x80) !== 0
  const body = start + (masked ? 4 : 0)
  if (bytes.length < body) return undefined
  const size =
    short === 126 ? bytes.readUInt16BE(2) : short === 127 ? Number(bytes.readBigUInt64BE(2)) : short
  if (bytes.length < body + size) return undefined
  const payload = Buffer.from(bytes.subarray(body, body + size))
  if (masked)
    for (let at = 0; at < size; at++) payload[at] = (payload[at] ?? 0) ^ (bytes[start + (at % 4)] ?? 0)
  return { frame: { final: (first & 0x80) !== 0, code: first & 0x0f, payload }, used: body + size }
}
