import type { Instant } from '../domain/calendar/calendar.ts'
import type { Actor, World } from '../domain/item/item.ts'
import type { AnyWish } from '../domain/item/kinds.ts'
import type { Change, Notice } from '../store/change.ts'
import type { Store } from '../store/store.ts'
import { changesOf, createDecide, type Drafts, type Numbers, type Refused } from './decide.ts'
import { departures } from './departures.ts'
import { type KindsOfWork, kindNamed } from './kind.ts'

/** What is wished of one item, without time and person: those are stamped here, never taken from a client. */
export type Wish = { readonly item: string; readonly wish: AnyWish }

/** What came of an order: the events by item, empty when everything wished already held. */
export type Done = { readonly changes: readonly Change[]; readonly already: boolean }

/** Many others may press at the same moment; each lost race is decided anew on what the winner left. */
const tries = 20

/**
 * Orders something of one or more items: load, decide, commit once, all together or nothing, with what it brings about in
 * other items. Losing the race on an item means deciding again on its new state. With `inbox`, the row that asked for it
 * becomes done in the same transaction, so it takes effect once however often it is tried; `extra` are notices owed with it.
 */
export const createOrder = ({
  store,
  kinds,
  now,
  committed,
}: {
  readonly store: Store
  readonly kinds: KindsOfWork
  readonly now: () => Instant
  readonly committed: (changes: readonly Change[]) => void
}) => {
  const decide = createDecide({ store, kinds })

  /** What somebody owned who leaves by it is seen to in the same commit, as the world is from then on. */
  const seenTo = async (
    drafts: Drafts,
    world: World,
    at: Instant,
    numbers: Numbers,
  ): Promise<{ readonly ok: true; readonly drafts: Drafts; readonly world: World } | Refused> => {
    const left = departures(drafts, world)
    if (left === undefined) return { ok: true, drafts, world }
    const found = await store.load(await store.due.ownedBy(left.people))
    const wished = found.flatMap(({ id, kind, state }) =>
      (kindNamed(kinds, kind)?.due(state, at, left.world) ?? []).map(({ at: _, by: __, ...wish }) => ({
        item: id,
        wish,
      })),
    )
    const bot = { at, by: { kind: 'bot' } } as const
    const decided = await decide(wished, bot, left.world, { before: drafts, found, numbers })
    return decided.ok ? { ...decided, world: left.world } : decided
  }

  return async (
    wished: readonly Wish[],
    by: Actor,
    options: { readonly inbox?: string; readonly extra?: readonly Notice[] } = {},
  ): Promise<{ readonly ok: true; readonly value: Done } | Refused> => {
    const numbers: Numbers = new Map()
    for (let attempt = 0; attempt < tries; attempt += 1) {
      const world = await store.directory()
      const at = now()
      const decided = await decide(wished, { at, by }, world, { numbers })
      if (!decided.ok) return decided
      const left = await seenTo(decided.drafts, world, at, numbers)
      if (!left.ok) return left
      const changes = changesOf(left.drafts, left.world, at)
      if (changes.length === 0 && options.inbox === undefined)
        return { ok: true, value: { changes, already: true } }
      const { won, inbox } = await store.commit(changes, { together: true, ...options })
      if (inbox === 'already_done') return { ok: true, value: { changes: [], already: true } }
      if (won.size === changes.length) {
        committed(changes)
        return { ok: true, value: { changes, already: changes.length === 0 } }
      }
    }
    throw new Error(`lost the race on ${wished.map(({ item }) => item).join(', ')} ${tries} times`)
  }
}

/** Orders something of items; see `createOrder`. */
export type OrderItems = ReturnType<typeof createOrder>
