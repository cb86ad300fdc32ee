import { execFile, spawn } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { examine } from '../../src/cli/doctor/examine.ts'
import type { Finding } from '../../src/cli/doctor/finding.ts'
import { createLog } from '../../src/process/log.ts'
import { readConfig } from '../../src/settings/config.ts'
import { begins, said } from '../store/samples.ts'
import { withStores } from '../store/with-store.ts'
import { forge, tamper } from '../support/tamper.ts'

const root = join(import.meta.dirname, '../..')

describe('npm run audit', () => {
  const { one, admin, url } = withStores()
  let cwd: string
  beforeAll(async () => {
    cwd = await mkdtemp(join(tmpdir(), 'accord-audit-'))
    await promisify(execFile)(process.execPath, [join(root, 'src/build.mjs')])
    await one().commit(
      ['A-1', 'A-2', 'A-3', 'A-4'].map((item) =>
        begins(item, { kind: 'parcel', events: [1, 2, 3, 4, 5].map((n) => said(`${n} of ${item}`)) }),
      ),
    )
  })
  afterAll(() => rm(cwd, { recursive: true }))

  const audit = async (...args: readonly string[]) => {
    const child = spawn(process.execPath, [join(root, 'dist/audit.js'), ...args], {
      cwd,
      env: { PATH: process.env.PATH, DATABASE_URL: url() },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    const ended = new Promise<number | null>((resolve) => child.once('exit', resolve))
    const [said, complained, code] = await Promise.all([text(child.stdout), text(child.stderr), ended])
    return { said, complained, code }
  }
  const anchored = () => audit('--anchor', 'heads')

  it('finds all in order, and says so', async () => {
    expect(await audit()).toEqual({
      said: 'ok    log            4 logs with 20 entries: in order and complete\n',
      complained: '',
      code: 0,
    })
  })

  it('begins an anchor, and lets it grow by what is new', async () => {
    const first = await anchored()
    expect(first.said).toContain(
      'fix   anchor         heads was not there, so nothing held the logs against it',
    )
    expect(first.said).toMatch(/ok {4}anchor {9}heads was begun; its fingerprint is now [0-9a-f]{64}\n$/)
    expect(first.code).toBe(1)
    const begun = await readFile(join(cwd, 'heads'), 'utf8')
    await one().commit([begins('A-5', { kind: 'parcel' })])
    expect((await anchored()).said).toContain('heads agrees')
    const grown = await readFile(join(cwd, 'heads'), 'utf8')
    expect(grown.startsWith(begun) && grown.length > begun.length).toBe(true)
    expect((await anchored()).code).toBe(0)
    expect(await readFile(join(cwd, 'heads'), 'utf8')).toBe(grown)
  })

  it('T67 names the first bad entry of a log that was written anew with all its hashes: through the anchor alone', async () => {
    await forge(admin(), 'A-2', 3, { text: 'nothing happened' })
    expect((await audit()).code).toBe(0)
    const { said, code } = await anchored()
    expect(said).toContain('fix   anchor         A-2: entry 3 is not the one that was anchored')
    expect(code).toBe(1)
  })

  it('T67 names the first entry that is gone when the tail was cut off and the head set back: through the anchor alone', async () => {
    await tamper(admin(), `delete from events where item = 'A-3' and seq > 3`)
    await admin().query(
      `update items set seq = 3, head = (select hash from events where item = 'A-3' and seq = 3) where id = 'A-3'`,
    )
    expect((await audit()).code).toBe(0)
    expect((await anchored()).said).toContain('A-3: entry 4 and all that came after it are gone.')
  })

  it('T67 names a ticket that is gone without a trace: through the anchor alone', async () => {
    await tamper(admin(), `delete from events where item = 'A-5'; delete from items where id = 'A-5'`)
    expect((await audit()).code).toBe(0)
    expect((await anchored()).said).toContain(
      'A-5: entry 1 and all that came after it are gone, and the ticket with them',
    )
  })

  it('T67 ends with 1 on an edited entry, and the doctor has something to fix too', async () => {
    await tamper(admin(), `update events set body = '{"text":"no"}' where item = 'A-1' and seq = 4`)
    const { said, code } = await audit()
    expect(said).toContain(
      'fix   log            A-1: entry 4 is missing, moved or changed; the 3 before it are as they were written.',
    )
    expect(code).toBe(1)

    const found: Finding[] = []
    const config = readConfig({ DATABASE_URL: url(), REDIS_URL: 'redis://127.0.0.1:9' }, [])
    if (!config.ok || config.value === 'help') throw new Error('no settings')
    const say = (finding: Finding) => void found.push(finding)
    await examine(config.value, { log: createLog({ level: 'error' }), now: Date.now, say })
    expect(found).toContainEqual(
      expect.objectContaining({ about: 'log', state: 'fix', says: expect.stringContaining('A-1: entry 4') }),
    )
  })

  it('believes no anchor that somebody wrote in', async () => {
    const lines = (await readFile(join(cwd, 'heads'), 'utf8')).split('\n')
    await writeFile(join(cwd, 'heads'), [lines[0], lines[0], ...lines.slice(2)].join('\n'))
    const { said, code } = await anchored()
    expect(said).toContain('fix   anchor         Line 2 of heads is damaged.')
    expect(code).toBe(1)
  })

  it('says what it is for', async () => {
    expect((await audit('--help')).said).toMatch(/^Usage: npm run audit/)
    expect(await audit('--wat')).toMatchObject({ code: 1, complained: expect.stringContaining('Usage') })
  })
})
