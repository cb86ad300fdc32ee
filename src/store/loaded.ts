import type { Loaded } from './store.ts'

/** An item's row as `loadedColumns` reads it. */
export type LoadedRow = {
  readonly id: string
  readonly kind: string
  readonly supplier: string
  readonly seq: number
  readonly head: string
  readonly version: number
  readonly state: unknown
  readonly state_seq: number | null
  readonly next_due_at: number | null
}

export const loadedColumns = `i.id, i.kind, i.supplier, i.seq, '\\x' || encode(i.head, 'hex') as head, i.version, i.state,
  i.state_seq, i.next_due_at`

/** The item as it stands. */
export const loadedOf = ({ next_due_at, state_seq: _, ...item }: LoadedRow): Loaded => ({
  ...item,
  ...(next_due_at === null ? {} : { nextDue: next_due_at }),
})
