import type { AnyEvent } from '../domain/item/reading.ts'
import { type EventRow, eventOf, recordedColumns } from './recorded.ts'
import type { Sql } from './sql.ts'

/** What the store needs of each kind of item to rebuild a snapshot that another version of `evolve` made. */
export type Kinds = {
  readonly [kind: string]: {
    readonly version: number
    /** A method, so that an item's `evolve` over its own events is accepted. */
    evolve(state: unknown, event: AnyEvent): unknown
  }
}

/** Their names: items of any other kind are left to a newer process that knows it. */
export const namesOf = (kinds: Kinds): readonly string[] => Object.keys(kinds)

/** Where a fold begins: after the seq of the snapshot that lies behind, or at nothing when another version made it. */
const beginsAt = (
  { version, state, state_seq }: { version: number; state: unknown; state_seq?: number | null },
  present: number,
): { readonly seq: number; readonly state: unknown } =>
  version === present ? { seq: state_seq ?? 0, state } : { seq: 0, state: undefined }

/**
 * Brings every snapshot up to its item's seq: one that lies behind by what happened since then, one of another version by
 * the fold of all events.
 */
export const withPresentState = async <
  Snapshot extends {
    id: string
    kind: string
    seq: number
    version: number
    state: unknown
    state_seq?: number | null
  },
>(
  kinds: Kinds,
  sql: Sql,
  snapshots: readonly Snapshot[],
): Promise<readonly Snapshot[]> => {
  const kindOf = (kind: string) => (Object.hasOwn(kinds, kind) ? kinds[kind] : undefined)
  const isPresent = ({ kind, version, state_seq }: Snapshot): boolean =>
    (kindOf(kind)?.version ?? version) === version && (state_seq ?? null) === null
  const outdated = snapshots.filter((snapshot) => !isPresent(snapshot))
  if (outdated.length === 0) return snapshots
  const begins = outdated.map(
    (snapshot) => beginsAt(snapshot, kindOf(snapshot.kind)?.version ?? snapshot.version).seq,
  )
  const events = await sql<EventRow>(
    `select ${recordedColumns} from events e join unnest($1::text[], $2::integer[]) o(item, seq)
     on e.item = o.item and e.seq > o.seq order by e.item, e.seq`,
    [outdated.map(({ id }) => id), begins],
  )
  return snapshots.map((snapshot) => {
    const kind = kindOf(snapshot.kind)
    if (!kind || isPresent(snapshot)) return snapshot
    const from = beginsAt(snapshot, kind.version)
    const state = events
      .filter(({ item, seq }) => item === snapshot.id && seq > from.seq && seq <= snapshot.seq)
      .reduce<unknown>((before, row) => kind.evolve(before, eventOf(row)), from.state)
    return { ...snapshot, version: kind.version, state }
  })
}
