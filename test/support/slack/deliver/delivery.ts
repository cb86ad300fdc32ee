import type { Fields } from '../../fake/fields.ts'

/** Why Slack counts an attempt as failed, as it says in `x-slack-retry-reason`. */
export type RetryReason = 'http_timeout' | 'http_error' | 'connection_failed' | 'unknown_error'

/** What came of one attempt to hand something to the app. */
export type Attempt = {
  readonly acked: boolean
  /** Real ms until the answer came, or was given up. */
  readonly afterMs: number
  readonly status?: number
  /** What the app said in its acknowledgement, parsed where it is JSON. */
  readonly response?: unknown
  readonly reason?: RetryReason
  /** `x-slack-no-retry: 1` came with the answer. */
  readonly noRetry?: boolean
}

/** How Slack names what it hands over, by transport. */
export type ParcelKind = 'events_api' | 'interactive' | 'slash_commands'

/** Something for the app: an event, an interaction or a slash command. */
export type Parcel = { readonly kind: ParcelKind; readonly team: string; readonly payload: Fields }

/** A parcel and all attempts to hand it over so far. */
export type Delivery = Parcel & {
  readonly id: string
  readonly attempts: readonly Attempt[]
  /** Whether any attempt was acknowledged in time. */
  readonly acked: boolean
  readonly afterMs: number
  readonly response?: unknown
  /** When Slack would try again by its schedule, on the fake's clock; missing when it will not. */
  readonly retryAt?: number
}

/** Hands a parcel over once. `retry` counts from 0. */
export type Transport = (parcel: Parcel, retry: number, reason: RetryReason | undefined) => Promise<Attempt>
