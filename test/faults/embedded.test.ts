import { chmod, mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createLog } from '../../src/process/log.ts'
import { createQueue } from '../../src/queue/bullmq.ts'
import { findRedisServer, startEmbeddedRedis } from '../../src/queue/embedded.ts'
import { startEmbeddedPostgres } from '../../src/store/embedded.ts'
import { ask } from './support/ask.ts'

const soon = { timeout: 60_000, interval: 20 }
const server = await findRedisServer()

describe('an embedded server', () => {
  let root: string
  let lines: string[]
  const log = createLog({ level: 'debug', write: (line) => void lines.push(line) })
  const startPostgres = (folder = 'home') =>
    startEmbeddedPostgres({ dataDir: join(root, 'data'), home: join(root, folder), log, sync: false })

  beforeEach(async () => {
    lines = []
    root = await mkdtemp(join(tmpdir(), 'accord-embedded-'))
    await chmod(root, 0o755) // as root, PostgreSQL's account must get through
  })
  afterEach(() => rm(root, { recursive: true }))

  it('of PostgreSQL comes back from a kill -9 with what it had acknowledged, and its timers know', async () => {
    const postgres = await startPostgres()
    await ask(postgres.url, 'create table kept as select 7 as number')
    const queue = await createQueue({ postgres: postgres.url }, log)
    const fired: string[] = []
    await queue.start(async (item) => void fired.push(item))
    const returned = new Promise<void>((resolve) => queue.onReturn(resolve))
    process.kill(postgres.pid() ?? 0, 'SIGKILL')
    await vi.waitFor(() => expect(lines.join('')).toContain('PostgreSQL answers again'), soon)
    await returned
    expect(await ask(postgres.url, 'select number from kept')).toEqual([{ number: 7 }])
    await queue.arm([{ item: 'X-1', seq: 1, nextDue: 0 }])
    await vi.waitFor(() => expect(fired).toEqual(['X-1']), soon)
    await queue.stop()
    await postgres.stop()
  })

  it('keeps its socket elsewhere when its own path is too long, and removes that at stop', async () => {
    const long = 'x'.repeat(110)
    const postgres = await startPostgres(long)
    const directory = new URL(postgres.url).searchParams.get('host') ?? ''
    expect(dirname(directory)).toBe(tmpdir())
    expect((await stat(directory)).mode & 0o777).toBe(0o700)
    expect(await ask(postgres.url, 'select 1 as one')).toEqual([{ one: 1 }])
    await postgres.stop()
    await expect(stat(directory)).rejects.toThrow('ENOENT')
  })

  it.skipIf(!server)(
    'of Redis keeps its socket elsewhere too, and finds what a killed start left',
    async () => {
      const dataDir = join(root, 'x'.repeat(110))
      const redis = await startEmbeddedRedis({ server: server ?? '', dataDir, log })
      const directory = dirname(redis.path)
      expect(dirname(directory)).toBe(tmpdir())
      await redis.stop()
      await expect(stat(directory)).rejects.toThrow('ENOENT')
      const left = await mkdtemp(join(tmpdir(), 'accord-'))
      await writeFile(join(dataDir, 'redis.sock.directory'), left)
      await (await startEmbeddedRedis({ server: server ?? '', dataDir, log })).stop()
      await expect(stat(left)).rejects.toThrow('ENOENT')
    },
  )

  it('T76 that cannot start says its last words and leaves nothing running', async () => {
    const postgres = await startPostgres()
    await postgres.stop()
    await writeFile(join(postgres.home, 'postgres', 'PG_VERSION'), '9.6\n')
    await expect(startPostgres()).rejects.toThrow(/PostgreSQL does not start: .*incompatible/)
    expect(await readdir(join(postgres.home, 'run'))).toEqual([])
  })
})
