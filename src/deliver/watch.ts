import { randomUUID } from 'node:crypto'
import type { Instant } from '../domain/calendar/calendar.ts'
import { caretakers } from '../domain/people/caretakers.ts'
import type { Directory, Person } from '../domain/people/directory.ts'
import { languageOf, zoneOf } from '../domain/people/find.ts'
import type { Log } from '../process/log.ts'
import type { Turned } from '../store/pulse.ts'
import type { Store } from '../store/store.ts'
import { stoppedCard, type Turn } from '../view/stopped-card.ts'
import type { Adapters } from './destination.ts'

/**
 * Looks whether somebody still wakes what is due and sends what is owed, and tells the suppliers' administrators when nobody
 * does, and when somebody does again (R7). It posts by itself: the outbox is what nobody empties. Once for all processes.
 */
export const createWatch = (
  {
    store,
    adapters,
    now,
    log,
  }: {
    readonly store: Pick<Store, 'directories' | 'pulse'>
    readonly adapters: Adapters
    readonly now: () => Instant
    readonly log: Log
  },
  stoppedMs: number,
) => {
  const post = async (directory: Directory, person: Person, turn: Turn): Promise<boolean> => {
    const face = { language: languageOf(directory, person), zone: zoneOf(directory, person) }
    const drawn = { key: `watch.${randomUUID()}`, card: stoppedCard(turn, { ...face, now: now() }), ...face }
    for (const account of person.accounts) {
      const adapter = adapters[account.platform]
      const posted = adapter && (await adapter.post(await adapter.direct(account), drawn))
      if (posted?.outcome === 'sent') return true
    }
    return false
  }

  const tell = async (turn: Turn['turn'], turned: readonly Turned[]): Promise<void> => {
    if (turned.length === 0) return
    const parts = turned.map(({ part }) => part)
    const since = Math.min(...turned.map((one) => one.since))
    if (turn === 'stopped')
      log.error('nobody wakes what is due or sends what is owed: no ROLE=worker is alive', { parts })
    else log.info('what is due is woken and what is owed is sent again', { parts })
    let isTold = false
    for (const { supplier } of await store.directories.tenants()) {
      const { directory } = await store.directories.of(supplier)
      const told = await Promise.all(
        caretakers(directory).map((person) =>
          post(directory, person, { turn, parts, since }).catch((error) => {
            log.warn('an administrator could not be told', { person: person.id, error })
            return false
          }),
        ),
      )
      isTold ||= told.includes(true)
    }
    if (!isTold) log.error('no administrator could be told of it')
  }

  return async (): Promise<void> => {
    await tell('stopped', await store.pulse.stopped(stoppedMs))
    await tell('returned', await store.pulse.returned(stoppedMs / 2))
  }
}
