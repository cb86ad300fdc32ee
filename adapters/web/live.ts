import type { IncomingMessage, ServerResponse } from 'node:http'
import type { ChatLog } from '../../src/chat/chat-log.ts'
import { securityHeaders } from './http.ts'
import { limits } from './limits.ts'
import { conversationsOf, type WebDirectory, type WebPerson } from './who.ts'

const pulseMs = 15_000

/** One page that follows: who its visitor is, and how far it has seen. */
type Page = {
  readonly people: readonly string[]
  readonly response: ServerResponse
  cursor: number
  signIns: string
  pumping: boolean
  dirty: boolean
}

/** Resolves when more can be written, or never will be; leaves no listener behind on a page that is slow for hours. */
const drained = (response: ServerResponse): Promise<void> =>
  new Promise((resolve) => {
    const over = () => {
      response.off('drain', over).off('close', over)
      resolve()
    }
    response.on('drain', over).on('close', over)
  })

/**
 * Live pages by server-sent events. Every event's id is the cursor of the change feed, so a page that comes back with its
 * last id gets each message that changed meanwhile once, as it stands.
 */
export const createLive = (log: ChatLog, directory: WebDirectory, clock: () => number) => {
  const pages = new Set<Page>()

  const write = async (page: Page, event: string, data: unknown, id?: number) => {
    const text = `${id === undefined ? '' : `id: ${id}\n`}event: ${event}\ndata: ${JSON.stringify(data)}\n\n`
    if (page.response.write(text) || page.response.destroyed) return
    await drained(page.response)
  }

  const showPeople = async (page: Page, people: readonly WebPerson[]) => {
    const signIns = JSON.stringify(people)
    if (signIns === page.signIns) return
    page.signIns = signIns
    await write(page, 'people', { people, now: clock() })
  }

  /** The page remembers more than the log holds: the log is another one, and the page must begin anew. */
  const isAhead = async (page: Page) => page.cursor > (await log.cursor())

  const follow = async (page: Page) => {
    if (page.signIns === '' && (await isAhead(page))) await write(page, 'reset', {})
    await showPeople(page, await directory.people())
    const theirs = await Promise.all(page.people.map((person) => conversationsOf(directory, person)))
    const conversations = [...new Set(theirs.flat())]
    for (;;) {
      const changes = await log.since(page.cursor, conversations, limits.changes)
      for (const message of changes) {
        page.cursor = message.changed
        await write(page, 'message', { message, now: clock() }, message.changed)
      }
      if (changes.length < limits.changes || page.response.destroyed) return
    }
  }

  /** One run per page at a time; a change during it means another run. A failed run ends the page's stream: it comes back. */
  const pump = async (page: Page) => {
    page.dirty = true
    if (page.pumping) return
    page.pumping = true
    try {
      while (page.dirty && pages.has(page)) {
        page.dirty = false
        await follow(page)
      }
    } catch {
      page.response.end()
    } finally {
      page.pumping = false
    }
  }

  const pumpAll = () => {
    for (const page of pages) void pump(page)
  }
  const unlisten = log.onChange(pumpAll)
  const pulse = setInterval(() => {
    for (const page of pages) page.response.write(`event: pulse\ndata: ${clock()}\n\n`)
    pumpAll()
  }, pulseMs)

  return {
    open: (request: IncomingMessage, response: ServerResponse, people: readonly string[], since: number) => {
      response.writeHead(200, {
        ...securityHeaders,
        'content-type': 'text/event-stream',
        'cache-control': 'no-store',
      })
      const last = Number(request.headers['last-event-id'])
      const cursor = Number.isSafeInteger(last) && last > since ? last : since
      const page: Page = { people, response, cursor, signIns: '', pumping: false, dirty: false }
      response.write(`retry: 1000\nevent: pulse\ndata: ${clock()}\n\n`)
      pages.add(page)
      response.on('close', () => pages.delete(page))
      void pump(page)
    },
    /** Somebody acted here: what follows from it may show without a message, e.g. another language. */
    refresh: pumpAll,
    stop: () => {
      unlisten()
      clearInterval(pulse)
      for (const page of pages) page.response.end()
      pages.clear()
    },
  }
}
