import type { Receiver } from '@slack/bolt'

/** A way in which Slack reaches us. */
export type Transport = {
  /** Bolt's receivers, which what arrives goes through. */
  readonly receivers: readonly Pick<Receiver, 'init'>[]
  /** Resolves when something can arrive; says where where that is an address. Rejects with a sentence that says what to do. */
  readonly open: () => Promise<{ readonly address?: string }>
  /** Takes nothing new; what is being answered may end within `ms`. */
  readonly close: (ms: number) => Promise<void>
}
