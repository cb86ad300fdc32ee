import type { Priority } from '../agreement/matrix.ts'
import type { Work } from '../agreement/work.ts'
import type { Instant } from '../calendar/calendar.ts'
import type { Judgement } from './event.ts'

/** A ticket that was merged into another one, who reported it, and how pressing it was. */
export type Merged = { readonly ticket: string; readonly reporter: string; readonly priority?: Priority }

/**
 * What a ticket brings with it into the one it is merged into: since when its promises count, and the waits they earned; how
 * pressing it is, and why it is the same; what was merged into it before.
 */
export type Carried = {
  /** What sort of work it is; an incident where nothing is said. */
  readonly work?: Work
  readonly acceptedAt: Instant
  readonly pauses: readonly { readonly from: Instant; readonly to: Instant }[]
  readonly impact: Judgement
  readonly urgency: Judgement
  readonly priority: Priority
  readonly basis: 'matrix' | 'override'
  readonly reason: string
  /** Its response was given: the other one's counts from its own start. */
  readonly responded?: boolean
  readonly merged: readonly Merged[]
}
