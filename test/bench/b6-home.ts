import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createLog } from '../../src/process/log.ts'
import { createStore } from '../../src/store/create-store.ts'
import { startEmbeddedPostgres } from '../../src/store/embedded.ts'
import type { Store } from '../../src/store/store.ts'
import { applyEntries } from '../../src/work/apply-entries.ts'
import { kinds } from '../../src/work/kinds.ts'
import { createOrder } from '../../src/work/order.ts'
import { commitAll, organisation, ticketDue } from './tickets.ts'

const day = 24 * 3_600_000

/** A data directory as `npm start` keeps it, to be filled while no bot holds it. */
export type Home = {
  readonly dataDir: string
  /** Adds open tickets that come due on later days; returns the size of their states as JSON, in bytes. */
  readonly fill: (count: number) => Promise<number>
  readonly remove: () => Promise<void>
}

/** Makes a data directory with an organisation and without work. */
export const makeHome = async (): Promise<Home> => {
  const log = createLog({ level: 'error' })
  const dataDir = await mkdtemp(join(tmpdir(), 'accord-bench-'))
  const places = new Set([dataDir])
  const withStore = async <Value>(work: (store: Store) => Promise<Value>): Promise<Value> => {
    const postgres = await startEmbeddedPostgres({ dataDir, log })
    places.add(postgres.home)
    try {
      const store = await createStore({ url: postgres.url, kinds })
      return await work(store).finally(store.close)
    } finally {
      await postgres.stop()
    }
  }
  await withStore(async (store) => {
    const order = createOrder({ store, kinds, now: Date.now, committed: () => {} })
    const applied = await applyEntries({ store, order }, await organisation())
    if (!applied.ok) throw new Error(applied.no.code)
  })
  return {
    dataDir,
    fill: (count) =>
      withStore(async (store) => {
        const world = await store.directories.of('yunheng')
        const first = Date.now() + day
        let bytes = 0
        await commitAll(store.commit, count, (n) => {
          const change = ticketDue(`HX-${n + 1}`, first + n * 800, world)
          bytes += JSON.stringify(change.state).length
          return change
        })
        return bytes
      }),
    remove: async () => {
      for (const place of places) await rm(place, { recursive: true, force: true })
    },
  }
}
