import { setTimeout as pause } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { noRedis } from '../support/redis.ts'
import { startBot } from './support/bot-process.ts'
import { customers } from './support/cast.ts'
import { curtain } from './support/curtain.ts'
import { memoryOf } from './support/figures.ts'
import { liveThrough } from './support/life.ts'
import { between, oneOf, randomFrom, seedOf } from './support/random.ts'
import { onStage } from './support/scene.ts'
import { times } from './support/times.ts'

const soakMs = 60_000 * times
/** Between two looks at what everything takes, ms. */
const lookMs = 5_000

const connections = `pg_stat_activity where datname = current_database() and application_name = 'accord'`
const cutSome = `
select pg_terminate_backend(pid) from (select pid from ${connections} order by random() limit 3) few`
/** A pool of ten, and what listens; the truth has less. */
const mostEach = 12
/** A process is killed beside a cut of either kind, and alone. */
const faults = 3

describe.skipIf(noRedis)('a long time with a fault now and then', () => {
  const { scene } = onStage()

  it('T73 leaves I1–I10 whole, and neither memory nor connections grow without end', async () => {
    const random = randomFrom(seedOf('a long time'))
    const on = await scene(random)
    const [chat, worker] = [await on.start('chat'), await on.start('worker')]
    const end = Date.now() + soakMs
    const goesOn = () => Date.now() < end
    const met = { killed: 0, 'cut off from PostgreSQL': 0, 'cut off from Redis': 0 }

    /**
     * A third process that comes and goes, and connections that break: those of the two that stay as well. One fault after the
     * other, so that each is met however few there is time for.
     */
    const keepBreaking = async (): Promise<void> => {
      for (let round = 0; goesOn() || round < faults; round += 1) {
        const passing = await on.enter(startBot(on.ground))
        await pause(between(random, 500, 4_000))
        if (round % faults === 0) {
          await on.truth.sql(cutSome)
          met['cut off from PostgreSQL'] += 1
        }
        if (round % faults === 1) {
          await on.redis.cutOff()
          met['cut off from Redis'] += 1
        }
        await passing.end('SIGKILL')
        met.killed += 1
      }
    }
    const keepLiving = async (): Promise<number> => {
      let lived = 0
      do {
        await liveThrough(on, oneOf(random, customers))
        lived += 1
      } while (goesOn())
      return lived
    }
    const looks: { readonly chat: number; readonly worker: number; readonly open: number }[] = []
    const keepLooking = async (): Promise<void> => {
      while (goesOn()) {
        await pause(lookMs)
        const [chatMB, workerMB, open] = await Promise.all([
          memoryOf(chat.pid),
          memoryOf(worker.pid),
          on.truth.count(connections),
        ])
        looks.push({ chat: chatMB, worker: workerMB, open })
      }
    }

    const lives = Promise.all([1, 2, 3, 4].map(keepLiving))
    await Promise.all([lives, keepBreaking(), keepLooking()])
    const lived = (await lives).reduce((sum, one) => sum + one, 0)
    console.log(
      `${lived} tickets; ${Object.entries(met)
        .map(([what, count]) => `${count} ${what}`)
        .join(', ')}`,
    )
    console.log(
      `MB and connections, chat/worker/open: ${looks.map((look) => `${look.chat.toFixed(0)}/${look.worker.toFixed(0)}/${look.open}`).join(' ')}`,
    )
    // Two that stay, one that passes, one that was killed just now, and the truth.
    expect(Math.max(...looks.map(({ open }) => open))).toBeLessThanOrEqual(5 * mostEach)
    await curtain(on, [chat, worker], { faults: 'expected' })
    expect(
      Object.values(met).every((count) => count > 0),
      JSON.stringify(met),
    ).toBe(true)
  })
})
