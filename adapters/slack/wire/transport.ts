import type { Receiver } from '@slack/bolt'

/** A way in which Slack reaches us. */
export type Transport = {
  /** Bolt's receivers, which what arrives goes through. */
  readonly receivers: readonly Pick<Receiver, 'init'>[]
  /** Resolves when something can arrive; says where where that is an address. Rejects with a sentence that says what to do. */
  readonly open: () => Promise<{ readonly address?: string }>
  /** Whether something can arrive now, as far as can be seen from here. */
  readonly isOpen: () => boolean
  /** Takes nothing new; what is being answered may end within `ms`. */
  readonly close: (ms: number) => Promise<void>
}

/** Why nothing more is taken in while the process ends. It is no fault: Slack sends it again, and another process takes it. */
export const ending = new Error('this process is ending; another one takes it')
