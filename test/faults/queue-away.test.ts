import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createLog, type Log } from '../../src/process/log.ts'
import { createQueue } from '../../src/queue/bullmq.ts'
import type { Queue } from '../../src/queue/queue.ts'
import { noRedis, type TestRedis, testRedis } from '../support/redis.ts'

const soon = { timeout: 60_000, interval: 5 }

describe.skipIf(noRedis)('the alarm clock when Redis', () => {
  let redis: TestRedis
  let queue: Queue
  let lines: string[]
  let log: Log
  let fired: string[]
  const armIn = (item: string, milliseconds: number, seq = 1) =>
    queue.arm([{ item, seq, nextDue: Date.now() + milliseconds }])

  beforeEach(async () => {
    lines = []
    fired = []
    log = createLog({ write: (line) => void lines.push(line) })
    redis = await testRedis()
    queue = await createQueue({ redis }, log)
    await queue.start(async (item) => void fired.push(item))
    await vi.waitFor(() => expect(queue.healthy()).toBe(true), soon)
  })
  afterEach(async () => {
    await queue.stop()
    await redis.stop()
  })

  it('T15 lost everything: what is armed again fires', async () => {
    await armIn('lost', 600_000)
    await redis.flush()
    await armIn('lost', 100)
    await armIn('new', 150)
    // They come due within a twentieth of a second of each other, which nobody promises the order of.
    await vi.waitFor(() => expect(fired.toSorted()).toEqual(['lost', 'new']), soon)
  })

  it('T15 was killed: says so, tells when it is back, keeps what it had and takes new ones', async () => {
    let returns = 0
    queue.onReturn(() => {
      returns += 1
    })
    await armIn('kept', 1_500)
    lines = []
    redis.kill9()
    await vi.waitFor(() => expect(queue.healthy()).toBe(false), soon)
    await expect(armIn('too early', 0)).rejects.toThrow()
    await vi.waitFor(() => expect(returns).toBe(1), soon)
    expect(queue.healthy()).toBe(true)
    await armIn('new', 0)
    await vi.waitFor(() => expect(fired).toEqual(expect.arrayContaining(['new', 'kept'])), soon)
    expect(lines.filter((line) => line.includes('Redis is')).length).toBe(2)
  })

  it('is killed again and again: returns each time', async () => {
    let returns = 0
    queue.onReturn(() => {
      returns += 1
    })
    for (let kill = 1; kill <= 3; kill += 1) {
      redis.kill9()
      await vi.waitFor(() => expect(returns).toBe(kill), soon)
      await armIn(`after ${kill}`, 0)
      await vi.waitFor(() => expect(fired).toContain(`after ${kill}`), soon)
    }
  })

  it('is away: stops without waiting for it', async () => {
    await redis.stop()
    await vi.waitFor(() => expect(queue.healthy()).toBe(false), soon)
    await queue.stop()
    expect(fired).toEqual([])
  })

  it('hangs: arming fails instead of waiting for ever', async () => {
    const pid = redis.pid() ?? 0
    process.kill(pid, 'SIGSTOP')
    await expect(armIn('held', 0)).rejects.toThrow('timed out')
    process.kill(pid, 'SIGCONT')
  })
})
