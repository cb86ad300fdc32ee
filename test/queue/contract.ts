import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import type { Queue } from '../../src/queue/queue.ts'

/** A backend under test: how to make a queue on it, and how to clean up after all of them. */
export type Bench = { readonly create: () => Promise<Queue>; readonly drop: () => Promise<void> }

const soon = { timeout: 60_000, interval: 5 }

/** What every backend of the alarm clock must do. */
export const queueContract = (name: string, open: () => Promise<Bench>, skip = false): void => {
  describe.skipIf(skip)(`the alarm clock on ${name}`, () => {
    let bench: Bench
    let queue: Queue
    let fired: { item: string; at: number }[] = []
    let hold: Promise<void> | undefined
    const of = (item: string) => fired.filter((one) => one.item === item)

    beforeAll(async () => {
      bench = await open()
      queue = await bench.create()
      await queue.start(async (item) => {
        fired.push({ item, at: Date.now() })
        await hold
      })
    })
    afterAll(async () => {
      await queue.stop()
      await bench.drop()
    })

    it('says in words what it runs on and that it is healthy', () => {
      expect(queue.describe).toContain(name)
      expect(queue.healthy()).toBe(true)
    })

    it('fires each wake-up once, and none before its moment', async () => {
      fired = []
      const base = Date.now()
      const wakes = Array.from({ length: 300 }, (_, n) => ({
        item: `A-${n}`,
        seq: 1,
        nextDue: base + 100 + n,
      }))
      await queue.arm(wakes)
      await vi.waitFor(() => expect(fired).toHaveLength(300), soon)
      const due = new Map(wakes.map(({ item, nextDue }) => [item, nextDue]))
      expect(new Set(fired.map(({ item }) => item)).size).toBe(300)
      expect(fired.filter(({ item, at }) => at < (due.get(item) ?? Infinity))).toEqual([])
    })

    it('fires what is overdue at once', async () => {
      fired = []
      await queue.arm([{ item: 'B-1', seq: 1, nextDue: Date.now() - 60_000 }])
      await vi.waitFor(() => expect(fired).toHaveLength(1), soon)
    })

    it('fires once what was armed twice, and again for a later seq or after it has fired', async () => {
      fired = []
      // It comes due only once it was armed twice, however long that takes.
      const wake = { item: 'C-1', seq: 1, nextDue: Date.now() + 3_000 }
      await queue.arm([wake])
      await queue.arm([wake])
      await queue.arm([{ item: 'C-end', seq: 1, nextDue: wake.nextDue + 500 }])
      await vi.waitFor(() => expect([of('C-1').length, of('C-end').length]).not.toContain(0), soon)
      expect(fired.map(({ item }) => item).toSorted()).toEqual(['C-1', 'C-end'])
      await queue.arm([{ ...wake, seq: 2 }])
      await vi.waitFor(() => expect(fired).toHaveLength(3), soon)
      fired = []
      await vi.waitFor(async () => {
        await queue.arm([wake])
        expect(of('C-1')).not.toHaveLength(0)
      }, soon)
    })

    it('waits at stop for what is in hand, and takes nothing new', async () => {
      fired = []
      let release = (): void => {}
      hold = new Promise((resolve) => {
        release = resolve
      })
      await queue.arm([{ item: 'D-1', seq: 1, nextDue: Date.now() }])
      await vi.waitFor(() => expect(of('D-1')).toHaveLength(1), soon)
      let stopped = false
      const stopping = queue.stop().then(() => {
        stopped = true
      })
      const other = await bench.create()
      await other.arm([{ item: 'D-2', seq: 1, nextDue: Date.now() + 50 }])
      await new Promise((resolve) => setTimeout(resolve, 150))
      expect({ stopped, next: of('D-2') }).toEqual({ stopped: false, next: [] })
      release()
      await stopping
      hold = undefined
      queue = other
      await queue.start(async (item) => void fired.push({ item, at: Date.now() }))
      await vi.waitFor(() => expect(of('D-2')).toHaveLength(1), soon)
    })
  })
}
