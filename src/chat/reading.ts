import type { Instant } from '../domain/calendar/calendar.ts'
import type { Directory, Person } from '../domain/people/directory.ts'
import type { Language, Side } from '../domain/people/sides.ts'

/** Who reads a view, where and when: their language and zone, and the side that can see it. */
export type Reading = {
  readonly language: Language
  readonly zone: string
  readonly now: Instant
  readonly directory: Directory
  readonly audience: Side
  /** The one person who can read it, in private; absent where several can. */
  readonly alone?: Person | undefined
}
