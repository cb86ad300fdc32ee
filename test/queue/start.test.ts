import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Redis } from 'ioredis'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createLog } from '../../src/process/log.ts'
import { createQueue } from '../../src/queue/bullmq.ts'
import { type EmbeddedRedis, findRedisServer, startEmbeddedRedis } from '../../src/queue/embedded.ts'

const server = await findRedisServer()
const soon = { timeout: 60_000, interval: 5 }

describe.skipIf(!server)('a start of the alarm clock', () => {
  let dataDir: string
  let lines: string[]
  let redis: EmbeddedRedis
  const log = createLog({ write: (line) => void lines.push(line) })
  const startRedis = () => startEmbeddedRedis({ server: server ?? '', dataDir, log })
  const tell = async (path: string, ...command: [string, ...string[]]) => {
    const client = new Redis(path)
    await client.call(...command)
    client.disconnect()
  }

  beforeEach(async () => {
    lines = []
    dataDir = await mkdtemp(join(tmpdir(), 'accord-start-'))
    redis = await startRedis()
  })
  afterEach(async () => {
    await redis.stop()
    await rm(dataDir, { recursive: true })
  })

  it('T76 warns loudly about a Redis that may evict wake-ups', async () => {
    await tell(redis.path, 'config', 'set', 'maxmemory-policy', 'allkeys-lru')
    await (await createQueue({ redis, pingMs: 10 }, log)).stop()
    expect(lines.join('')).toMatch(
      /warn .*may evict wake-ups \(maxmemory-policy allkeys-lru\): set it to noeviction/,
    )
  })

  it('T76 is refused with the fix when Redis wants a password', async () => {
    await tell(redis.path, 'config', 'set', 'requirepass', 'secret')
    await expect(createQueue({ redis }, log)).rejects.toThrow(/refuses us: NOAUTH.*REDIS_URL/)
  })

  it('happens without Redis too, and works as soon as Redis comes', async () => {
    await redis.stop()
    const queue = await createQueue({ redis }, log)
    const fired: string[] = []
    let returns = 0
    queue.onReturn(() => {
      returns += 1
    })
    await queue.start(async (item) => void fired.push(item))
    expect(queue.describe).toContain('not answering yet')
    await expect(queue.arm([{ item: 'E-1', seq: 1, nextDue: 0 }])).rejects.toThrow('away')
    redis = await startRedis()
    await vi.waitFor(() => expect(returns).toBe(1), soon)
    await queue.arm([{ item: 'E-1', seq: 1, nextDue: 0 }])
    await vi.waitFor(() => expect(fired).toEqual(['E-1']), soon)
    await queue.stop()
  })
})
