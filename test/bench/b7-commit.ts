import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { createLog } from '../../src/process/log.ts'
import { createStore } from '../../src/store/create-store.ts'
import { startEmbeddedPostgres } from '../../src/store/embedded.ts'
import { rootHome } from '../../src/store/embedded-home.ts'
import { createPool } from '../../src/store/pool.ts'
import type { Store } from '../../src/store/store.ts'
import { none, rawCommit, rawRows } from './b7-raw.ts'
import { step } from './b7-rows.ts'
import { type BenchRow, benchRow, median } from './row.ts'

const commits = 1_000

/** Commands per second when `lanes` of them are under way at a time; `work` gets the number of each. */
const rate = async (lanes: number, work: (n: number) => Promise<void>): Promise<number> => {
  let next = 0
  const started = performance.now()
  await Promise.all(
    Array.from({ length: lanes }, async () => {
      while (next < commits) await work(next++)
    }),
  )
  return (commits * 1_000) / (performance.now() - started)
}

/** Two sets of items at seq 1, so that either side writes the same rows to items of its own. */
const prepare = async (store: Store, lanes: number): Promise<void> => {
  for (const set of ['ours', 'raw'])
    for (let from = 0; from < commits; from += 200)
      await store.commit(Array.from({ length: 200 }, (_, n) => step(`${set}${lanes}-${from + n}`, 0)))
}

const measure = async (url: string, lanes: number): Promise<BenchRow> => {
  const pool = createPool({ url, max: lanes + 1 })
  const store = await createStore({ pool, kinds: {} })
  await prepare(store, lanes)
  const [ours, raw]: [number[], number[]] = [[], []]
  for (let round = 0; round < 6; round += 1) {
    const ids = Array.from({ length: commits }, (_, n) => n)
    const own = await store.load(ids.map((n) => `ours${lanes}-${n}`))
    const changes = own.map(({ id, seq, head }) => step(id, seq, head))
    const loaded = await store.load(ids.map((n) => `raw${lanes}-${n}`))
    const rows = loaded.map(({ id, seq, head }) => rawRows(step(id, seq, head)))
    const sides = [
      async () => {
        raw.push(await rate(lanes, async (n) => rawCommit(pool, rows[n] ?? none)))
      },
      async () => {
        ours.push(await rate(lanes, async (n) => void (await store.commit(changes.slice(n, n + 1)))))
      },
    ]
    // Which side goes first takes turns: neither has the quieter machine for itself.
    for (const side of round % 2 ? sides : sides.toReversed()) await side()
  }
  await store.close()
  await pool.end()
  const rounds = ours.map((rate, round) => rate / (raw[round] ?? Number.NaN))
  return benchRow({
    id: `B7.${lanes}`,
    what: `commit of one command (2 events, state, 2 notices, a message), ${lanes} at a time`,
    reference: 'the same rows, already made and hashed, by raw pg: BEGIN, UPDATE, 5 INSERT, COMMIT',
    goal: { atLeast: 0.7 },
    // The first round warms plans and caches.
    rounds: rounds.slice(1),
    detail: `${Math.round(median(ours))} commits/s against ${Math.round(median(raw))}`,
  })
}

/** B7 on a private PostgreSQL with fsync on, removed afterwards. */
export const run = async (): Promise<BenchRow[]> => {
  const dataDir = await mkdtemp(join(tmpdir(), 'accord-bench-'))
  const asRoot = process.getuid?.() === 0
  const home = asRoot ? join(rootHome, basename(dataDir)) : dataDir
  const postgres = await startEmbeddedPostgres({ dataDir, home, log: createLog({ level: 'warn' }) })
  try {
    const rows: BenchRow[] = []
    for (const lanes of [1, 8]) rows.push(await measure(postgres.url, lanes))
    return rows
  } finally {
    await postgres.stop()
    for (const place of [dataDir, home]) await rm(place, { recursive: true, force: true })
  }
}
