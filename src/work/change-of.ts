import type { Instant } from '../domain/calendar/calendar.ts'
import type { World } from '../domain/item/item.ts'
import type { AnyEvent } from '../domain/item/reading.ts'
import type { Change, Notice } from '../store/change.ts'
import type { Loaded } from '../store/store.ts'
import type { Kind } from './kind.ts'

/** The snapshot there is was made by this very version, and is not too far behind afterwards. */
const keepsSnapshot = (
  { snapshotEvery, version }: Kind,
  from: Loaded | undefined,
  count: number,
): Pick<Change, 'keepsSnapshot'> => {
  if (snapshotEvery === undefined || from?.version !== version) return {}
  const isNear = Math.floor(from.seq / snapshotEvery) === Math.floor((from.seq + count) / snapshotEvery)
  return isNear ? { keepsSnapshot: true } : {}
}

/** One item's events as the change to commit: the new state, what lists need, the next moment, and whom it tells (pure). */
export const changeOf = (
  item: string,
  kind: Kind,
  from: Loaded | undefined,
  events: readonly AnyEvent[],
  world: World,
  now: Instant,
): Change => {
  const expected = from?.seq ?? 0
  const notices: Notice[] = []
  let state = from?.state
  events.forEach((event, index) => {
    const after = kind.evolve(state, event)
    notices.push(...kind.announce({ event, before: state, after, seq: expected + index + 1 }, world, now))
    state = after
  })
  const nextDue = kind.nextDue(state, world)
  const claims = kind.claims?.(from?.state, state)
  return {
    item,
    kind: kind.kind,
    expected,
    ...(from?.head === undefined ? {} : { expectedHead: from.head }),
    events,
    state,
    ...keepsSnapshot(kind, from, events.length),
    version: kind.version,
    index: kind.index(state, world),
    ...(nextDue === undefined ? {} : { nextDue }),
    notices,
    messages: events.flatMap((event) => kind.links(event)),
    ...(claims === undefined ? {} : { claims }),
  }
}
