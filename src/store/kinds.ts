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

/** Replaces the state of every snapshot of another version by the fold of its events up to the snapshot's seq. */
export const withPresentState = async <
  Snapshot extends { id: string; kind: string; seq: number; version: number; state: unknown },
>(
  kinds: Kinds,
  sql: Sql,
  snapshots: readonly Snapshot[],
): Promise<readonly Snapshot[]> => {
  const kindOf = (kind: string) => (Object.hasOwn(kinds, kind) ? kinds[kind] : undefined)
  const outdated = snapshots.filter(({ kind, version }) => (kindOf(kind)?.version ?? version) !== version)
  if (outdated.length === 0) return snapshots
  const events = await sql<EventRow>(
    `select ${recordedColumns} from events e where e.item = any($1) order by e.item, e.seq`,
    [outdated.map(({ id }) => id)],
  )
  return snapshots.map((snapshot) => {
    const kind = kindOf(snapshot.kind)
    if (!kind || kind.version === snapshot.version) return snapshot
    const own = events.filter(({ item, seq }) => item === snapshot.id && seq <= snapshot.seq)
    const state = own.reduce<unknown>((before, row) => kind.evolve(before, eventOf(row)), undefined)
    return { ...snapshot, version: kind.version, state }
  })
}
