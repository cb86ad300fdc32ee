/** How much of a card something takes, UTF-8 bytes of its JSON. */
export const sizeOf = (value: unknown): number => Buffer.byteLength(JSON.stringify(value))
