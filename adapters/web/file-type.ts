const startsWith = (bytes: Buffer, at: number, ...values: readonly number[]): boolean =>
  values.every((value, index) => bytes[at + index] === value)

const kinds: readonly (readonly [type: string, is: (bytes: Buffer) => boolean])[] = [
  ['image/png', (bytes) => startsWith(bytes, 0, 0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)],
  ['image/jpeg', (bytes) => startsWith(bytes, 0, 0xff, 0xd8, 0xff)],
  ['image/gif', (bytes) => startsWith(bytes, 0, 0x47, 0x49, 0x46, 0x38)],
  [
    'image/webp',
    (bytes) => startsWith(bytes, 0, 0x52, 0x49, 0x46, 0x46) && startsWith(bytes, 8, 0x57, 0x45, 0x42, 0x50),
  ],
  ['application/pdf', (bytes) => startsWith(bytes, 0, 0x25, 0x50, 0x44, 0x46, 0x2d)],
  ['application/zip', (bytes) => startsWith(bytes, 0, 0x50, 0x4b, 0x03, 0x04)],
]

/** What a file is by its own first bytes, never by its name: whatever is not known, HTML and SVG too, is bytes and no more. */
export const typeOf = (bytes: Buffer): string =>
  kinds.find(([, is]) => is(bytes))?.[0] ?? 'application/octet-stream'

/** Whether a browser may show it in the page: pictures in which no script can be. */
export const isPicture = (type: string): boolean => /^image\/(png|jpeg|gif|webp)$/.test(type)
