import { Client, type Pool } from 'pg'

/**
 * Tells this process that the chat log changed. One LISTEN connection while anybody listens; when it breaks it is opened
 * again, and the listeners are called because changes may have been missed meanwhile.
 */
export const chatFeed = (pool: Pool, retryMs = 500) => {
  const listeners = new Set<() => void>()
  let client: Client | undefined
  let retry: NodeJS.Timeout | undefined
  let closed = false

  const tell = () => {
    for (const listener of listeners) listener()
  }
  const again = () => {
    client = undefined
    if (!closed && !retry) retry = setTimeout(listen, retryMs)
  }
  const listen = async () => {
    retry = undefined
    const mine = new Client(pool.options)
    client = mine
    mine.on('notification', tell)
    mine.on('error', () => {})
    mine.once('end', again)
    try {
      await mine.connect()
      await mine.query('listen accord_chat')
      tell()
    } catch {
      mine.off('end', again)
      await mine.end().catch(() => {})
      again()
    }
  }

  return {
    onChange: (listener: () => void): (() => void) => {
      listeners.add(listener)
      if (!client && !retry && !closed) void listen()
      return () => void listeners.delete(listener)
    },
    close: async (): Promise<void> => {
      closed = true
      clearTimeout(retry)
      await client?.end().catch(() => {})
    },
  }
}
