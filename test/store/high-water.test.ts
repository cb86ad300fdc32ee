import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createEras } from '../../src/store/era.ts'
import { createHighWater } from '../../src/store/high-water.ts'
import { createSql } from '../../src/store/sql.ts'
import { monday } from '../ticket/world.ts'
import { withStores } from './with-store.ts'

describe('a data directory that remembers nothing of the database', () => {
  const { admin } = withStores()
  let dataDir: string
  beforeEach(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'accord-high-water-'))
  })
  afterEach(() => rm(dataDir, { recursive: true, force: true }))
  const highWater = () => createHighWater(createEras(createSql(admin())), dataDir, () => monday)

  it('T27 takes the operator’s word that an older backup was restored, once', async () => {
    expect(await highWater().wentBack(false)).toBeUndefined()
    const told = await highWater().wentBack(true)
    expect(told).toMatchObject({ items: [], notices: [] })
    expect(told).not.toHaveProperty('to')
    await highWater().accept()
    expect(await highWater().wentBack(true), 'the option may stay in a script').toBeUndefined()
  })
})
