import { execFile } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { createWebAdapter } from '../../adapters/web/index.ts'
import type { WebPerson, WebRoom } from '../../adapters/web/who.ts'
import type { Adapter } from '../../src/chat/adapter.ts'
import { createChatLog } from '../../src/store/chat-log.ts'
import { migrate } from '../../src/store/migrate.ts'
import { createPool } from '../../src/store/pool.ts'
import { testDatabase } from './database.ts'
import { createWebBot } from './web-bot.ts'

const person = (
  id: string,
  name: string,
  side: WebPerson['side'],
  role: string,
  roles: readonly string[],
): WebPerson => ({
  id,
  name,
  side,
  role,
  roles,
  org: side === 'customer' ? 'Huaxing' : 'Northwind',
  language: 'en',
  zone: side === 'customer' ? 'Asia/Shanghai' : 'Europe/London',
})

/** The people of the web chat's tests: a customer's two, a supplier's two, and a stranger of another customer. */
export const webPeople: readonly WebPerson[] = [
  person('zhao', 'Zhao Min', 'customer', 'Reporter', ['reporter']),
  person('qian', '钱立', 'customer', 'Contact', ['contact']),
  person('li', 'Li Wei', 'supplier', 'Engineer', ['engineer']),
  person('chen', 'Chen Hui', 'supplier', 'Project manager', ['project_manager']),
  { ...person('smith', 'Ada Smith', 'customer', 'Reporter', ['reporter']), org: 'Albion' },
]

const rooms: readonly WebRoom[] = [
  { conversation: 'huaxing', name: 'Huaxing', side: 'customer' },
  { conversation: 'engineers', name: 'Engineers', side: 'supplier' },
]

const roomsOf = async (id: string): Promise<readonly WebRoom[]> => {
  const known = webPeople.find((one) => one.id === id)
  if (known?.side === 'supplier') return rooms
  return known?.org === 'Huaxing' ? rooms.slice(0, 1) : []
}

/** Builds the page into a folder of its own. */
export const buildPage = async (): Promise<{
  readonly assets: string
  readonly drop: () => Promise<void>
}> => {
  const folder = await mkdtemp(join(tmpdir(), 'accord-page-'))
  await promisify(execFile)(process.execPath, ['src/build.mjs', folder, 'page'])
  return { assets: join(folder, 'web'), drop: () => rm(folder, { recursive: true, force: true }) }
}

/** The web chat on a real database with a bot that answers by rote. `restart` ends the server and starts another on the same log. */
export const startWebChat = async (assets: string) => {
  const database = await testDatabase()
  const pool = createPool({ url: database.url })
  await migrate(pool)
  const log = createChatLog(pool)
  const people = new Map(webPeople.map((one) => [one.id, one]))
  const waits = new Map<string, number>()
  const faults: unknown[] = []
  let adapter: Adapter

  const adapterAt = (port: number) =>
    createWebAdapter({
      log,
      knows: async (person) => people.has(person),
      people: async () => [...people.values()],
      rooms: roomsOf,
      waits: async () => waits,
      clock: Date.now,
      host: '127.0.0.1',
      port,
      assets,
      onFault: (fault) => faults.push(fault),
    })
  adapter = adapterAt(0)
  const bot = createWebBot(() => adapter, Date.now)
  const receive: typeof bot.receive = async (inbound) => {
    const choice =
      inbound.kind === 'press' && inbound.press.flow === 'prefer_language' ? inbound.press.choice : ''
    const speaker = people.get(inbound.who.user)
    if (speaker && (choice === 'en' || choice === 'zh-CN'))
      people.set(speaker.id, { ...speaker, language: choice })
    return bot.receive(inbound)
  }
  const { address = '' } = await adapter.start(receive)
  const port = Number(new URL(address).port)

  return {
    address,
    port,
    log,
    pool,
    bot,
    people,
    waits,
    faults,
    adapter: () => adapter,
    stop: () => adapter.stop(),
    restart: async () => {
      adapter = adapterAt(port)
      await adapter.start(receive)
    },
    end: async () => {
      await adapter.stop()
      await log.close()
      await pool.end()
      await database.drop()
    },
  }
}

/** A running web chat of a test. */
export type WebChat = Awaited<ReturnType<typeof startWebChat>>
