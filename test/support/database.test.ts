import pg from 'pg'
import { describe, expect, it } from 'vitest'
import { testDatabase } from './database.ts'

describe('testDatabase', () => {
  it('gives each caller an empty database that is gone after drop', async () => {
    const [one, two] = await Promise.all([testDatabase({ empty: true }), testDatabase({ empty: true })])
    const pool = new pg.Pool({ connectionString: one.url })
    await pool.query('create table mine (id int)')
    await pool.end()
    const other = new pg.Pool({ connectionString: two.url })
    await expect(other.query('select * from mine')).rejects.toThrow('does not exist')
    await other.end()
    await Promise.all([one.drop(), two.drop()])
    const gone = new pg.Client({ connectionString: one.url })
    await expect(gone.connect()).rejects.toThrow('does not exist')
  })
})
