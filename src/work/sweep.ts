import type { Instant } from '../domain/calendar/calendar.ts'
import { emptyDirectory } from '../domain/people/evolve-directory.ts'
import type { Log } from '../process/log.ts'
import type { Queue } from '../queue/queue.ts'
import type { Store } from '../store/store.ts'
import { type KindsOfWork, kindNamed } from './kind.ts'
import type { WakeItem } from './wake.ts'

const pageSize = 2000
/** What comes due before the sweep after next is armed by each sweep, so a wake-up deleted by hand is never missed. */
const horizonMs = 90_000

/**
 * The safety net under the alarm clock: fires what is overdue straight through the same path, also while Redis is away,
 * arms what the queue may have lost, and repairs an open item that has no next moment (I6). What waits for no moment is
 * looked at once for each of its steps, and once more by each process that starts: its version may know one.
 */
export const createSweep = ({
  store,
  kinds,
  queue,
  wake,
  now,
  log,
}: {
  readonly store: Store
  readonly kinds: KindsOfWork
  readonly queue: Pick<Queue, 'arm'>
  readonly wake: WakeItem
  readonly now: () => Instant
  readonly log: Log
}) => {
  const fireOverdue = async (): Promise<void> => {
    let previous = ''
    for (;;) {
      const overdue = await store.due.overdue(now(), 500)
      const these = overdue.map(({ item, seq }) => `${item}.${seq}`).join()
      // The same page again means that nothing of it could be decided: leave it to the next sweep, it is in the log.
      if (overdue.length === 0 || these === previous) return
      previous = these
      await Promise.all(overdue.map(({ item }) => wake(item)))
    }
  }

  const repair = async (): Promise<void> => {
    const missing = await store.due.missing(500)
    const directories = await store.directories.some(missing.map(({ supplier }) => supplier))
    for (const { id, seq, kind, state, supplier } of missing) {
      const directory = directories.get(supplier) ?? emptyDirectory
      const next = kindNamed(kinds, kind)?.nextDue(state, { directory })
      if (next === undefined) await store.due.undated(id, seq)
      else {
        log.warn('an open item had no next moment; it has one again', { item: id, next })
        await store.due.repair(id, seq, next)
      }
    }
  }

  const arm = async (until: Instant): Promise<number> => {
    let after: { nextDue: Instant; item: string } | undefined
    let armed = 0
    for (;;) {
      const page = (await store.due.all(after, pageSize)).filter(({ nextDue }) => nextDue <= until)
      if (page.length > 0) await queue.arm(page)
      armed += page.length
      if (page.length < pageSize) return armed
      after = page.at(-1)
    }
  }

  return {
    /** Every half minute: what is overdue, what has no moment, what comes due soon. */
    soon: async (): Promise<void> => {
      await repair()
      await fireOverdue()
      await arm(now() + horizonMs).catch((error) =>
        log.warn('timers are away; the sweep fires what is due', { error }),
      )
    },
    /** At boot and when the queue came back: everything, soonest first. Returns how many were armed. */
    everything: async (): Promise<number> => {
      await store.due.lookAgain()
      await repair()
      await fireOverdue()
      return arm(Number.MAX_SAFE_INTEGER)
    },
  }
}
