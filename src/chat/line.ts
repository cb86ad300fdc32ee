import type { Instant } from '../domain/calendar/calendar.ts'
import type { Query, Row } from '../domain/item/reading.ts'
import type { Button, Tag } from './card.ts'

/** An item as a row of a list, in the words of whoever reads it there. */
export type Line = {
  readonly title: string
  readonly status: string
  readonly tag?: Tag
  readonly owner: string
  /** When the next promise runs out, or ran out. */
  readonly due: string
  /** Who must act next, in a sentence without its full stop; absent once it has ended. */
  readonly next?: string
  /** What this very person is asked for, and the button that does it or leads there. */
  readonly toDo?: { readonly text: string; readonly button: Button }
  /** Who has yet to acknowledge something of it: for the supplier's eyes. */
  readonly owing?: string
  /** It ended well, then. */
  readonly closedAt?: Instant
  /** The next sensible act of the reader; what else there is to do stands where it is opened. */
  readonly act: Button
}

/** A row of a list as a flow gets it. */
export type ListedRow = Omit<Row, 'state'> & { readonly line: Line }

/** The parts of a person's own page. */
export type HomePart = 'waiting' | 'mine' | 'open' | 'unclaimed' | 'risk'

/** A list that is read for a person's own page, and the part it belongs to. */
export type HomeList = readonly [part: HomePart, query: Query]
