import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type TestDatabase, testDatabase } from '../support/database.ts'
import { refusalOfStart, startProgram } from '../support/program.ts'
import { webAct, webKey } from '../support/web-call.ts'

const named = (database: TestDatabase): string => new URL(database.url).pathname.slice(1)

describe('an older backup that was restored', () => {
  let present: TestDatabase
  let backup: TestDatabase
  let admin: pg.Client
  let dataDir: string
  beforeAll(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'accord-restored-'))
    present = await testDatabase()
    backup = await testDatabase()
    const url = new URL(present.url)
    url.pathname = 'postgres'
    admin = new pg.Client({ connectionString: url.href })
    await admin.connect()
  })
  afterAll(async () => {
    await admin.end()
    await present.drop()
    await backup.drop()
    await rm(dataDir, { recursive: true, force: true })
  })
  const on = ({ url }: TestDatabase) => ({ DATABASE_URL: url, DATA_DIR: dataDir })
  const ask = async <Row extends object>({ url }: TestDatabase, sql: string): Promise<readonly Row[]> => {
    const client = new pg.Client({ connectionString: url })
    await client.connect()
    const { rows } = await client.query<Row>(sql)
    await client.end()
    return rows
  }
  /** A process that runs while somebody reports these, until everybody was told. */
  const lives = async (reports: readonly string[], before: number, args: readonly string[] = []) => {
    const program = await startProgram(args, on(present))
    for (const text of reports) {
      const said = { as: 'zhao', conversation: 'direct:zhao', key: webKey(), text }
      expect((await webAct(program.address, 'say', said)).status).toBe(200)
    }
    const count = () => ask(present, `select id from items where kind = 'ticket'`)
    await expect.poll(async () => (await count()).length).toBe(before + reports.length)
    await expect
      .poll(() => ask(present, `select id from outbox where status = 'owed' and not notice ? 'notBefore'`))
      .toEqual([])
    expect(await program.stop()).toBe(0)
    return program.output()
  }
  const restore = async (from: TestDatabase, to: TestDatabase) => {
    await admin.query(`drop database ${named(to)} with (force)`)
    await admin.query(`create database ${named(to)} template ${named(from)}`)
  }

  it('T27 is noticed: the start is refused and names what went back, until the operator goes on from there', async () => {
    await lives(['全公司都连不上VPN了'], 0)
    await ask(
      present,
      `update outbox set status = 'owed', next_try_at = 0 where id = (select max(id) from outbox)`,
    )
    await restore(present, backup)
    await lives(['打印机卡纸了'], 1)
    expect(await lives([], 2), 'nothing went back').not.toContain('backup')

    await restore(backup, present)
    const refusal = await refusalOfStart(on(present))
    expect(refusal).toContain('An older backup of the database was restored')
    expect(refusal).toContain('HX-2 (gone)')
    expect(refusal).toMatch(/perhaps sent before: 1 notices, about HX-1/)
    expect(refusal).toContain('npm start -- --restored')

    expect(await lives([], 1, ['--restored'])).toContain('HX-2 (gone)')
    const withdrawn = await ask<{ why: string }>(present, `select why from outbox where status = 'withdrawn'`)
    expect(withdrawn.map(({ why }) => why)).toContain('a backup was restored; it may have been sent before')
    expect(await lives([], 1), 'it is known now').not.toContain('backup')

    const told = await ask<{ status: string; person: string; card: string }>(
      present,
      `select status, notice->'to'->>'person' as person, (notice->'card')::text as card from outbox
       where notice->>'about' = 'restored'`,
    )
    expect(told, 'its administrators are told in chat').toMatchObject([{ status: 'sent', person: 'chen' }])
    expect(told[0]?.card).toContain('HX-2')
  })
})
