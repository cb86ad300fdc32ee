/** What a request from outside may be. */
export const httpLimits = {
  /** Bytes of a body; what a platform sends is far smaller. */
  body: 1024 * 1024,
  /** Bytes that are read, and let go, before the connection is ended. */
  discard: 16 * 1024 * 1024,
  /** How long a request may take to arrive, ms. */
  headersMs: 10_000,
  requestMs: 20_000,
  /** How often it is looked for those that take longer, ms. */
  checkMs: 1_000,
} as const
