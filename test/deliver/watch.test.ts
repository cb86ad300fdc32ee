import pg from 'pg'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createWatch } from '../../src/deliver/watch.ts'
import { healthOf } from '../../src/main/health.ts'
import { createLog } from '../../src/process/log.ts'
import { type Story, startStory } from '../support/story.ts'

const stoppedMs = 60_000
let story: Story
let admin: pg.Pool
let lines: string[]
beforeEach(async () => {
  story = await startStory()
  // What its start sends is sent, and the heart has beaten by it.
  await story.settle()
  admin = new pg.Pool({ connectionString: story.url, max: 1 })
  admin.on('error', () => {})
  lines = []
})
afterEach(async () => {
  await admin.end()
  await story.end()
})

const watch = () => {
  const log = createLog({ level: 'warn', write: (line) => lines.push(line) })
  const { store, now, chat } = story
  return createWatch({ store, adapters: { web: chat.adapter }, now, log }, stoppedMs)
}
/** So long ago both halves were done for the last time, by the database's clock. */
const lastDone = async (ms: number) => {
  await story.store.pulse.beat('waking')
  await story.store.pulse.beat('sending')
  await admin.query(`update pulse set at = at - $1 where part <> 'looking'`, [ms])
}
const health = () => healthOf(story.store, { healthy: () => true }, { now: story.now(), since: story.now() })

describe('a worker that is missed (R7)', () => {
  it('T24 is told to the administrators once, past the outbox, by one of all who look, and again when it is back', async () => {
    await lastDone(20_000)
    await watch()()
    expect(story.chat.posts).toEqual([])

    await lastDone(70_000)
    await Promise.all([watch()(), watch()(), watch()()])
    await watch()()
    expect(story.posts('direct:chen').map(({ card }) => card.title)).toEqual(['Accord已停止值守'])
    expect(story.chat.posts).toHaveLength(1)
    expect(lines.join()).toContain('no ROLE=worker is alive')
    expect((await admin.query('select from outbox')).rowCount).toBe(0)

    await lastDone(0)
    await Promise.all([watch()(), watch()()])
    expect(story.posts('direct:chen').map(({ card }) => card.title)).toEqual([
      'Accord已停止值守',
      'Accord已恢复值守',
    ])
  })

  it('T24 is told of both halves in one word where they were done last at moments that differ, and not of a return', async () => {
    await lastDone(70_000)
    await admin.query(`update pulse set at = at + 15_000 where part = 'sending'`)
    await watch()()
    await watch()()
    expect(story.posts('direct:chen').map(({ card }) => card.title)).toEqual(['Accord已停止值守'])
  })

  it('T24 is told of though it never came, counted from the first look', async () => {
    // The beat of the start is not waited for by anybody, and would come as a return.
    await expect.poll(async () => (await story.store.pulse.ages()).sending).toBeDefined()
    await admin.query('delete from pulse')
    await watch()()
    expect(story.chat.posts).toEqual([])
    await admin.query('update pulse set at = at - 70_000')
    await watch()()
    await watch()()
    expect(story.posts('direct:chen').map(({ card }) => card.title)).toEqual(['Accord已停止值守'])
  })

  it('T24 is told of what stopped alone, in the reader’s language', async () => {
    await story.commands('chen', 'language English')
    await lastDone(70_000)
    await story.store.pulse.beat('waking')
    story.chat.posts.length = 0
    await watch()()
    const [post] = story.posts('direct:chen')
    expect(JSON.stringify(post?.card)).toContain('nothing I owe is sent')
    expect(JSON.stringify(post?.card)).not.toContain('nobody watches the clock')
  })

  it('T19 says in the log that nobody could be told', async () => {
    story.chat.lose(() => true)
    await lastDone(70_000)
    await watch()()
    expect(lines.join()).toContain('no administrator could be told of it')
  })
})

describe('the health of the whole', () => {
  it('R7 T24 is down when a half of the work was not done for a minute, whichever process is asked', async () => {
    await lastDone(20_000)
    expect(await health()).toEqual({
      status: 'up',
      database: 'up',
      timers: 'up',
      waking: 'up',
      sending: 'up',
    })
    await lastDone(70_000)
    expect(await health()).toMatchObject({ status: 'down', waking: 'stopped', sending: 'stopped' })
    await story.store.pulse.beat('waking')
    expect(await health()).toMatchObject({ status: 'down', waking: 'up', sending: 'stopped' })
  })

  it('R7 is down when what is due is not woken, though somebody beats', async () => {
    await story.says('zhao', '全公司都连不上VPN了')
    await lastDone(0)
    expect(await health()).toMatchObject({ status: 'up' })
    story.sleeps(3 * 3_600_000)
    expect(await health()).toMatchObject({ status: 'down', waking: 'stopped' })
    await story.passes(0)
    expect(await health()).toMatchObject({ status: 'up' })
  })

  it('T17 is down when the database can only be read', async () => {
    const [{ name }] = (await admin.query('select current_database() as name')).rows
    await admin.query(`alter database ${name} set default_transaction_read_only = on`)
    await admin.query(
      'select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()',
    )
    await expect.poll(health).toMatchObject({ status: 'down', database: 'read_only', waking: 'unknown' })
    await admin.query(`set default_transaction_read_only = off; alter database ${name} reset all`)
    await admin.query(
      'select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()',
    )
    await expect.poll(health).toMatchObject({ database: 'up' })
  })
})
