import { createRarely } from '../chat/rarely.ts'
import type { Instant } from '../domain/calendar/calendar.ts'
import type { Log } from '../process/log.ts'
import type { Change, Notice } from '../store/change.ts'
import { isOfOne } from '../store/database-error.ts'
import { createGather } from '../store/gather.ts'
import type { InWorld, Store } from '../store/store.ts'
import { changesOf, createDecide, type Drafts } from './decide.ts'
import { type KindsOfWork, kindNamed } from './kind.ts'
import { leftUndone } from './left-undone.ts'

/** Wakes that come together are decided and committed together, up to this many in one transaction. */
const batchSize = 100
/** While the database commits one batch, a full one is decided. */
const batchesAtOnce = 2
/** What reaches into other items is decided anew when one of them moved meanwhile; after that the sweep comes by. */
const tries = 5

/** What comes of an item's moment, and who is told what could not be done of it. */
type Woken = { readonly changes: readonly Change[]; readonly extra: readonly Notice[] }

/**
 * An item's moment has come: load it, ask it what is due, commit what that decides. What was committed is no longer due,
 * so a wake-up that comes twice, late, by a frozen worker or for an old seq finds nothing or loses the race: both change
 * nothing (I5). Wakes of the same instant share one round trip; one that brings something about in other items has its own,
 * whole or not at all. An item of a kind that this process does not know is left to one that knows it.
 */
export const createWake = ({
  store,
  kinds,
  now,
  log,
  committed,
}: {
  readonly store: Store
  readonly kinds: KindsOfWork
  readonly now: () => Instant
  readonly log: Log
  readonly committed: (changes: readonly Change[]) => void
}) => {
  const decide = createDecide({ store, kinds })
  // The sweep asks every half minute.
  const rarely = createRarely(now)

  /**
   * All that is due of one item, and what follows from it elsewhere. No other item can keep an alarm from going off by refusing
   * what would follow: then it goes off without.
   */
  const dueChanges = async (loaded: InWorld, at: Instant): Promise<Woken> => {
    const { id: item, kind, state, world } = loaded
    let drafts: Drafts = new Map()
    const extra: Notice[] = []
    for (const { at: dueAt, by, ...wish } of kindNamed(kinds, kind)?.due(state, at, world) ?? []) {
      const due = [[{ item, wish }], { at: dueAt, by }] as const
      const given = { before: drafts, found: [loaded] }
      const whole = await decide(...due, given)
      const decided = whole.ok ? whole : await decide(...due, { ...given, alone: true })
      if (decided.ok) drafts = decided.drafts
      if (whole.ok) continue
      extra.push(...leftUndone(kinds, loaded, { what: decided.ok ? 'effects' : 'due', refused: whole }, at))
      if (rarely(`refused ${item}`) !== undefined)
        log.error(decided.ok ? 'what follows from a due command was refused' : 'a due command was refused', {
          item,
          no: whole.no,
        })
    }
    return { changes: changesOf(drafts, at), extra }
  }

  /** One item cannot hold up the others' alarms by being impossible to decide. */
  const decided = (loaded: InWorld, at: Instant): Promise<Woken> =>
    dueChanges(loaded, at).catch((error) => {
      if (rarely(`fault ${loaded.id}`) !== undefined)
        log.error('an item could not be woken', { item: loaded.id, error })
      return { changes: [], extra: leftUndone(kinds, loaded, { what: 'fault' }, at) }
    })

  const wakeApart = async (item: string): Promise<void> => {
    for (let attempt = 0; attempt < tries; attempt += 1) {
      const [loaded] = await store.loadInWorld([item])
      if (loaded === undefined) return
      const { changes, extra } = await decided(loaded, now())
      if (changes.length === 0) return
      const { won } = await store.commit(changes, { together: true, extra })
      if (won.size === changes.length) return committed(changes)
    }
  }

  const wakeBatch = async (items: readonly string[]): Promise<void> => {
    // Where many wait for one line, what was due first is told first.
    const loaded = (await store.loadInWorld(items)).toSorted((a, b) => (a.nextDue ?? 0) - (b.nextDue ?? 0))
    const at = now()
    const all = await Promise.all(loaded.map((one) => decided(one, at)))
    const alone = all.flatMap(({ changes }) => (changes.length === 1 ? changes : []))
    const extra = all.flatMap((one) => (one.changes.length > 1 ? [] : one.extra))
    if (alone.length + extra.length > 0) {
      const { won } = await store.commit(alone, { extra })
      committed(alone.filter(({ item }) => won.has(item)))
    }
    for (const [index, { id }] of loaded.entries())
      if ((all[index]?.changes.length ?? 0) > 1) await wakeApart(id)
  }

  return createGather({
    run: async (items: readonly string[]) => {
      try {
        await wakeBatch([...new Set(items)])
        return items.map(() => undefined)
      } catch (error) {
        log.warn('wake-ups failed; they come again, at the latest with the sweep', { error })
        throw error
      }
    },
    most: batchSize,
    atOnce: batchesAtOnce,
    isOfOne,
  })
}

/** Wakes one item; resolves when what was due is committed. See `createWake`. */
export type WakeItem = ReturnType<typeof createWake>
