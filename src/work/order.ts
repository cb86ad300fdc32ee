import type { Instant } from '../domain/calendar/calendar.ts'
import type { Actor } from '../domain/item/item.ts'
import type { AnyWish } from '../domain/item/kinds.ts'
import { refusalOfHeld } from '../domain/people/claims.ts'
import type { Change, Notice } from '../store/change.ts'
import type { Store } from '../store/store.ts'
import { changesOf, createDecide, type Drafts, type Numbers, type Refused } from './decide.ts'
import { departures } from './departures.ts'
import { type KindsOfWork, kindNamed } from './kind.ts'

/**
 * What is wished of one item, without time and person: those are stamped here, never taken from a client. `supplier`: whose
 * a new item shall be, and in whose directory it is decided; one that there is has its own. A wish that begins an item (it
 * has an `id`) and names no supplier is a fault of the caller's, and thrown.
 */
export type Wish = { readonly item: string; readonly wish: AnyWish; readonly supplier?: string }

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

  /** What somebody had who leaves by it is seen to in the same commit, as the world is from then on. */
  const seenTo = async (
    drafts: Drafts,
    at: Instant,
    numbers: Numbers,
  ): Promise<{ readonly ok: true; readonly drafts: Drafts } | Refused> => {
    const left = departures(drafts)
    if (left.length === 0) return { ok: true, drafts }
    const worlds = new Map(left.map(({ world }) => [world.directory.supplier, world]))
    const gone = left.flatMap(({ people }) => people)
    const suppliersOf = (some: typeof left) => some.map(({ world }) => world.directory.supplier)
    const held = await store.loadInWorld(
      await store.due.heldBy(gone, {
        unowned: suppliersOf(left.filter(({ ofSupplier }) => ofSupplier)),
        asking: suppliersOf(left.filter(({ ofCustomer }) => ofCustomer)),
      }),
    )
    // An id of theirs may be somebody else's at another supplier.
    const found = held.flatMap((one) => {
      const world = worlds.get(one.supplier)
      return world === undefined ? [] : [{ ...one, world }]
    })
    const wished = found.flatMap(({ id, kind, state, world }) =>
      (kindNamed(kinds, kind)?.due(state, at, world) ?? []).map(({ at: _, by: __, ...wish }) => ({
        item: id,
        wish,
      })),
    )
    const bot = { at, by: { kind: 'bot' } } as const
    return decide(wished, bot, { before: drafts, found, numbers, worlds })
  }

  return async (
    wished: readonly Wish[],
    by: Actor,
    options: { readonly inbox?: string; readonly extra?: readonly Notice[] } = {},
  ): Promise<{ readonly ok: true; readonly value: Done } | Refused> => {
    const numbers: Numbers = new Map()
    for (let attempt = 0; attempt < tries; attempt += 1) {
      const found = await store.loadInWorld([...new Set(wished.map(({ item }) => item))])
      // Only now: whatever happened to them before they were read happened no later than this does.
      const at = now()
      const decided = await decide(wished, { at, by }, { found, numbers })
      if (!decided.ok) return decided
      const left = await seenTo(decided.drafts, at, numbers)
      if (!left.ok) return left
      const changes = changesOf(left.drafts, at)
      if (changes.length === 0 && options.inbox === undefined)
        return { ok: true, value: { changes, already: true } }
      const { won, inbox, held } = await store.commit(changes, { together: true, ...options })
      if (held !== undefined)
        return {
          ok: false,
          no: refusalOfHeld(
            wished.map(({ wish }) => wish.do),
            held,
          ),
          of: 'directory',
        }
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
