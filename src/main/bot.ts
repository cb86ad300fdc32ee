import { createApp } from '../app/app.ts'
import type { Flow } from '../chat/flow.ts'
import { createDeliver } from '../deliver/deliver.ts'
import type { Adapters } from '../deliver/destination.ts'
import { createHomeRefresh } from '../deliver/home-refresh.ts'
import { createPace } from '../deliver/pace.ts'
import { createWatch } from '../deliver/watch.ts'
import type { Instant } from '../domain/calendar/calendar.ts'
import type { Log } from '../process/log.ts'
import type { Queue } from '../queue/queue.ts'
import type { Change } from '../store/change.ts'
import type { createHighWater } from '../store/high-water.ts'
import type { Due, Store } from '../store/store.ts'
import type { KindsOfWork } from '../work/kind.ts'
import { createOrder } from '../work/order.ts'
import { createSweep } from '../work/sweep.ts'
import { createWake } from '../work/wake.ts'
import { createBeats } from './beats.ts'
import { stoppedMs } from './health.ts'

/** Which half of the work this process does. `chat` hears people, `worker` wakes items and sends; `all` does both. */
export type Role = 'all' | 'chat' | 'worker'

const sweepMs = 30_000
const recoverMs = 5_000
const retryMs = 1_000
const watchMs = 10_000
const beatMs = 5_000

const wakesOf = (changes: readonly Change[]): readonly Due[] =>
  changes.flatMap(({ item, expected, events, nextDue }) =>
    nextDue === undefined ? [] : [{ item, seq: expected + events.length, nextDue }],
  )

/**
 * The bot between its store, its alarm clock and its chats: nothing of it is kept in the process, so any number of
 * replicas do the same work together. Time and randomness are handed in.
 */
export const createBot = ({
  store,
  kinds,
  queue,
  adapters,
  flows,
  now,
  reference,
  log,
  role = 'all',
  actsPerMinute = 60,
  highWater,
}: {
  readonly store: Store
  readonly kinds: KindsOfWork
  readonly queue: Queue
  readonly adapters: Adapters
  readonly flows: readonly Flow[]
  readonly now: () => Instant
  readonly reference: () => string
  readonly log: Log
  readonly role?: Role
  /** How much of one account is worked on in a minute. */
  readonly actsPerMinute?: number
  /** What remembers outside the database how far it has come. */
  readonly highWater?: Pick<ReturnType<typeof createHighWater>, 'committed' | 'remember'>
}) => {
  const works = role !== 'chat'
  const hears = role !== 'worker'

  const committed = (changes: readonly Change[]): void => {
    const wakes = wakesOf(changes)
    // Best effort: what is not armed now, the sweep arms or fires itself.
    if (wakes.length > 0) queue.arm(wakes).catch((error) => log.debug('not armed; the sweep will', { error }))
    homes.committed(changes)
    highWater?.committed(changes)
  }

  const order = createOrder({ store, kinds, now, committed })
  const beat = createBeats(store.pulse, now, log)
  const wake = createWake({ store, kinds, now, log, committed })
  const sweep = createSweep({ store, kinds, queue, wake, now, log })
  const pace = createPace(now)
  const deliver = createDeliver({ store, kinds, adapters, order, now, log, pace }, () => beat('sending'))
  const watch = createWatch({ store, adapters, now, log }, stoppedMs)
  const homes = createHomeRefresh({ store, kinds, adapters, flows, now, log, pace })
  const talk = createApp({ store, kinds, order, flows, now, log, reference, actsPerMinute })
  const receive: typeof talk.receive = async (...heard) => {
    const reply = await talk.receive(...heard)
    homes.heard(heard[0])
    return reply
  }
  const app = { ...talk, receive }

  const timers: NodeJS.Timeout[] = []
  const every = (ms: number, what: string, work: () => unknown): void => {
    let busy = false
    const turn = async (): Promise<void> => {
      if (busy) return
      busy = true
      try {
        await work()
      } catch (error) {
        log.warn(`${what} failed; it comes again`, { error })
      }
      busy = false
    }
    timers.push(setInterval(turn, ms))
  }

  /** Whoever lives, and finds nothing left that two sweeps should have woken, wakes. */
  const looked = async (): Promise<void> => {
    if ((await store.due.overdue(now() - 2 * sweepMs, 1)).length === 0) beat('waking')
  }

  const rearm = async (): Promise<void> => {
    try {
      const armed = await sweep.everything()
      log.debug('wake-ups armed', { armed })
    } catch (error) {
      // What a process that ends left unarmed, the next one arms when it starts.
      if (!stopping) log.warn('wake-ups could not all be armed; the sweep fires what is due', { error })
    }
  }

  let ignoreCommits = () => {}
  let stopping = false

  return {
    order,
    app,
    sweep,
    deliver,
    homes,
    /** Begins to hear people and to wake items. The adapters start last, when everything behind them works. */
    start: async (): Promise<readonly { readonly platform: string; readonly address?: string }[]> => {
      if (works) {
        ignoreCommits = store.onCommit((topic) => {
          if (topic === 'outbox') deliver.kick()
        })
        await queue.start(wake)
        queue.onReturn(() => void rearm())
        void rearm()
        void looked().catch(() => {})
        deliver.kick()
        every(retryMs, 'sending', deliver.kick)
        every(sweepMs, 'the sweep', sweep.soon)
        every(beatMs, 'the heartbeat', looked)
      }
      if (highWater) every(beatMs, 'remembering how far the database has come', highWater.remember)
      every(retryMs, 'drawing pages', homes.kick)
      if (!hears) return []
      every(recoverMs, 'taking up messages', app.recover)
      every(watchMs, 'looking after those who work', watch)
      // A process that lives shorter than that must not leave them lying either.
      app.recover().catch((error) => {
        if (!stopping) log.warn('taking up messages failed; it comes again', { error })
      })
      return Promise.all(
        Object.values(adapters).map(async (adapter) => ({
          platform: adapter.platform,
          ...(await adapter.start(app.receive)),
        })),
      )
    },
    /** Stops hearing, then lets the work in hand end: what is not done is done by another process or the next start. */
    stop: async (): Promise<void> => {
      stopping = true
      for (const timer of timers) clearInterval(timer)
      ignoreCommits()
      if (hears) await Promise.all(Object.values(adapters).map((adapter) => adapter.stop()))
      await app.drain()
      await highWater?.remember().catch(() => {})
      await queue.stop()
      await deliver.stop()
      await homes.stop()
    },
  }
}
