import type { Instant } from '../domain/calendar/calendar.ts'
import type { World } from '../domain/item/item.ts'
import type { AnyEvent } from '../domain/item/reading.ts'
import type { Log } from '../process/log.ts'
import type { Change } from '../store/change.ts'
import type { Loaded, Store } from '../store/store.ts'
import { changeOf } from './change-of.ts'
import { kindFor, kindOf } from './kinds.ts'

/** Wakes that come together are decided and committed together, up to this many in one transaction. */
const batchSize = 100
/** While the database commits one batch, a full one is decided; fewer wakes wait, so that they share a transaction. */
const batchesAtOnce = 2

/**
 * An item's moment has come: load it, ask it what is due, commit what that decides. What was committed is no longer due,
 * so a wake-up that comes twice, late, by a frozen worker or for an old seq finds nothing or loses the race: both change
 * nothing (I5). Wakes of the same instant share one round trip.
 */
export const createWake = ({
  store,
  now,
  log,
  committed,
}: {
  readonly store: Store
  readonly now: () => Instant
  readonly log: Log
  readonly committed: (changes: readonly Change[]) => void
}) => {
  type Waiting = {
    readonly item: string
    readonly done: () => void
    readonly failed: (error: unknown) => void
  }
  const waiting: Waiting[] = []
  let batches = 0

  const dueChange = (loaded: Loaded, world: World, at: Instant): readonly Change[] => {
    const kind = kindOf(loaded.kind)
    const events: AnyEvent[] = []
    let { state } = loaded
    for (const command of kind.due(loaded.state, at, world)) {
      const decision = kindFor(command).decide(state, command, world)
      if (!decision.ok) log.error('a due command was refused', { item: loaded.id, no: decision.no })
      else
        for (const event of decision.value) {
          state = kind.evolve(state, event)
          events.push(event)
        }
    }
    return events.length === 0 ? [] : [changeOf(loaded.id, kind, loaded, events, world, at)]
  }

  const wakeBatch = async (items: readonly string[]): Promise<void> => {
    const [{ directory }, loaded] = await Promise.all([store.directory(), store.load(items)])
    const at = now()
    const changes: Change[] = []
    for (const one of loaded) {
      try {
        changes.push(...dueChange(one, { directory }, at))
      } catch (error) {
        // One item that cannot be decided must never hold up the others' alarms.
        log.error('an item could not be woken', { item: one.id, error })
      }
    }
    if (changes.length === 0) return
    const { won } = await store.commit(changes)
    committed(changes.filter(({ item }) => won.has(item)))
  }

  const flush = async (): Promise<void> => {
    if (batches === batchesAtOnce || (batches > 0 && waiting.length < batchSize)) return
    batches += 1
    while (waiting.length > 0) {
      const batch = waiting.splice(0, batchSize)
      try {
        await wakeBatch([...new Set(batch.map(({ item }) => item))])
        for (const { done } of batch) done()
      } catch (error) {
        log.warn('wake-ups failed; they come again, at the latest with the sweep', { error })
        for (const { failed } of batch) failed(error)
      }
    }
    batches -= 1
  }

  return (item: string): Promise<void> =>
    new Promise((done, failed) => {
      waiting.push({ item, done, failed })
      // A microtask later, so that all wakes handed over in this turn are in the first batch.
      queueMicrotask(flush)
    })
}

/** Wakes one item; resolves when what was due is committed. See `createWake`. */
export type WakeItem = ReturnType<typeof createWake>
