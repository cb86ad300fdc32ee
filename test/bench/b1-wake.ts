import type { Instant } from '../../src/domain/calendar/calendar.ts'
import { startBare } from './b1-bare.ts'
import { type Lateness, startBot } from './b1-bot.ts'
import { type BenchRow, benchRow, median } from './row.ts'
import { startStage } from './stage.ts'

const pendingCount = 100_000
const day = 24 * 3_600_000
const rounds = [1, 2, 3]
/** Time to prepare a round before its first item is due: a little, and something for each item. */
const lead = { bare: { base: 1_000, item: 1 }, bot: { base: 1_000, item: 4 } }

type Round = Lateness & { readonly bare: readonly number[] }
type Load = {
  readonly id: string
  /** What each step may come to over the bare worker. */
  readonly goal: { readonly committed: number; readonly handed: number }
  readonly what: string
  readonly at: (n: number) => number
  readonly count: number
}

const loads: readonly Load[] = [
  {
    id: 'B1.a',
    goal: { committed: 25, handed: 25 },
    what: '20 items a second',
    count: 100,
    at: (n) => n * 50,
  },
  {
    id: 'B1.b',
    goal: { committed: 25, handed: 100 },
    what: '1,000 items spread over a second',
    count: 1_000,
    at: (n) => n,
  },
  {
    id: 'B1.c',
    goal: { committed: 2, handed: 4 },
    what: '1,000 items in the same millisecond',
    count: 1_000,
    at: () => 0,
  },
]

const p99 = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.ceil(values.length * 0.99) - 1] ?? Number.NaN
const last = (values: readonly number[]): number => Math.max(...values)
const inMs = (values: readonly number[]): string => values.map((ms) => ms.toFixed(0)).join(', ')

const rowsOf = ({ id, goal, what }: Load, measured: readonly Round[]): readonly BenchRow[] =>
  (['committed', 'handed'] as const).map((step) => {
    const isDrain = id === 'B1.c'
    const figure = isDrain ? last : p99
    const ours = measured.map((round) => figure(round[step]))
    const bare = measured.map((round) => figure(round.bare))
    const name = step === 'committed' ? 'event committed' : 'message handed to the adapter'
    return benchRow({
      id: `${id}.${step}`,
      what: `${what}, ${pendingCount.toLocaleString('en')} pending: due → ${name}, ${isDrain ? 'all of them' : 'p99'}`,
      reference: 'a bare BullMQ worker with an empty handler, same Redis, as many pending',
      unit: isDrain ? '×' : 'ms',
      goal: { atMost: goal[step] },
      rounds: ours.map((ms, n) => (isDrain ? ms / (bare[n] ?? 0) : ms - (bare[n] ?? 0))),
      detail:
        `${isDrain ? 'last after' : 'p99'} ${inMs(ours)} ms against ${inMs(bare)} ms; ` +
        `median ${inMs([median(measured.flatMap((round) => round[step]))])} ms against ${inMs([median(measured.flatMap((round) => round.bare))])} ms`,
    })
  })

/** B1: how late the real bot wakes items, on a private PostgreSQL and Redis; nothing without a Redis. */
export const run = async (): Promise<BenchRow[]> => {
  const stage = await startStage()
  if (stage === undefined) return []
  const undo = [stage.stop]
  try {
    const later: readonly Instant[] = Array.from(
      { length: pendingCount },
      (_, n) => Date.now() + day + n * 800,
    )
    const bare = await startBare(stage.redisPath, later)
    undo.push(bare.stop)
    const bot = await startBot(stage, later)
    undo.push(bot.stop)
    const duesOf = ({ count, at }: Load, { base, item }: (typeof lead)['bot']): readonly Instant[] => {
      const first = Date.now() + base + item * count
      return Array.from({ length: count }, (_, n) => first + at(n))
    }
    const measure = async (load: Load): Promise<Round> => ({
      bare: await bare.wake(duesOf(load, lead.bare)),
      ...(await bot.wake(duesOf(load, lead.bot))),
    })
    for (const load of loads.slice(1)) await measure(load) // warms both up
    const rows: BenchRow[] = []
    for (const load of loads) {
      const measured: Round[] = []
      for (const _ of rounds) measured.push(await measure(load))
      rows.push(...rowsOf(load, measured))
    }
    return rows
  } finally {
    for (const stop of undo.reverse()) await stop()
  }
}
