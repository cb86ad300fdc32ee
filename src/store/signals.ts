import { randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'

type Topic = 'outbox' | 'reference'

/** Word between processes that something was committed. A hint only: it may be lost, the sweeps find everything. */
export type Signals = {
  readonly tell: (topic: Topic, detail: string) => void
  readonly onTold: (listener: (topic: Topic, detail: string) => void) => () => void
  readonly close: () => Promise<void>
}

const channel = 'accord'
const notify = 'select pg_notify($1, payload) from unnest($2::text[]) payload'
/** The first word goes at once; under load those of some milliseconds go together. */
const gatherMs = 5
const topics: readonly Topic[] = ['outbox', 'reference']

/**
 * Signals over NOTIFY and LISTEN; this process hears its own at once. They are sent after the commit and gathered, never inside it: PostgreSQL lets
 * transactions that notify commit only one after another, which measured a third of the throughput. The listening
 * connection is opened with the first listener and again whenever it breaks; then every topic is told, because
 * something may have been missed.
 */
export const createSignals = (pool: pg.Pool, retryMs = 250, self: string = randomUUID()): Signals => {
  const listeners = new Set<(topic: Topic, detail: string) => void>()
  const waiting = new Set<string>()
  let sending: Promise<void> | undefined
  let client: pg.Client | undefined
  let retry: NodeJS.Timeout | undefined
  let closed = false

  const hear = (topic: Topic, detail: string) => {
    for (const listener of listeners) listener(topic, detail)
  }
  const listen = async () => {
    retry = undefined
    const mine = new pg.Client(pool.options)
    client = mine
    const again = () => {
      if (client !== mine) return
      client = undefined
      if (!closed) retry = setTimeout(listen, retryMs)
    }
    mine.on('error', () => {})
    mine.on('end', again)
    mine.on('notification', ({ payload = '' }) => {
      const [name, detail = '', from] = payload.split(' ')
      if (from === self) return
      for (const topic of topics) if (topic === name) hear(topic, detail)
    })
    try {
      await mine.connect()
      await mine.query(`listen ${channel}`)
      for (const topic of topics) hear(topic, '')
    } catch {
      await mine.end().catch(() => {})
      again()
    }
  }
  const send = async () => {
    try {
      while (waiting.size > 0) {
        const payloads = [...waiting]
        waiting.clear()
        await pool.query({ name: 'accord_notify', text: notify, values: [channel, payloads] })
        await pause(gatherMs)
      }
    } catch {
      // A hint that could not be given: the database is away, and when it returns every listener is told anyway.
    } finally {
      sending = undefined
    }
  }

  return {
    tell: (topic, detail) => {
      hear(topic, detail)
      waiting.add(`${topic} ${detail} ${self}`)
      sending ??= send()
    },
    onTold: (listener) => {
      listeners.add(listener)
      if (!client && !retry && !closed) void listen()
      return () => void listeners.delete(listener)
    },
    close: async () => {
      closed = true
      clearTimeout(retry)
      await sending
      await client?.end().catch(() => {})
    },
  }
}
