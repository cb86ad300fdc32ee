import type { Actor } from '../domain/item/item.ts'
import type { AnyEvent, Recorded } from '../domain/item/reading.ts'

/** A row of the log as `recordedColumns` reads it. */
export type EventRow = {
  readonly item: string
  readonly seq: number
  readonly at: number
  readonly by: Actor
  readonly type: string
  readonly body: object
  readonly hash: string
}

export const recordedColumns = `e.item, e.seq, e.at, e.by, e.type, e.body, encode(e.hash, 'hex') as hash`

/** The event as the domain knows it, flat. */
export const eventOf = ({ at, by, type, body }: Omit<EventRow, 'item' | 'seq' | 'hash'>): AnyEvent => ({
  ...body,
  type,
  at,
  by,
})

/** The event with its place in the log. */
export const recordedOf = (row: EventRow): Recorded => ({ seq: row.seq, hash: row.hash, event: eventOf(row) })
