import type { Fields } from '../../fake/fields.ts'

/** What came of one attempt to hand an activity to the bot. */
export type Attempt = {
  /** Absent where no answer came. */
  readonly status?: number
  /** What the bot answered, parsed where it is JSON. */
  readonly body?: unknown
  /** Real ms until the answer came, or was given up. */
  readonly afterMs: number
  /** Why no answer came. */
  readonly failed?: string
}

/** An activity and all attempts to hand it over so far. `status` and `body` are the last one's. */
export type Delivery = {
  readonly id: number
  readonly activity: Fields
  readonly attempts: readonly Attempt[]
  readonly status?: number
  readonly body?: unknown
}
