import { createServer } from 'node:http'
import type { Adapter } from '../../src/chat/adapter.ts'
import type { ChatLog } from '../../src/chat/chat-log.ts'
import { readAssets } from './assets.ts'
import { createChanges } from './changes.ts'
import { createChat } from './chat.ts'
import { createFiles } from './files.ts'
import { refOf } from './inbound.ts'
import { drainable, listen } from './listen.ts'
import { createLive } from './live.ts'
import { createReading } from './reading.ts'
import { render } from './render.ts'
import { createRoutes, type WebHealth } from './routes.ts'
import { directOf, placeOf, type WebDirectory } from './who.ts'

/** What the web chat is made of. `port` 0 takes a free one; `assets` is the folder of the built page. */
export type WebParts = WebDirectory & {
  readonly log: ChatLog
  readonly clock: () => number
  readonly host: string
  readonly port: number
  readonly assets: string
  /** How the bot is, for whoever watches it at `/health`. */
  readonly health?: () => Promise<WebHealth>
  /** Told of every fault that ended a request. */
  readonly onFault?: (fault: unknown) => void
}

/**
 * The web chat: a chat platform of this machine, for first steps. Its memory is the chat log, so any number of processes
 * show the same conversations. Its address is reachable from this machine only: whoever opens it may be anyone.
 */
export const createWebAdapter = (parts: WebParts): Adapter => {
  const { log, clock, host, port, assets, onFault = () => {} } = parts
  const { health = async () => ({ status: 'up' as const }) } = parts
  const server = createServer()
  const drain = drainable(server)
  let live: ReturnType<typeof createLive> | undefined

  const known = async (conversation: string) =>
    !conversation.startsWith('direct:') || (await parts.knows(conversation.slice('direct:'.length)))

  return {
    platform: 'web',
    leads: true,
    start: async (receive) => {
      const asset = await readAssets(assets)
      const chat = createChat({ log, directory: parts, clock, hear: receive, onFault })
      live = createLive(log, clock)
      const reading = createReading(log, parts, clock)
      const changes = createChanges(log, parts, clock)
      server.on(
        'request',
        createRoutes({
          chat,
          reading,
          changes,
          files: createFiles(log, parts, clock),
          live,
          directory: parts,
          asset,
          health,
          onFault,
        }),
      )
      const address = await listen(server, host, port)
      await chat.catchUp().catch(onFault)
      return { address }
    },
    stop: async () => {
      live?.stop()
      if (server.listening) await drain()
    },
    direct: async (account) => placeOf(directOf(account.user)),
    post: async (place, { key, card, thread, language, zone }) => {
      try {
        if (!(await known(place.conversation)))
          return { outcome: 'unreachable', why: 'Nobody of that name is on the web chat.' }
        const root = place.thread === undefined ? undefined : await log.message(place.thread)
        const message = await log.append({
          key: postKey(key),
          conversation: place.conversation,
          ...(root ? { thread: root.thread ?? root.id } : {}),
          at: clock(),
          content: { kind: 'posted', card: render({ card, ...(thread ? { thread } : {}) }), language, zone },
        })
        return { outcome: 'sent', message: refOf(message) }
      } catch (fault) {
        return { outcome: 'unknown', why: String(fault) }
      }
    },
    update: async (message, { card, thread, language, zone }) => {
      try {
        return (await log.redraw(message.message, {
          card: render({ card, ...(thread ? { thread } : {}) }),
          language,
          zone,
        }))
          ? { outcome: 'sent', message }
          : { outcome: 'unreachable', why: 'This card is not in the web chat.' }
      } catch (fault) {
        return { outcome: 'unknown', why: String(fault) }
      }
    },
    find: async (place, key) => {
      const message = await log.withKey(postKey(key))
      return message?.conversation === place.conversation ? refOf(message) : undefined
    },
  }
}

/** The log's key of a post, apart from every person's. */
const postKey = (key: string): string => `/post/${key}`
