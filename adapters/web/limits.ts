/** What the web chat accepts and keeps. */
export const limits = {
  /** One request, bytes. */
  body: 256 * 1024,
  /** One message or form value, characters as people count them. */
  text: 8_000,
  /** Fields of one form. */
  fields: 50,
  /** One file, bytes. */
  file: 10_000_000,
  /** Files sent with one message. */
  files: 10,
  /** The name of a file, characters. */
  fileName: 200,
  /** Messages read at once. */
  page: 60,
  /** Changes sent to a live page at once. */
  changes: 200,
  /** People one page may be at the same time. */
  people: 8,
} as const
