import { afterAll, beforeAll } from 'vitest'
import { type BotProcess, endBots, type Ground, startBot } from './bot-process.ts'
import { type Cast, castOn } from './cast.ts'
import { type LeavingRedis, leavingRedis } from './leaving-redis.ts'
import { buildProgram, type Program } from './program.ts'
import type { Random } from './random.ts'
import { durablePostgres } from './servers.ts'

/** A bot that runs, and how it is ended: its exit code, null when the signal itself ended it. */
export type Running = BotProcess & {
  readonly address: string
  readonly end: (signal: NodeJS.Signals) => Promise<number | null>
}

/** A database and a Redis of one test's own, people who talk to whichever bot runs there, and the truth. */
export type Scene = Cast & {
  readonly ground: Ground
  readonly redis: LeavingRedis
  /** Starts a bot and waits until it runs. People find it from then until it is ended. */
  readonly start: (role?: 'all' | 'chat' | 'worker') => Promise<Running>
  /** A bot that runs, or will: for a test that does not wait. */
  readonly enter: (bot: BotProcess) => Promise<Running>
}

/**
 * The program and a PostgreSQL for a test file. Call it at the top of a `describe`; ask for scenes inside `it`. `place` is
 * where PostgreSQL's files are to be.
 */
export const onStage = (place?: string) => {
  let program: Program | undefined
  let postgres: Awaited<ReturnType<typeof durablePostgres>> | undefined
  const ends: (() => Promise<unknown>)[] = []
  beforeAll(async () => {
    ;[program, postgres] = await Promise.all([buildProgram(), durablePostgres(place)])
  })
  afterAll(async () => {
    await endBots()
    for (const end of ends) await end()
    await Promise.all([program?.drop(), postgres?.stop()])
  })
  const ready = <Part>(part: Part | undefined): Part => {
    if (part === undefined) throw new Error('The stage is built before the first test, not earlier')
    return part
  }

  return {
    postgres: () => ready(postgres),
    scene: async (random?: Random): Promise<Scene> => {
      const databaseUrl = await ready(postgres).database()
      const redis = await leavingRedis()
      const addresses = new Set<string>()
      const cast = await castOn(databaseUrl, () => [...addresses], random)
      ends.push(cast.truth.end, redis.end)
      const ground = { main: ready(program).main, databaseUrl, redisUrl: redis.url }
      const enter = async (bot: BotProcess): Promise<Running> => {
        const address = await bot.running
        if (address !== '') addresses.add(address)
        const end = (signal: NodeJS.Signals) => {
          addresses.delete(address)
          bot.signal(signal)
          return bot.ended
        }
        return { ...bot, address, end }
      }
      return { ...cast, ground, redis, enter, start: (role) => enter(startBot(ground, role)) }
    },
  }
}
