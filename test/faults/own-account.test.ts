import { execFile } from 'node:child_process'
import { chmod, chown, mkdtemp, readdir, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { accountNamed } from '../../src/process/account.ts'
import { createLog } from '../../src/process/log.ts'
import { startEmbeddedPostgres } from '../../src/store/embedded.ts'
import { ask } from './support/ask.ts'

const run = promisify(execFile)
const nobody = process.getuid?.() === 0 ? await accountNamed('nobody') : undefined
const hasOwn = await accountNamed('accord')

/** Whether a program that runs as this number gets through to the socket. */
const reaches = (path: string, uid: number): Promise<boolean> =>
  run(
    process.execPath,
    [
      '-e',
      `require('net').connect(process.argv[1]).on('connect', () => process.exit(0)).on('error', () => process.exit(1))`,
      path,
    ],
    { uid, gid: uid, cwd: '/', env: {} },
  ).then(
    () => true,
    () => false,
  )

describe.skipIf(nobody === undefined || hasOwn !== undefined)(
  'the private PostgreSQL of root (needs root, and no account `accord`)',
  () => {
    let root: string
    const log = createLog({ level: 'error' })
    const start = (name = 'home') =>
      startEmbeddedPostgres({ dataDir: join(root, 'data'), home: join(root, name), log, sync: false })
    const socketOf = (url: string) => join(new URL(url).searchParams.get('host') ?? '', '.s.PGSQL.5432')
    const giveTo = async (folder: string, uid: number) => {
      for (const entry of await readdir(folder, { recursive: true }))
        await chown(join(folder, entry), uid, uid)
      await chown(folder, uid, uid)
    }
    beforeEach(async () => {
      root = await mkdtemp(join(tmpdir(), 'accord-account-'))
      await chmod(root, 0o755)
    })
    afterEach(() => rm(root, { recursive: true }))

    it('runs under a number of its own, and whoever runs as `nobody` reaches neither it nor its files', async () => {
      const postgres = await start()
      const { uid } = await stat(join(postgres.home, 'postgres'))
      expect([0, nobody?.uid]).not.toContain(uid)
      expect(await accountNamed(String(uid))).toBeUndefined()
      expect(await reaches(socketOf(postgres.url), uid)).toBe(true)
      expect(await reaches(socketOf(postgres.url), nobody?.uid ?? 0)).toBe(false)
      const read = run('ls', [join(postgres.home, 'postgres')], { uid: nobody?.uid, gid: nobody?.gid })
      await expect(read).rejects.toThrow()
      await postgres.stop()
    })

    it('keeps its number, which another home does not share', async () => {
      const [one, two] = [await start('one'), await start('two')]
      const owner = async (home: string) => (await stat(join(home, 'postgres'))).uid
      const owners = [await owner(one.home), await owner(two.home)]
      expect(new Set(owners).size).toBe(2)
      await one.stop()
      const again = await start('one')
      expect(await owner(again.home)).toBe(owners[0])
      await again.stop()
      await two.stop()
    })

    it('takes over what ran as `nobody` before, with its data', async () => {
      const first = await start()
      await ask(first.url, 'create table kept as select 7 as number')
      await first.stop()
      await giveTo(first.home, nobody?.uid ?? 0)
      const second = await start()
      expect(await ask(second.url, 'select number from kept')).toEqual([{ number: 7 }])
      expect(await reaches(socketOf(second.url), nobody?.uid ?? 0)).toBe(false)
      await second.stop()
    })
  },
)
