import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { describe, expect, it } from 'vitest'
import { noRedis } from '../support/redis.ts'
import { reports } from './support/cast.ts'
import { curtain } from './support/curtain.ts'
import { onStage, type Running, type Scene } from './support/scene.ts'
import { until } from './support/truth.ts'

/** Longer than a wake-up is locked (10 s) and a notice is leased (30 s). */
const beyondEveryLease = 33_000

const blocked = `pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()`

/**
 * Freezes a process exactly when what it does waits for `lock`, then lets PostgreSQL go on: what the frozen one holds is an
 * answer that grows old.
 */
const freezeAt = async (
  { truth, ground }: Scene,
  lock: string,
  start: () => Promise<Running>,
): Promise<Running> => {
  const holder = new pg.Client({ connectionString: ground.databaseUrl })
  await holder.connect()
  await holder.query('begin')
  await holder.query(lock)
  const frozen = await start()
  await until(`something waits for ${lock}`, async () => (await truth.count(blocked)) > 0)
  frozen.signal('SIGSTOP')
  await holder.query('rollback')
  await holder.end()
  await until('PostgreSQL went on', async () => (await truth.count(blocked)) === 0)
  return frozen
}

const ticketOf = async (on: Scene): Promise<string> => {
  const message = await reports(on, 'zhao')
  return until('the report is a ticket', () => on.truth.ticketOf(message))
}

describe.skipIf(noRedis).concurrent('T14 a worker frozen beyond its lease while another takes over', () => {
  const { scene } = onStage()

  it('with a wake-up in hand decides on what it read long ago, and loses', async () => {
    const on = await scene()
    const chat = await on.start('chat')
    const worker = await on.start('worker')
    const id = await ticketOf(on)
    const item = async () => {
      const [row] = await on.truth.sql<{ seq: number; at: string }>(
        'select seq, next_due_at as at from items where id = $1',
        [id],
      )
      return { seq: row?.seq ?? 0, due: Number(row?.at) }
    }
    const near = await until('its next moment is near', async () => {
      const { seq, due } = await item()
      const left = due - Date.now()
      return left > 50 && left < 400 && { seq }
    })
    const frozen = await freezeAt(on, 'lock table items in access exclusive mode', async () => worker)
    expect((await item()).seq, 'it was frozen before it could commit').toBe(near.seq)
    const other = await on.start('worker')
    await until('the other one fires it', async () => (await item()).seq > near.seq)
    await pause(beyondEveryLease)
    frozen.signal('SIGCONT')
    await until('the ladder is climbed', async () =>
      (await on.truth.ticket(id)).fired.includes('resolution:1:H3'),
    )
    await curtain(on, [chat, frozen, other])
  })

  it('with a notice in hand does not say it twice, and whoever took over keeps the record', async () => {
    const on = await scene()
    const chat = await on.start('chat')
    await ticketOf(on)
    const frozen = await freezeAt(on, 'select from chat_head for update', () => on.start('worker'))
    const held = await on.truth.sql<{ id: string }>(
      `select id from outbox where attempts = 1 and status = 'owed'`,
    )
    const sent = () =>
      on.truth.count(`outbox where status = 'sent' and id = any($1)`, [held.map((row) => row.id)])
    expect(held.length, 'it was frozen before it could record anything').toBeGreaterThan(0)
    expect(await on.truth.count('chat_message where author is null')).toBeGreaterThan(0)
    const other = await on.start('worker')
    await until('the other one records what stands', async () => (await sent()) === held.length)
    frozen.signal('SIGCONT')
    await curtain(on, [chat, frozen, other])
  })
})
