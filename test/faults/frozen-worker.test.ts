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

type Moment = { readonly seq: number; readonly due: number }
type Ask = Scene['truth']['sql']

const blocked = `pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()`

/**
 * Freezes a process exactly when what it does waits for `lock`, then lets PostgreSQL go on: what the frozen one holds is an
 * answer that grows old. `start` may ask for what is locked, and nobody else can.
 */
const freezeAt = async (
  { truth, ground }: Scene,
  lock: string,
  start: (ask: Ask) => Promise<Running>,
): Promise<Running> => {
  const holder = new pg.Client({ connectionString: ground.databaseUrl })
  await holder.connect()
  await holder.query('begin')
  await holder.query(lock)
  const frozen = await start(async (text, values = []) => (await holder.query(text, [...values])).rows)
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
    const momentOf = async (ask: Ask): Promise<Moment> => {
      const [row] = await ask<{ seq: number; at: string }>(
        'select seq, next_due_at as at from items where id = $1',
        [id],
      )
      return { seq: row?.seq ?? 0, due: Number(row?.at) }
    }
    const { sql } = on.truth
    await until('its next moment is near', async () => (await momentOf(sql)).due - Date.now() < 1_000)
    let held: Moment = { seq: 0, due: 0 }
    const frozen = await freezeAt(on, 'lock table items in access exclusive mode', async (ask) => {
      // Nothing of it moves from now on; what comes due is taken in hand all the same, and waits for the lock.
      held = await momentOf(ask)
      const wake = `${id}.r${held.seq}`
      await until('it is due', async () => Date.now() > held.due)
      await until('its wake-up is in hand', async () => !(await on.redis.armed()).includes(wake))
      return worker
    })
    expect((await momentOf(sql)).seq, 'it was frozen before it could commit').toBe(held.seq)
    const other = await on.start('worker')
    await until('the other one fires it', async () => (await momentOf(sql)).seq > held.seq)
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
    await until(
      'a notice stands',
      async () => (await on.truth.count('chat_message where author is null')) > 0,
    )
    const other = await on.start('worker')
    await until('the other one records what stands', async () => (await sent()) === held.length)
    frozen.signal('SIGCONT')
    await curtain(on, [chat, frozen, other])
  })
})
