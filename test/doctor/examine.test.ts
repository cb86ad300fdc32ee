import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Redis } from 'ioredis'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { neededScopes } from '../../adapters/slack/setup/scopes.ts'
import { checkClock } from '../../src/cli/doctor/clock.ts'
import { examine } from '../../src/cli/doctor/examine.ts'
import type { Finding } from '../../src/cli/doctor/finding.ts'
import { findingLines } from '../../src/cli/doctor/finding.ts'
import { checkNode } from '../../src/cli/doctor/node.ts'
import { holdDirectory } from '../../src/process/hold.ts'
import { createLog } from '../../src/process/log.ts'
import { type Config, readConfig } from '../../src/settings/config.ts'
import { createInstallations } from '../../src/store/installations.ts'
import { migrate, newestSchema } from '../../src/store/migrate.ts'
import { createSql } from '../../src/store/sql.ts'
import { type TestDatabase, testDatabase } from '../support/database.ts'
import { noRedis, type TestRedis, testRedis } from '../support/redis.ts'
import { slackDouble } from './slack-double.ts'

const log = createLog({ level: 'error' })

const configOf = (env: { readonly [name: string]: string }): Config => {
  const read = readConfig(env, [])
  if (!read.ok || read.value === 'help') throw new Error(JSON.stringify(read))
  return read.value
}

const findingsOf = async (env: { readonly [name: string]: string }, now = Date.now) => {
  const findings: Finding[] = []
  await examine(configOf(env), { log, now, say: (finding) => void findings.push(finding) })
  return findings
}
const toFix = (findings: readonly Finding[]) => findings.filter(({ state }) => state === 'fix')
const about = (findings: readonly Finding[], what: string) =>
  findings.filter((finding) => finding.about === what).map(({ state, says }) => `${state}: ${says}`)

