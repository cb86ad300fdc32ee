import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { commitAll, ticketDue } from '../bench/tickets.ts'
import { noRedis } from '../support/redis.ts'
import { type Ground, startBot } from './support/bot-process.ts'
import { spread, tellsLoopDelay } from './support/figures.ts'
import { onStage, type Scene } from './support/scene.ts'
import { times } from './support/times.ts'
import { until } from './support/truth.ts'

/** Ten minutes by night. */
const seconds = Math.min(600, 15 * times)
const perSecond = 100
/** Open tickets whose next moment is on a later day. */
const pending = times === 1 ? 10_000 : 50_000
/** Of some it comes while everybody writes. */
const duePerSecond = 20
/** The start with so many tickets is over by then, ms, unless the machine is slow. */
const untilRush = 20_000 + pending

const people = ['zhao', 'sun', 'emma', 'oliver'] as const
const day = 86_400_000

/** Numbers that no report of the rush comes to. */
const idOf = (n: number): string => `HX-${1_000_000 + n}`

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'accord-rush-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

/** The people of the other runs under promises of hours, as they are in earnest. */
const unhurried = async (): Promise<string> => {
  const inSeconds = await readFile(join(import.meta.dirname, 'support/organisation.yaml'), 'utf8')
  const path = join(folder, 'organisation.yaml')
  await writeFile(
    path,
    inSeconds
      .replace(
        /response: \d+s, resolution: \d+s, updateEvery: \d+s/g,
        'response: 30m, resolution: 8h, updateEvery: 4h',
      )
      .replace(/answerReminderAfter: \d+s/g, 'answerReminderAfter: 2h'),
  )
  return path
}

/** Ten thousand tickets, and those of which the next moment comes in the rush, evenly from `from` on; returns when by item. */
const load = async ({ truth: { store } }: Scene, from: number): Promise<ReadonlyMap<string, number>> => {
  const world = await store.directories.of('yunheng')
  await commitAll(store.commit, pending, (n) => ticketDue(idOf(n), from + day + n, world))
  const dues = Array.from({ length: duePerSecond * seconds }, (_, n) => from + (n * 1_000) / duePerSecond)
  await commitAll(store.commit, dues.length, (n) => ticketDue(idOf(pending + n), dues[n] ?? 0, world))
  return new Map(dues.map((due, n) => [idOf(pending + n), due]))
}

/** Everybody writes in private, evenly, whether or not what was said before is taken: its id and how long that took, ms. */
const rush = async (on: Scene, from: number) => {
  const said: Promise<{ readonly message: string; readonly tookMs: number }>[] = []
  for (let n = 0; n < perSecond * seconds; n += 1) {
    await pause(Math.max(0, from + (n * 1_000) / perSecond - Date.now()))
    const began = Date.now()
    const report = on
      .as(people[n % people.length] ?? 'zhao')
      .says(on.words('The till does not open any more'))
    said.push(report.then((message) => ({ message, tookMs: Date.now() - began })))
  }
  return Promise.all(said)
}

describe.skipIf(noRedis)('a rush', () => {
  const { scene } = onStage()

  /** A bot before which all of it is pending, and when the rush begins; where that was too soon for this machine, once more. */
  const stand = async (ground: Partial<Ground>, beginsInMs = untilRush) => {
    const on = await scene()
    const start = () => on.enter(startBot({ ...on.ground, ...ground }))
    await (await start()).end('SIGTERM')
    const from = Date.now() + beginsInMs
    const dues = await load(on, from)
    const bot = await start()
    await until('what is pending is armed', async () => (await on.redis.armed()).length >= pending)
    if (Date.now() < from) return { on, bot, from, dues }
    await bot.end('SIGKILL')
    return stand(ground, 2 * beginsInMs)
  }

  it('T71 of 100 reports a second over ten thousand open tickets loses none, and wakes what comes due meanwhile once', async () => {
    const ground = { organisation: await unhurried(), settings: tellsLoopDelay }
    const { on, bot, from, dues } = await stand(ground)
    const said = await rush(on, from)
    await until('nothing is in hand any more', on.truth.isQuiet, 300_000)
    expect(await bot.end('SIGTERM'), bot.log()).toBe(0)

    const reported = await on.truth.sql<{ message: string; count: string }>(
      `select body->'message'->>'message' as message, count(*) from events
       where type = 'ticket.reported' and body->'message'->>'message' = any($1) group by 1`,
      [said.map(({ message }) => message)],
    )
    expect(reported.length, 'each report is a ticket').toBe(said.length)
    expect(
      reported.filter(({ count }) => Number(count) !== 1),
      'and one alone',
    ).toEqual([])
    const woken = await on.truth.sql<{ item: string; seq: number; settled: string }>(
      `select o.item, o.seq, o.settled_at as settled from outbox o join events e using (item, seq)
       where e.type = 'ticket.prewarned' and o.item = any($1) and o.status = 'sent'`,
      [[...dues.keys()]],
    )
    expect(new Set(woken.map(({ item }) => item)).size, 'each that came due was told of').toBe(dues.size)
    const twice = await on.truth.sql(
      `select item, body->>'rung' as rung from events
       where type = 'ticket.prewarned' and item = any($1) group by 1, 2 having count(*) > 1`,
      [[...dues.keys()]],
    )
    expect(twice, 'and no step of its ladder twice').toEqual([])
    expect(bot.log()).not.toMatch(/ error /)
    const lateness = woken.map(({ item, settled }) => Number(settled) - (dues.get(item) ?? 0))
    console.log(`acknowledged: ${spread(said.map(({ tookMs }) => tookMs))}`)
    console.log(`due → sent: ${spread(lateness)}`)
    console.log(/loop delay .*/.exec(bot.log())?.[0])
  })
})
