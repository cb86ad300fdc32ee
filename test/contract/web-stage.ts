import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createWebAdapter } from '../../adapters/web/index.ts'
import type { WebRoom } from '../../adapters/web/who.ts'
import type { ChatLog } from '../../src/chat/chat-log.ts'
import { createChatLog } from '../../src/store/chat-log.ts'
import { migrate } from '../../src/store/migrate.ts'
import { createPool } from '../../src/store/pool.ts'
import { testDatabase } from '../support/database.ts'
import { webPeople } from '../support/web-chat.ts'
import { createEar, type Ear } from './ear.ts'
import type { Over, Stage } from './stage.ts'
import { webPlayer } from './web-player.ts'

const room = { platform: 'web', team: 'local', conversation: 'huaxing', direct: false } as const
const rooms: readonly WebRoom[] = [{ conversation: room.conversation, name: 'Huaxing', side: 'customer' }]

const away = async (): Promise<never> => {
  throw new Error('the database is away')
}

/**
 * The log, which is the web chat's platform, and its troubles. It keeps what people say together with what the bot is to hear
 * of it, so when the bot's database is away nothing is said here either.
 */
const troubled = (log: ChatLog, ear: Ear) => {
  let trouble: 'down' | 'mute' | undefined
  const call = <Args extends readonly unknown[], Value>(work: (...args: Args) => Promise<Value>) => {
    return async (...args: Args): Promise<Value> => {
      if (trouble === 'down') return away()
      const value = await work(...args)
      return trouble === 'mute' ? away() : value
    }
  }
  const begins = (one: 'down' | 'mute') => (): Over => {
    trouble = one
    return () => {
      trouble = undefined
    }
  }
  return {
    log: {
      ...log,
      append: call(async (...args: Parameters<ChatLog['append']>) => {
        const [{ content }] = args
        return content.kind === 'said' && ear.isAway ? away() : log.append(...args)
      }),
      redraw: call(log.redraw),
      message: call(log.message),
      withKey: call(log.withKey),
    },
    down: begins('down'),
    mute: begins('mute'),
  }
}

/** The web chat: its real server on a real database. */
export const startWebStage = async (): Promise<Stage> => {
  const database = await testDatabase()
  const pool = createPool({ url: database.url })
  await migrate(pool)
  const assets = await mkdtemp(join(tmpdir(), 'accord-contract-'))
  await writeFile(join(assets, 'index.html'), '<!doctype html>')
  const { ear, receive } = createEar()
  const { log, down, mute } = troubled(createChatLog(pool), ear)
  const create = (from: ChatLog) =>
    createWebAdapter({
      log: from,
      knows: async (person) => webPeople.some(({ id }) => id === person),
      people: async () => webPeople,
      rooms: async () => rooms,
      clock: Date.now,
      host: '127.0.0.1',
      port: 0,
      assets,
    })
  const adapter = create(log)
  const { address = '' } = await adapter.start(receive)

  return {
    adapter,
    ear,
    address,
    room,
    zhao: webPlayer(address, 'zhao'),
    li: webPlayer(address, 'li'),
    lost: { ...room, conversation: 'direct:gone', direct: true },
    nobody: { platform: 'web', team: 'local', user: 'gone' },
    another: () => create(log),
    vanish: async ({ message }) => {
      await pool.query('delete from chat_message where id = $1', [message])
    },
    misbehave: { down, mute },
    complaints: () => [],
    passes: () => {},
    end: async () => {
      await adapter.stop()
      await log.close()
      await pool.end()
      await database.drop()
      await rm(assets, { recursive: true, force: true })
    },
  }
}
