import { setTimeout as pause } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { noRedis } from '../support/redis.ts'
import { reports } from './support/cast.ts'
import { curtain } from './support/curtain.ts'
import { onStage, type Scene } from './support/scene.ts'
import { until } from './support/truth.ts'

/** Three tickets that nobody looks at. */
const neglected = async (on: Scene): Promise<readonly string[]> => {
  const messages = await Promise.all(['zhao', 'emma', 'zhao'].map((reporter) => reports(on, reporter)))
  return Promise.all(messages.map((message) => until('it is a ticket', () => on.truth.ticketOf(message))))
}

const fired = (on: Scene, ids: readonly string[], rung: string, target = 'resolution') =>
  until(`${target} ${rung} fired for ${ids.join()}`, async () => {
    const count = await on.truth.count(
      `events where item = any($1) and body->>'rung' = $2 and body->>'target' = $3 and type <> 'ticket.escalation_repeated'`,
      [ids, rung, target],
    )
    return count === ids.length
  })

/** The wake-up of each ticket's present state stands in Redis. */
const armedAgain = (on: Scene, ids: readonly string[]) =>
  until('the wake-ups are back', async () => {
    const armed = await on.redis.armed()
    const rows = await on.truth.sql<{ id: string; seq: number }>(
      'select id, seq from items where id = any($1)',
      [ids],
    )
    return rows.every(({ id, seq }) => armed.includes(`${id}.r${seq}`))
  })

describe.skipIf(noRedis).concurrent('the alarm clock', () => {
  const { scene } = onStage()

  it('T15 killed with -9 again and again comes back: every ladder is climbed to its end, each rung once', async () => {
    const on = await scene()
    const bot = await on.start()
    const ids = await neglected(on)
    for (let kill = 0; kill < 5; kill += 1) {
      await until('Redis is back', async () => (await on.redis.armed()) !== undefined)
      await pause(1_500)
      on.redis.kill9()
    }
    await fired(on, ids, 'H3')
    await armedAgain(on, ids)
    await curtain(on, [bot])
  })

  it('T15 emptied by FLUSHALL in the middle loses no moment, and the wake-ups are made anew', async () => {
    const on = await scene()
    const bot = await on.start()
    const ids = await neglected(on)
    await armedAgain(on, ids)
    await on.redis.flush()
    await fired(on, ids, 'alarm', 'response')
    await armedAgain(on, ids)
    await on.redis.flush()
    await fired(on, ids, 'H3')
    await curtain(on, [bot])
  })

  it('T15 away for half a minute is not missed: reports are taken, moments fire, and when it returns so do the wake-ups', async () => {
    const on = await scene()
    const bot = await on.start()
    const before = await neglected(on)
    await on.redis.leave()
    const ids = [...before, ...(await neglected(on))]
    const away = pause(30_000)
    await fired(on, ids, 'alarm', 'response')
    await away
    await on.redis.back()
    await armedAgain(on, ids)
    await fired(on, ids, 'H3')
    await curtain(on, [bot])
  })

  it('T15 that is not there yet when the bot starts holds up nothing', async () => {
    const on = await scene()
    await on.redis.leave()
    const bot = await on.start()
    const ids = await neglected(on)
    await fired(on, ids, 'alarm', 'response')
    await on.redis.back()
    await armedAgain(on, ids)
    await curtain(on, [bot])
  })

  it('T25 loses one wake-up to a careless hand: the sweep finds its moment', async () => {
    const on = await scene()
    const bot = await on.start()
    const ids = await neglected(on)
    await armedAgain(on, ids)
    for (const wake of await on.redis.armed()) await on.redis.forget(wake)
    await fired(on, ids, 'alarm', 'response')
    await curtain(on, [bot])
  })

  it('T25 is never set for a next moment cleared in PostgreSQL: it is computed again, and the incident is in the log', async () => {
    const on = await scene()
    const bot = await on.start()
    const ids = await neglected(on)
    await on.truth.sql('update items set next_due_at = null where id = any($1)', [ids])
    for (const wake of await on.redis.armed()) await on.redis.forget(wake)
    await fired(on, ids, 'alarm', 'response')
    expect(bot.log()).toMatch(/an open item had no next moment/)
    await curtain(on, [bot])
  })
})
