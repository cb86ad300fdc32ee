import { inflateSync } from 'node:zlib'

/** A picture's size and its pixels, each with red, green, blue and how opaque it is. */
export type Png = {
  readonly width: number
  readonly height: number
  readonly at: (x: number, y: number) => readonly [number, number, number, number]
}

const signature = '89504e470d0a1a0a'

/** What lies left of, above, and left above a byte predicts it; `paeth` is the nearest of them (PNG, filter types). */
const paeth = (left: number, above: number, corner: number): number => {
  const guess = left + above - corner
  const [a, b, c] = [left, above, corner].map((byte) => Math.abs(guess - byte)) as [number, number, number]
  return a <= b && a <= c ? left : b <= c ? above : corner
}

const predicted = [
  () => 0,
  (left: number) => left,
  (_: number, above: number) => above,
  (left: number, above: number) => (left + above) >> 1,
  paeth,
]

const chunksOf = (file: Buffer): ReadonlyMap<string, Buffer> => {
  const chunks = new Map<string, Buffer>()
  for (let at = 8; at < file.length; at += 12 + file.readUInt32BE(at)) {
    const type = file.toString('latin1', at + 4, at + 8)
    const data = file.subarray(at + 8, at + 8 + file.readUInt32BE(at))
    chunks.set(type, Buffer.concat([chunks.get(type) ?? Buffer.alloc(0), data]))
  }
  return chunks
}

/** Reads a PNG of eight bits a colour, with or without transparency, not interlaced; what else there is, it refuses. */
export const readPng = (file: Buffer): Png => {
  if (file.toString('hex', 0, 8) !== signature) throw new Error('no PNG')
  const chunks = chunksOf(file)
  const [head, data] = [chunks.get('IHDR'), chunks.get('IDAT')]
  if (head === undefined || data === undefined) throw new Error('no picture in it')
  const [width, height] = [head.readUInt32BE(0), head.readUInt32BE(4)]
  const [depth, colour, , , interlaced] = head.subarray(8)
  const bytes = colour === 6 ? 4 : 3
  if (depth !== 8 || (colour !== 2 && colour !== 6) || interlaced !== 0)
    throw new Error('another kind of PNG')
  const rows = inflateSync(data)
  const pixels = Buffer.alloc(width * height * bytes)
  const row = width * bytes
  const pixel = (x: number, y: number): number => (x < 0 || y < 0 ? 0 : (pixels[y * row + x] ?? 0))
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < row; x += 1) {
      const [left, above, corner] = [pixel(x - bytes, y), pixel(x, y - 1), pixel(x - bytes, y - 1)]
      const guess = predicted[rows[y * (row + 1)] ?? 0]?.(left, above, corner) ?? 0
      pixels[y * row + x] = ((rows[y * (row + 1) + 1 + x] ?? 0) + guess) & 255
    }
  return {
    width,
    height,
    at: (x, y) => {
      const [red = 0, green = 0, blue = 0, alpha = 255] = pixels
        .subarray(y * row + x * bytes)
        .subarray(0, bytes)
      return [red, green, blue, alpha]
    },
  }
}