describe.skipIf(noRedis)('the doctor', () => {
  let database: TestDatabase
  let admin: pg.Pool
  let redis: TestRedis
  let dataDir: string
  const servers = () => ({ DATABASE_URL: database.url, REDIS_URL: redis.path })
  const configure = async (...settings: readonly (readonly [string, string])[]) => {
    const client = new Redis(redis.path)
    for (const [name, value] of settings) await client.config('SET', name, value)
    client.disconnect()
  }
  beforeAll(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'accord-doctor-'))
    database = await testDatabase({ empty: true })
    admin = new pg.Pool({ connectionString: database.url, max: 1 })
    admin.on('error', () => {})
    redis = await testRedis()
  })
  afterAll(async () => {
    await admin.end()
    await redis.stop()
    await database.drop()
    await rm(dataDir, { recursive: true })
  })

  it('finds nothing to fix on an empty database, and leaves it empty', async () => {
    const findings = await findingsOf(servers())
    expect(toFix(findings)).toEqual([])
    expect(about(findings, 'database')).toEqual([
      expect.stringMatching(/^ok: PostgreSQL at /),
      'ok: can be written',
      'note: It is empty.',
    ])
    expect(about(findings, 'clock')).toEqual(['ok: agrees with the database'])
    expect(about(findings, 'timers')).toEqual([expect.stringMatching(/^ok: (Redis|Valkey) \d.* answers$/)])
    expect(about(findings, 'Slack')).toEqual([expect.stringMatching(/^off: no SLACK_BOT_TOKEN/)])
    expect(about(findings, 'Teams')).toEqual([expect.stringMatching(/^off: no TEAMS_APP_ID/)])
    const { rows } = await admin.query("select tablename from pg_tables where schemaname = 'public'")
    expect(rows).toEqual([])
  })

  it('finds the schema up to date once a bot used it, and says that there is no organisation', async () => {
    await migrate(admin)
    const findings = await findingsOf(servers())
    expect(about(findings, 'database')).toContain(`ok: its schema is up to date (version ${newestSchema})`)
    expect(about(findings, 'organisation')).toEqual(['note: There is none yet.'])
  })

  it('T76 names a Redis that throws away, forgets or sleeps long', async () => {
    await configure(['maxmemory-policy', 'allkeys-lru'], ['appendonly', 'no'], ['hz', '10'])
    const findings = await findingsOf(servers())
    expect(about(findings, 'timers').slice(1)).toEqual([
      expect.stringMatching(/^fix: .*\(maxmemory-policy allkeys-lru\)/),
      expect.stringMatching(/^note: Redis forgets/),
      expect.stringMatching(/^note: .*\(hz 10\)/),
    ])
    const pinged = await findingsOf({ ...servers(), REDIS_PING_MS: '10' })
    expect(about(pinged, 'timers').join()).not.toContain('hz')
    await configure(['maxmemory-policy', 'noeviction'], ['appendonly', 'yes'], ['hz', '100'])
  })

  it('says what does not answer, without its password', async () => {
    const findings = await findingsOf({
      DATABASE_URL: 'postgres://accord:hunter2@127.0.0.1:9/accord',
      REDIS_URL: 'redis://:hunter2@127.0.0.1:9',
    })
    expect(toFix(findings).map((finding) => finding.about)).toEqual(['database', 'timers'])
    expect(findings.flatMap(findingLines).join('\n')).not.toContain('hunter2')
    expect(about(findings, 'database')).toEqual([expect.stringMatching(/cannot be reached \(.*ECONNREFUSED/)])
  })

  it('T76 says when the database cannot be written', async () => {
    await admin.query(
      `do $$ begin execute format('alter database %I set default_transaction_read_only = on', current_database()); end $$`,
    )
    const findings = await findingsOf(servers())
    expect(toFix(findings).map(({ says }) => says)).toEqual([
      expect.stringMatching(/^It cannot be written: .*read-only/),
    ])
    await admin.query(
      `do $$ begin execute format('alter database %I reset default_transaction_read_only', current_database()); end $$`,
    )
  })

  it('says when a newer Accord used the database', async () => {
    await admin.query('insert into schema_version (version) values (99)')
    expect(toFix(await findingsOf(servers())).map(({ says }) => says)).toEqual([
      `A newer Accord has used it: its schema has version 99, this program knows ${newestSchema}.`,
    ])
    await admin.query('delete from schema_version where version = 99')
  })

  it('T76 says who holds the private servers, and looks at the rest', async () => {
    const hold = await holdDirectory(dataDir)
    if ('kind' in hold) throw new Error('held')
    await hold.note('http://127.0.0.1:9')
    const findings = await findingsOf({ ...servers(), REDIS_URL: '', DATA_DIR: dataDir })
    expect(toFix(findings)).toEqual([])
    expect(about(findings, 'database')).toEqual([
      expect.stringMatching(
        new RegExp(`^note: .* is in use by process ${process.pid} .*http://127\\.0\\.0\\.1:9`),
      ),
      expect.stringMatching(/^ok: PostgreSQL at/),
      'ok: can be written',
      expect.stringMatching(/up to date/),
    ])
    expect(about(findings, 'timers')).toEqual([])
    await hold.release()
  })

  it('looks into every workspace that installed the app, and names the one that took its token back', async () => {
    const key = randomBytes(32)
    const installations = createInstallations(createSql(admin), [{ id: 'k1', key }])
    const common = { platform: 'slack', botId: 'B', botUser: 'U', scopes: [], installedAt: 1 } as const
    await installations.save({ ...common, team: 'T1', botToken: 'xoxb-1-hunter2' })
    await installations.save({ ...common, team: 'T2', botToken: 'xoxb-2-hunter2', installedAt: 2 })
    const double = await slackDouble(
      ({ method, token }) => {
        if (method === 'users.conversations') return { channels: [] }
        return token === 'xoxb-1-hunter2' ? { team: 'One', team_id: 'T1' } : { error: 'token_revoked' }
      },
      { 'x-oauth-scopes': neededScopes.join(',') },
    )
    const env = {
      ...servers(),
      SLACK_API_URL: double.apiUrl,
      SLACK_SIGNING_SECRET: 'hunter2hunter2',
      SLACK_CLIENT_ID: '1.2',
      SLACK_CLIENT_SECRET: 'hunter2hunter2',
      SLACK_STATE_SECRET: 'hunter2hunter2hunter2',
    }
    const findings = await findingsOf({ ...env, TOKEN_KEYS: `k1:${key.toString('base64')}` })
    expect(about(findings, 'Slack').slice(0, 3)).toEqual([
      'ok: One (T1): the token of T1 is accepted',
      'ok: One: the app may do all it needs',
      'fix: the token of T2 is not accepted (token_revoked).',
    ])
    const other = await findingsOf({ ...env, TOKEN_KEYS: `k2:${randomBytes(32).toString('base64')}` })
    expect(about(other, 'Slack')[0]).toMatch(/^fix: .* with the key `k1`, which is not in TOKEN_KEYS/)
    expect([...findings, ...other].flatMap(findingLines).join('\n')).not.toContain('hunter2')
    await double.close()
  })
})

describe('a finding', () => {
  it('is printed with what to do, and without secrets', () => {
    const line = findingLines({
      about: 'database',
      state: 'fix',
      says: 'postgres://a:hunter2@db/x',
      todo: 'Not xoxb-hunter2.',
    })
    expect(line).toEqual(['fix   database       postgres://a:***@db/x', '      → Not xoxb-***.'])
  })

  it.each([
    ['20.20.2', 'ok'],
    ['20.19.0', 'ok'],
    ['24.0.1', 'ok'],
    ['20.18.3', 'fix'],
    ['18.20.0', 'fix'],
  ])('of Node %s is %s', (version, state) => {
    expect(checkNode(version).state).toBe(state)
  })

  it('T76 of a clock is not led astray by a slow answer', () => {
    const answered = { earliest: 5_000, latest: 5_999 }
    expect(checkClock('Slack', { before: 0, after: 9_000 }, answered).state).toBe('ok')
    expect(checkClock('Slack', { before: 9_000, after: 10_000 }, answered).says).toBe(
      'is 3 s ahead of Slack.',
    )
    expect(checkClock('Slack', { before: 0, after: 1_000 }, answered).says).toBe('is 4 s behind Slack.')
  })

  it.each([
    [0, 'ok'],
    [2_000, 'ok'],
    [-2_600, 'note'],
    [61_000, 'fix'],
    [-61_000, 'fix'],
  ])('T76 of a clock %s ms off is %s', (apart, state) => {
    const at = 1_000_000
    const ours = { before: at + apart, after: at + apart }
    expect(checkClock('the database', ours, { earliest: at, latest: at }).state).toBe(state)
  })
})
