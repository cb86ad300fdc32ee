import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createEras } from '../../src/store/era.ts'
import { createHighWater, type WentBack } from '../../src/store/high-water.ts'
import { createSql } from '../../src/store/sql.ts'
import { monday } from '../ticket/world.ts'
import { begins, notice, said } from './samples.ts'
import { withStores } from './with-store.ts'

describe('what a data directory remembers of the database', () => {
  const { one, admin } = withStores()
  let dataDir: string
  beforeEach(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'accord-high-water-'))
  })
  afterEach(() => rm(dataDir, { recursive: true, force: true }))
  const highWater = (heard?: (back: WentBack) => Promise<void>) =>
    createHighWater(createEras(createSql(admin())), dataDir, () => monday, heard)

  it('T27 takes the operator’s word that an older backup was restored, once', async () => {
    expect(await highWater().wentBack(false)).toBeUndefined()
    const told = await highWater().wentBack(true)
    expect(told).toMatchObject({ items: [], notices: [] })
    expect(told).not.toHaveProperty('to')
    await highWater().accept()
    expect(await highWater().wentBack(true), 'the option may stay in a script').toBeUndefined()
  })

  it('T27 keeps what it remembers when the database is put back beneath a process, which says so once', async () => {
    await one().commit([begins('HB-1', { events: [said('1'), said('2')] })])
    const told: WentBack[] = []
    const running = highWater(async (back) => void told.push(back))
    running.committed([begins('HB-1', { events: [said('1'), said('2'), said('3')] })])
    for (const _ of [1, 2, 3]) await running.remember()
    await admin().query('update era set count = count - 1')
    for (const _ of [1, 2, 3]) await running.remember()
    expect(told).toMatchObject([{ items: [{ item: 'HB-1', was: 3, is: 2 }] }])
    expect(await highWater().wentBack(false), 'the next start knows').toMatchObject({ items: told[0]?.items })
  })

  it('T27 writes how far it has come only where something was written since, whoever wrote it', async () => {
    const count = async (): Promise<number> =>
      (await admin().query<{ count: number }>('select count::integer from era')).rows[0]?.count ?? 0
    const [running, other] = [highWater(), highWater()]
    const seen = async (): Promise<number> => {
      await running.remember()
      return count()
    }
    const isQuiet = async (): Promise<boolean> => {
      const before = await seen()
      // PostgreSQL counts what was written some seconds later.
      await setTimeout(3_000)
      return (await seen()) === before
    }
    await expect.poll(isQuiet, { timeout: 60_000 }).toBe(true)
    const before = await count()
    for (const _ of [1, 2, 3]) expect(await seen()).toBe(before)

    running.committed([begins('HB-2')])
    expect(await seen(), 'what this process commits counts at once').toBe(before + 1)
    await one().commit([begins('HB-3', { notices: [notice('hb3')] })])
    await expect.poll(seen, { timeout: 60_000, interval: 500 }).toBeGreaterThan(before + 1)
    await other.remember()
    const later = await count()
    await running.remember()
    await admin().query('update era set count = $1', [later - 1])
    expect(await highWater().wentBack(false), 'what another wrote is remembered too').toMatchObject({})
    await admin().query('update era set count = $1', [later])
  })
})
