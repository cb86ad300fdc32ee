import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Queue as Jobs } from 'bullmq'
import { Redis } from 'ioredis'
import { createLog } from '../../src/process/log.ts'
import { createQueue } from '../../src/queue/bullmq.ts'
import { type EmbeddedRedis, findRedisServer, startEmbeddedRedis } from '../../src/queue/embedded.ts'
import type { Queue } from '../../src/queue/queue.ts'
import type { Due } from '../../src/store/store.ts'
import { type BenchRow, benchRow } from './row.ts'

const items = 100_000
const overdue = 100
const page = 2_000
const rounds = 4
const hour = 3_600_000

/** Every open item, soonest first: a few are overdue, the rest comes due over the next day. */
const openItems = (now: number): readonly Due[] =>
  Array.from({ length: items }, (_, n) => ({
    item: `BENCH-${n}`,
    seq: 7,
    nextDue: n < overdue ? now - hour + n : now + hour + n * 800,
  }))

/** The items as the store hands them out, a page at a time. */
async function* pages(all: readonly Due[]): AsyncGenerator<readonly Due[]> {
  for (let from = 0; from < all.length; from += page) yield all.slice(from, from + page)
}

const rebuild = async (queue: Queue, all: readonly Due[]): Promise<void> => {
  for await (const some of pages(all)) await queue.arm(some)
}

/** What BullMQ keeps with each of the queue's jobs. */
const same = {
  removeOnComplete: true,
  removeOnFail: true,
  attempts: 10,
  backoff: { type: 'exponential', delay: 200 },
}

const raw = async (path: string, all: readonly Due[]): Promise<void> => {
  const connection = new Redis(path)
  const jobs = new Jobs('raw', { connection, prefix: '{raw}' })
  for (let from = 0; from < all.length; from += 1_000)
    await jobs.addBulk(
      all.slice(from, from + 1_000).map(({ item, seq, nextDue }) => ({
        name: 'raw',
        data: { item },
        opts: { ...same, jobId: `${item}.r${seq}`, delay: Math.max(0, nextDue - Date.now()) },
      })),
    )
  await jobs.close()
  connection.disconnect()
}

const timed = async (work: () => Promise<unknown>): Promise<number> => {
  const from = performance.now()
  await work()
  return performance.now() - from
}

const empty = async (path: string): Promise<void> => {
  const client = new Redis(path)
  await client.flushall()
  client.disconnect()
}

const arming = async (queue: Queue, path: string): Promise<BenchRow> => {
  const figures: { ours: number; raw: number }[] = []
  for (let round = 0; round < rounds; round += 1) {
    const all = openItems(Date.now())
    await empty(path)
    const rawMs = await timed(() => raw(path, all))
    await empty(path)
    figures.push({ raw: rawMs, ours: await timed(() => rebuild(queue, all)) })
  }
  const counted = figures.slice(1) // the first round warms up
  const seconds = (side: 'ours' | 'raw') =>
    counted.map((figure) => (figure[side] / 1_000).toFixed(1)).join(', ')
  return benchRow({
    id: 'B4',
    what: '100,000 open items armed again after Redis lost everything, soonest first',
    reference: 'raw addBulk of the same jobs, 1,000 at a time',
    goal: { atMost: 1.5 },
    rounds: counted.map(({ ours, raw: reference }) => ours / reference),
    detail: `${seconds('ours')} s against ${seconds('raw')} s`,
  })
}

const firing = async (queue: Queue, redis: EmbeddedRedis): Promise<BenchRow> => {
  let returned = (): void => {}
  let fired = 0
  let last = (): void => {}
  queue.onReturn(() => returned())
  await queue.start(async () => {
    fired += 1
    if (fired === overdue) last()
  })
  const measured: number[] = []
  for (let round = 0; round < rounds - 1; round += 1) {
    fired = 0
    const back = new Promise<void>((resolve) => {
      returned = resolve
    })
    const allFired = new Promise<void>((resolve) => {
      last = resolve
    })
    await empty(redis.path)
    process.kill(redis.pid() ?? 0, 'SIGKILL')
    await back
    const rebuilt = rebuild(queue, openItems(Date.now()))
    measured.push(await timed(() => allFired))
    await rebuilt
  }
  return benchRow({
    id: 'B4.overdue',
    what: `${overdue} overdue of 100,000 handed over after Redis was killed and came back empty`,
    reference: 'the moment Redis answered again',
    unit: 'ms',
    goal: { atMost: 2_000 },
    rounds: measured,
    detail: `the last of them after ${measured.map((ms) => ms.toFixed(0)).join(', ')} ms`,
  })
}

/** B4 without the store: what arming costs, and how soon the overdue ones fire, on a private Redis removed afterwards. */
export const run = async (): Promise<BenchRow[]> => {
  const server = await findRedisServer()
  if (!server) return []
  const log = createLog({ level: 'error' })
  const dataDir = await mkdtemp(join(tmpdir(), 'accord-bench-'))
  const redis = await startEmbeddedRedis({ server, dataDir, log })
  const queue = await createQueue({ redis }, log)
  try {
    return [await arming(queue, redis.path), await firing(queue, redis)]
  } finally {
    await queue.stop()
    await redis.stop()
    await rm(dataDir, { recursive: true })
  }
}
