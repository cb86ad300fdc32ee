import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Installation } from '../../src/chat/installations.ts'
import { fixedInstallation } from '../../src/store/fixed-installation.ts'
import { createInstallations } from '../../src/store/installations.ts'
import { migrate } from '../../src/store/migrate.ts'
import { createSql } from '../../src/store/sql.ts'
import { createTokenBox } from '../../src/store/token-box.ts'
import { readTokenKeys, type TokenKey } from '../../src/store/token-keys.ts'
import { type TestDatabase, testDatabase } from '../support/database.ts'

const keyNamed = (id: string): TokenKey => ({ id, key: randomBytes(32) })
const [k1, k2, k3] = [keyNamed('k1'), keyNamed('k2'), keyNamed('k3')]

const acme: Installation = {
  platform: 'slack',
  team: 'T1',
  botToken: 'xoxb-1-hunter2',
  botId: 'B1',
  botUser: 'U1',
  scopes: ['chat:write', 'commands'],
  installedAt: 1_780_000_000_000,
}

describe('the installations', () => {
  let database: TestDatabase
  let pool: pg.Pool
  beforeAll(async () => {
    database = await testDatabase()
    pool = new pg.Pool({ connectionString: database.url })
    pool.on('error', () => {})
    await migrate(pool)
  })
  afterAll(async () => {
    await pool.end()
    await database.drop()
  })
  const withKeys = (...[first = k1, ...rest]: readonly TokenKey[]) =>
    createInstallations(createSql(pool), [first, ...rest])
  const stored = async (): Promise<string> =>
    JSON.stringify((await pool.query('select * from installation order by team')).rows)
  const sealedWith = async () =>
    (await pool.query<{ key: string }>("select split_part(token, '.', 1) as key from installation")).rows.map(
      ({ key }) => key,
    )

  it('T63 gives back what was saved, and keeps no token that could be read in the database', async () => {
    const installations = withKeys(k1)
    await installations.save(acme)
    expect(await installations.find('T1')).toEqual(acme)
    expect(await installations.find('T2')).toBeUndefined()
    const text = await stored()
    expect(text).toContain('"k1.')
    expect(text).not.toContain('hunter2')
    expect(text).not.toContain(Buffer.from(acme.botToken).toString('base64url'))
  })

  it('keeps one of each workspace, the latest, with the organisation it belongs to', async () => {
    const installations = withKeys(k1)
    const again = { ...acme, enterprise: 'E1', botToken: 'xoxb-2-hunter2', installedAt: acme.installedAt + 1 }
    await installations.save(again)
    await installations.save({ ...acme, team: 'T2' })
    expect(await installations.all()).toEqual([{ ...acme, team: 'T2' }, again])
    await installations.remove('T2')
    expect(await installations.all()).toEqual([again])
  })

  it('T64 encrypts anew what it meets under an older key, so that the old key can go', async () => {
    expect(await sealedWith()).toEqual(['k1'])
    const during = await Promise.all([withKeys(k2, k1).find('T1'), withKeys(k2, k1).all()])
    expect(during.flat().map((one) => one?.botToken)).toEqual(['xoxb-2-hunter2', 'xoxb-2-hunter2'])
    expect(await sealedWith()).toEqual(['k2'])
    expect((await withKeys(k2).find('T1'))?.botToken).toBe('xoxb-2-hunter2')
  })

  it('T64 names the key it has not, and nothing of the token', async () => {
    const error = await withKeys(k3).find('T1').then(String, String)
    expect(error).toContain('slack workspace T1')
    expect(error).toContain('`k2`')
    expect(error).not.toContain(acme.botToken)
  })

  it('T63 says so when a key of the same id is another key', async () => {
    await expect(withKeys({ id: 'k2', key: randomBytes(32) }).find('T1')).rejects.toThrow(
      /cannot be decrypted.*`k2`/,
    )
  })
})

describe('a sealed token', () => {
  const box = createTokenBox([k1])
  const owner = { platform: 'slack', team: 'T1' }
  const sealed = box.seal(owner, 'xoxb-1')

  it('T63 opens for its own workspace only', () => {
    expect(box.open(owner, sealed)).toEqual({ token: 'xoxb-1', old: false })
    expect(() => box.open({ ...owner, team: 'T2' }, sealed)).toThrow('T2 cannot be decrypted')
    expect(() => box.open({ ...owner, platform: 'teams' }, sealed)).toThrow('cannot be decrypted')
  })

  it('T63 opens only as it was sealed', () => {
    const [id, iv, tag, text] = sealed.split('.').map((part) => part)
    for (const broken of [
      [id, iv, tag].join('.'),
      [id, iv, tag?.slice(0, 8), text].join('.'),
      [id, iv, tag, `${text}AAAA`].join('.'),
      [id, tag, iv, text].join('.'),
      `${id}...`,
    ])
      expect(() => box.open(owner, broken)).toThrow('cannot be decrypted')
  })

  it('never looks the same twice', () => {
    expect(box.seal(owner, 'xoxb-1')).not.toBe(sealed)
  })
})

describe('the keys of tokens', () => {
  const text = (bytes: number) => randomBytes(bytes).toString('base64')

  it('are read in their order', () => {
    const read = readTokenKeys(`new:${text(32)}, old-1:${text(32)}`)
    expect(read.ok && read.value.map(({ id, key }) => [id, key.length])).toEqual([
      ['new', 32],
      ['old-1', 32],
    ])
  })

  it.each([
    ['nothing', ''],
    ['no id', text(32)],
    ['a short key', `k1:${text(16)}`],
    ['a long key', `k1:${text(33)}`],
    ['one bad among good', `k1:${text(32)},k2:short`],
    ['an end that is missing', `k1:${text(32)},`],
    ['an id with a point', `k.1:${text(32)}`],
  ])('are refused with %s', (_, given) => {
    expect(readTokenKeys(given)).toEqual({ ok: false, no: 'unreadable' })
  })

  it('are refused when two have the same id', () => {
    expect(readTokenKeys(`k1:${text(32)},k1:${text(32)}`)).toEqual({ ok: false, no: 'same_id' })
  })
})

describe('the workspace that the operator named', () => {
  const grid: Installation = { ...acme, enterprise: 'E1' }

  it('is found by its id and by its organisation’s, and no other', async () => {
    const installations = fixedInstallation(() => grid)
    expect(await installations.find('T1')).toEqual(grid)
    expect(await installations.find('E1')).toEqual(grid)
    expect(await installations.find('T2')).toBeUndefined()
    expect(await installations.all()).toEqual([grid])
  })

  it('is gone once removed, and nothing can be installed beside it', async () => {
    const installations = fixedInstallation(() => acme)
    await installations.remove('T2')
    expect(await installations.all()).toEqual([acme])
    await expect(installations.save(grid)).rejects.toThrow('SLACK_BOT_TOKEN')
    await installations.remove('T1')
    expect(await installations.all()).toEqual([])
    expect(await installations.find('T1')).toBeUndefined()
  })
})
