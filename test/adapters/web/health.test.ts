import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createWebAdapter } from '../../../adapters/web/index.ts'
import { webCall } from '../../support/web-call.ts'
import { buildPage, startWebChat, type WebChat } from '../../support/web-chat.ts'

let page: Awaited<ReturnType<typeof buildPage>>
let chat: WebChat
beforeAll(async () => {
  page = await buildPage()
  chat = await startWebChat(page.assets)
})
afterAll(async () => {
  await chat.end()
  await page.drop()
})

describe('the health of the bot', () => {
  it.each([
    [{ status: 'up', database: 'up', timers: 'up' }, 200],
    [{ status: 'degraded', database: 'up', timers: 'away' }, 200],
    [{ status: 'down', database: 'away', timers: 'up' }, 503],
  ] as const)('T15 T16 is told at /health: %o is %i', async (health, status) => {
    const adapter = createWebAdapter({
      log: chat.log,
      knows: async () => false,
      people: async () => [],
      rooms: async () => [],
      clock: Date.now,
      host: '127.0.0.1',
      port: 0,
      assets: page.assets,
      health: async () => health,
    })
    const { address } = await adapter.start(chat.bot.receive)
    expect((await webCall(`${address}health`)).status).toBe(status)
    await adapter.stop()
  })
})
