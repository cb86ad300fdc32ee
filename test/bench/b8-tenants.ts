import { readFile } from 'node:fs/promises'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import pg from 'pg'
import { flows } from '../../flows/index.ts'
import { createBot } from '../../src/main/bot.ts'
import { createStore } from '../../src/store/create-store.ts'
import type { Store } from '../../src/store/store.ts'
import { kinds } from '../../src/work/kinds.ts'
import { createOrder } from '../../src/work/order.ts'
import { stillQueue } from '../support/still-queue.ts'
import { accountOf, startWorld } from './b8-world.ts'
import { type BenchRow, benchRow, median } from './row.ts'
import { startStage } from './stage.ts'

const suppliers = 1_000
const people = 200
/** The supplier whose people change: that many people at each of its five customers. */
const large = 5 * people
/** Whose people act: in use, so that their directories are in memory. */
const inUse = 20
const rounds = 7
const actsEach = 300
const changesEach = 100

let acts = 0

/** Somebody of a supplier asks for the queue, as a button asks: durable, read in their own scope, answered. Milliseconds each. */
const actsOf = async (store: Store, count: number, log: Parameters<typeof createBot>[0]['log']) => {
  const reference = () => 'bench'
  const parts = { store, kinds, queue: stillQueue, adapters: {}, flows, now: Date.now, reference, log }
  const { app } = createBot({ ...parts, role: 'chat', actsPerMinute: 1e9 })
  return async (): Promise<number> => {
    const from = performance.now()
    for (let n = 0; n < actsEach; n += 1) {
      acts += 1
      const who = accountOf(n % count, 'engineer')
      const place = {
        platform: 'web',
        team: 'local',
        conversation: `direct:${who.user}`,
        direct: true,
      } as const
      await app.receive({ kind: 'command', key: `bench-${acts}`, who, place, at: Date.now(), text: 'queue' })
    }
    return (performance.now() - from) / actsEach
  }
}

/** Processor time of the database's processes, ms; not known where there is no /proc. */
const databaseTime = async (admin: pg.Client): Promise<number> => {
  const { rows } = await admin.query('select pid from pg_stat_activity where datname = current_database()')
  const ticks = await Promise.all(
    rows.map(async ({ pid }) => {
      const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '')
      const [, , , , , , , , , , , user = 0, system = 0] = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
      return Number(user) + Number(system)
    }),
  )
  return ticks.reduce((sum, one) => sum + one, 0) * 10
}

const changesOf = (store: Store, admin: pg.Client, supplier: number) => {
  const order = createOrder({ store, kinds, now: Date.now, committed: () => {} })
  let language: 'en' | 'zh-CN' = 'en'
  return async (): Promise<{ readonly ours: number; readonly database: number }> => {
    const [cpu, before] = [process.cpuUsage(), await databaseTime(admin)]
    for (let n = 0; n < changesEach; n += 1) {
      language = language === 'en' ? 'zh-CN' : 'en'
      const wish = { do: 'directory.prefer_language', person: `s${supplier}-p${n}`, language } as const
      const done = await order([{ item: `directory/s${supplier}`, wish }], { kind: 'bot' })
      if (!done.ok) throw new Error(done.no.code)
    }
    const { user, system } = process.cpuUsage(cpu)
    return {
      ours: (user + system) / 1_000 / changesEach,
      database: ((await databaseTime(admin)) - before) / changesEach,
    }
  }
}

/** A process begins to work on the database: its store, who there is, whom it hears first. Milliseconds. */
const startOf = async (url: string): Promise<number> => {
  const from = performance.now()
  const store = await createStore({ url, kinds })
  await store.directories.tenants()
  await store.directories.whose(accountOf(0, 'engineer'))
  const took = performance.now() - from
  await store.close()
  return took
}

const heap = (): number => {
  setFlagsFromString('--expose-gc')
  runInNewContext('gc')()
  return process.memoryUsage().heapUsed
}

const several = async <Value>(measure: () => Promise<Value>): Promise<readonly Value[]> => {
  const values: Value[] = []
  for (let round = 0; round < rounds; round += 1) values.push(await measure())
  return values
}

const ms = (value: number): string => `${value.toFixed(2)} ms`

/** B8: what other suppliers cost a supplier's act, a change of one of its people and a start; what they cost in memory. */
export const run = async (): Promise<BenchRow[]> => {
  const stage = await startStage()
  if (stage === undefined) return []
  const ends: (() => Promise<void>)[] = [stage.stop]
  try {
    const one = await startWorld(stage.databaseUrl, 'one', [people])
    ends.push(one.store.close)
    const sizes = Array.from({ length: suppliers }, (_, n) => (n === suppliers - 1 ? large : people))
    const many = await startWorld(stage.databaseUrl, 'many', sizes)
    ends.push(many.store.close)
    const admin = new pg.Client({ connectionString: many.url })
    await admin.connect()
    ends.push(() => admin.end())

    const [alone, among] = [await actsOf(one.store, 1, stage.log), await actsOf(many.store, inUse, stage.log)]
    await Promise.all([alone(), among()])
    const timed = await several(async () => ({ alone: await alone(), among: await among() }))
    const change = changesOf(many.store, admin, suppliers - 1)
    await change()
    const changed = await several(change)
    const starts = await several(async () => ({ one: await startOf(one.url), many: await startOf(many.url) }))
    const before = heap()
    for (let n = 0; n < suppliers; n += 1) await many.store.directories.of(`s${n}`)
    const grown = (heap() - before) / 2 ** 20
    const middle = (of: (round: (typeof timed)[number]) => number) => ms(median(timed.map(of)))
    return [
      benchRow({
        id: 'B8.act',
        what: `an act among ${suppliers.toLocaleString('en')} suppliers of ${people} people and 5 customers, ${inUse} of them at work`,
        reference: 'the same act where there is one supplier',
        goal: { atMost: 1.1 },
        rounds: timed.map((round) => round.among / round.alone),
        detail: `${middle((round) => round.among)} against ${middle((round) => round.alone)}`,
      }),
      benchRow({
        id: 'B8.change',
        what: `a change of one of ${large.toLocaleString('en')} people of a supplier, in processor time`,
        reference: 'none',
        unit: 'ms',
        goal: { atMost: 5 },
        rounds: changed.map(({ ours, database }) => ours + database),
        detail: `${ms(median(changed.map(({ ours }) => ours)))} of it in the process, the rest in PostgreSQL`,
      }),
      benchRow({
        id: 'B8.start',
        what: `a process’s store begins and hears the first person, ${suppliers.toLocaleString('en')} suppliers`,
        reference: 'the same where there is one supplier',
        unit: 'ms',
        goal: { atMost: 50 },
        rounds: starts.map((start) => start.many - start.one),
        detail: `${ms(median(starts.map((start) => start.many)))} against ${ms(median(starts.map((start) => start.one)))}; after all suppliers were read the heap is ${grown.toFixed(0)} MB larger, of at most 64 MB that are kept`,
      }),
    ]
  } finally {
    for (const end of ends.reverse()) await end()
  }
}
