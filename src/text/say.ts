import type { Duration, Instant } from '../domain/calendar/calendar.ts'

/** How data becomes words for one reader: names of people, moments in the reader's zone, lengths of time. */
export type Say = {
  readonly name: (person: string) => string
  readonly names: (people: readonly string[]) => string
  /** Any of these people. */
  readonly anyOf: (people: readonly string[]) => string
  /** `14:05`, `tomorrow 09:00`: for what is read now. */
  readonly moment: (at: Instant) => string
  readonly duration: (length: Duration) => string
}
