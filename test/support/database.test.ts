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
  it('lends one that is as it was made, whatever was done to the one before, and never under the same name', async () => {
    const state = async (url: string) => {
      const pool = new pg.Pool({ connectionString: url, max: 1 })
      const asks = [
        'select cursor from chat_head',
        "select nextval('inbox_id_seq')",
        'select * from counters',
        'select count(*) from era',
        "select tgname from pg_trigger where tgname = 'mine'",
        'show statement_timeout',
      ]
      const found = []
      for (const ask of asks) found.push((await pool.query(ask)).rows)
      await pool.end()
      return found
    }
    const first = await testDatabase()
    const asMade = await state(first.url)
    await first.drop()
    const urls = [first.url]
    for (const change of [
      "insert into counters select 'mine', 7; update chat_head set cursor = 9; delete from era",
      `create function mine() returns trigger language plpgsql as 'begin return new; end';
       create trigger mine before insert on items for each row execute function mine()`,
      `do $$ begin execute format('alter database %I set statement_timeout = 77', current_database()); end $$`,
    ]) {
      const one = await testDatabase()
      urls.push(one.url)
      expect(await state(one.url)).toEqual(asMade)
      // Its owner has not hung up.
      const client = new pg.Client({ connectionString: one.url })
      client.on('error', () => {})
      await client.connect()
      await client.query(change)
      await one.drop()
      await expect(new pg.Client({ connectionString: one.url }).connect()).rejects.toThrow('does not exist')
    }
    const last = await testDatabase()
    expect(await state(last.url)).toEqual(asMade)
    await last.drop()
    expect(new Set(urls).size).toBe(urls.length)
  })
})
