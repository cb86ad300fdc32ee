import type { Instant } from '../domain/calendar/calendar.ts'
import type { Actor, World } from '../domain/item/item.ts'
import type { AnyEvent } from '../domain/item/reading.ts'
import type { Result } from '../domain/result.ts'
import { no, yes } from '../domain/result.ts'
import type { Change, Notice } from '../store/change.ts'
import type { Store } from '../store/store.ts'
import { changeOf } from './change-of.ts'
import type { AnyCommand, AnyRefusal } from './kinds.ts'
import { kindFor } from './kinds.ts'

type Unstamped<Command> = Command extends AnyCommand ? Omit<Command, 'at' | 'by'> : never

/** What is wished of one item, without time and person: those are stamped here, never taken from a client. */
export type Wished = { readonly item: string; readonly wish: Unstamped<AnyCommand> }

/** What came of an order: the events by item, empty when everything wished already held. */
export type Done = { readonly changes: readonly Change[]; readonly already: boolean }

/** Many others may press at the same moment; each lost race is decided anew on what the winner left. */
const tries = 20

/**
 * Orders something of one or more items: load, decide, commit once, all together or nothing. Losing the race on an item
 * means deciding again on its new state. With `inbox`, the row that asked for it becomes done in the same transaction, so
 * it takes effect once however often it is tried; `extra` are notices owed with it.
 */
export const createOrder = ({
  store,
  now,
  committed,
}: {
  readonly store: Store
  readonly now: () => Instant
  readonly committed: (changes: readonly Change[]) => void
}) => {
  const decideAll = async (
    wished: readonly Wished[],
    by: Actor,
    world: World,
  ): Promise<Result<readonly Change[], AnyRefusal>> => {
    const at = now()
    const loaded = await store.load([...new Set(wished.map(({ item }) => item))])
    const changes: Change[] = []
    for (const item of new Set(wished.map((one) => one.item))) {
      const found = loaded.find(({ id }) => id === item)
      let state = found?.state
      const events: AnyEvent[] = []
      const own = wished.filter((one) => one.item === item)
      for (const { wish } of own) {
        const command = { ...wish, at, by } as AnyCommand
        const kind = kindFor(command)
        const decision = kind.decide(state, command, world)
        if (!decision.ok) return decision
        for (const event of decision.value) state = kind.evolve(state, event)
        events.push(...decision.value)
        if (own.at(-1)?.wish === wish && events.length > 0)
          changes.push(changeOf(item, kind, found, events, world, at))
      }
    }
    return yes(changes)
  }

  return async (
    wished: readonly Wished[],
    by: Actor,
    options: { readonly inbox?: string; readonly extra?: readonly Notice[] } = {},
  ): Promise<Result<Done, AnyRefusal>> => {
    for (let attempt = 0; attempt < tries; attempt += 1) {
      const { directory } = await store.directory()
      const decided = await decideAll(wished, by, { directory })
      if (!decided.ok) return no(decided.no)
      const changes = decided.value
      if (changes.length === 0 && options.inbox === undefined) return yes({ changes, already: true })
      const { won, inbox } = await store.commit(changes, { together: true, ...options })
      if (inbox === 'already_done') return yes({ changes: [], already: true })
      if (won.size === changes.length) {
        committed(changes)
        return yes({ changes, already: changes.length === 0 })
      }
    }
    throw new Error(`lost the race on ${wished.map(({ item }) => item).join(', ')} ${tries} times`)
  }
}

/** Orders something of items; see `createOrder`. */
export type OrderItems = ReturnType<typeof createOrder>
