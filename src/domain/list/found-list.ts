import type { Cursor } from './list-query.ts'

/** A page of a list, where the pages beside it begin, and how many there are in all. */
export type FoundList<Row> = {
  readonly rows: readonly Row[]
  readonly count: number
  /** There are more than were counted. */
  readonly isMore: boolean
  readonly before?: Cursor
  readonly after?: Cursor
}
