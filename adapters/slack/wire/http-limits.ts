/** What a request from outside may be. */
export const httpLimits = {
  /** Bytes of a body; what Slack sends is far smaller. */
  body: 1024 * 1024,
  /** Bytes that are read, and let go, before the connection is ended. */
  discard: 16 * 1024 * 1024,
  /** How long a request may take to arrive, ms. */
  headersMs: 10_000,
  requestMs: 20_000,
  /** How far a signed moment may be from ours, in either direction, s. */
  skew: 300,
} as const
