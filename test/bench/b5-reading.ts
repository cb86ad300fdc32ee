import pg from 'pg'
import { createStore } from '../../src/store/create-store.ts'
import { createPool } from '../../src/store/pool.ts'
import type { ScopedStore } from '../../src/store/store.ts'
import { applyEntries } from '../../src/work/apply-entries.ts'
import { kinds } from '../../src/work/kinds.ts'
import { createOrder } from '../../src/work/order.ts'
import { layTickets, readers } from './b5-load.ts'
import { type BenchRow, benchRow, median } from './row.ts'
import { startStage } from './stage.ts'
import { organisation, ticketDue } from './tickets.ts'

const sizes = [10_000, 100_000, 1_000_000]
const rounds = 5
const reads = 60

const columns =
  'id, kind, seq, version, state, supplier, customer, open, status, priority, assignee, reporter, due_at, waiting_for'
const openOf = (side: string): string =>
  `select ${columns} from items where ${side} = $1 and open and kind = 'ticket' order by due_at, id limit 50`
const log = `
select e.seq, e.at, e.by, e.type, e.body, encode(e.salt, 'hex'), encode(e.body_hash, 'hex'), encode(e.hash, 'hex')
from items i join events e on e.item = i.id where i.supplier = $1 and i.id = $2 order by e.seq`

/** The one ticket whose log is read. */
const known = 'HX-90000000'

type Reading = {
  readonly id: string
  readonly what: string
  readonly ours: () => Promise<number>
  readonly raw: () => Promise<number>
}

/** The middle of many readings, ms: one after another, ours and the reference in turn. */
const timed = async ({
  id,
  ours,
  raw,
}: Reading): Promise<{ readonly ours: number; readonly raw: number }> => {
  const times = { ours: [] as number[], raw: [] as number[] }
  for (let n = 0; n < reads; n += 1) {
    const counts: number[] = []
    for (const [side, read] of [['ours', ours] as const, ['raw', raw] as const]) {
      const from = performance.now()
      counts.push(await read())
      times[side].push(performance.now() - from)
    }
    if (counts[0] !== counts[1] || counts[0] === 0)
      throw new Error(`B5: ${id} read ${counts.join(' and ')} rows`)
  }
  return { ours: median(times.ours), raw: median(times.raw) }
}

/** B5: what people read, from the bot's store and by hand-written SQL, while the tickets become a hundred times as many. */
export const run = async (): Promise<readonly BenchRow[]> => {
  const stage = await startStage()
  if (stage === undefined) return []
  const pool = createPool({ url: stage.databaseUrl, max: 4 })
  const own = new pg.Client(stage.databaseUrl)
  try {
    await own.connect()
    const store = await createStore({ pool, kinds })
    const order = createOrder({ store, kinds, now: Date.now, committed: () => {} })
    const applied = await applyEntries({ store, order }, await organisation())
    if (!applied.ok) throw new Error('B5: the organisation was not applied')
    const ticket = ticketDue(known, Date.now() + 24 * 3_600_000, await store.directories.of('yunheng'))
    await store.commit([ticket])

    const by = (name: string, text: string, values: readonly string[]) => async (): Promise<number> =>
      (await own.query({ name, text, values: [...values] })).rows.length
    const listed = (scoped: ScopedStore) => async (): Promise<number> =>
      (await scoped.list({ list: 'open' })).length
    const { supplier, customer } = readers
    const keeper = store.as({ person: 'li', side: 'supplier', org: 'yunheng' })
    const readings: readonly Reading[] = [
      {
        id: 'queue',
        what: 'a supplier’s open tickets by remaining time, the first 50',
        ours: listed(store.as(supplier)),
        raw: by('queue', openOf('supplier'), [supplier.org]),
      },
      {
        id: 'list',
        what: 'a customer’s open tickets, the first 50',
        ours: listed(store.as(customer)),
        raw: by('list', openOf('customer'), [customer.org]),
      },
      {
        id: 'history',
        what: 'the log of one ticket, its chain verified',
        ours: async () => (await keeper.history(known)).log.length,
        raw: by('log', log, ['yunheng', known]),
      },
    ]

    const found = new Map<string, { readonly ours: number; readonly raw: number }[][]>()
    let laid = 0
    for (const size of sizes) {
      await layTickets(pool, { from: laid + 1, to: size }, ticket)
      laid = size
      for (const reading of readings) {
        await timed(reading) // warms both up
        const measured = []
        for (let round = 0; round < rounds; round += 1) measured.push(await timed(reading))
        found.set(reading.id, [...(found.get(reading.id) ?? []), measured])
      }
    }
    await store.close()
    return readings.flatMap(({ id, what }) => {
      const bySize = found.get(id) ?? []
      const middle = bySize.map((all) => median(all.map(({ ours }) => ours)))
      const times = sizes
        .map((size, n) => `${middle[n]?.toFixed(2)} ms of ${size.toLocaleString('en')}`)
        .join(', ')
      const last = bySize.at(-1) ?? []
      return [
        benchRow({
          id: `B5.${id}`,
          what: `${what}, of ${laid.toLocaleString('en')} tickets`,
          reference: 'hand-written SQL for the same rows',
          goal: { atMost: 1.3 },
          rounds: last.map(({ ours, raw }) => ours / raw),
          detail: `${times}; by hand ${median(last.map(({ raw }) => raw)).toFixed(2)} ms`,
        }),
        benchRow({
          id: `B5.${id}.flat`,
          what: `the same of ${laid.toLocaleString('en')} tickets`,
          reference: `the same of ${sizes[0]?.toLocaleString('en')}`,
          goal: { atMost: 2 },
          rounds: last.map(({ ours }) => ours / (middle[0] ?? Number.NaN)),
          detail: times,
        }),
      ]
    })
  } finally {
    await own.end().catch(() => {})
    await pool.end()
    await stage.stop()
  }
}
