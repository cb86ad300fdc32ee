import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createWebAdapter } from '../../../adapters/web/index.ts'
import { webAct, webCall, webKey } from '../../support/web-call.ts'
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

const direct = { as: 'zhao', conversation: 'direct:zhao' }
const json = { 'content-type': 'application/json' }

describe('the web chat’s door', () => {
  it.each(['0.0.0.0', '::', '192.168.1.4', 'accord.example'])('is never opened on %s', async (host) => {
    const adapter = createWebAdapter({
      log: chat.log,
      knows: async () => false,
      people: async () => [],
      rooms: async () => [],
      clock: Date.now,
      host,
      port: 0,
      assets: page.assets,
    })
    await expect(adapter.start(chat.bot.receive)).rejects.toThrow(/no sign-in yet/)
    await adapter.stop()
  })

  it('says so when its port is taken', async () => {
    const adapter = createWebAdapter({
      log: chat.log,
      knows: async () => false,
      people: async () => [],
      rooms: async () => [],
      clock: Date.now,
      host: '127.0.0.1',
      port: chat.port,
      assets: page.assets,
    })
    await expect(adapter.start(chat.bot.receive)).rejects.toThrow(/taken by another program/)
    await adapter.stop()
  })

  it.each([
    ['a foreign name that resolves here', { host: 'evil.example' }],
    ['a name that only begins like ours', { host: 'localhost.evil.example:80' }],
    ['another page of the same browser', { origin: 'http://localhost:1' }],
    ['a page without an origin', { origin: 'null' }],
    ['a link on a foreign page', { 'sec-fetch-site': 'cross-site' }],
  ])('is shut to %s', async (_, headers) => {
    const came = await webCall(`${chat.address}api/people`, { headers })
    expect(came.status).toBe(403)
    const body = JSON.stringify({ ...direct, key: webKey(), text: 'hello' })
    const posted = await webCall(`${chat.address}api/say`, {
      method: 'POST',
      headers: { ...json, ...headers },
      body,
    })
    expect(posted.status).toBe(403)
  })

  it('is open to its own page by each of its names', async () => {
    for (const name of ['127.0.0.1', 'localhost']) {
      const host = `${name}:${chat.port}`
      const headers = { host, origin: `http://${host}`, 'sec-fetch-site': 'same-origin' }
      expect((await webCall(`${chat.address}api/people`, { headers })).status).toBe(200)
    }
  })

  it('shows its page, and only that, to one who follows a link from elsewhere', async () => {
    const headers = { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate' }
    expect((await webCall(chat.address, { headers })).status).toBe(200)
    expect((await webCall(`${chat.address}api/people`, { headers })).status).toBe(403)
    expect((await webCall(chat.address, { headers: { host: 'evil.example' } })).status).toBe(403)
  })

  it('sends the page with a policy that runs no other script and allows no frame', async () => {
    const { status, headers, body } = await webCall(chat.address)
    expect(status).toBe(200)
    expect(body).not.toMatch(/<script>|<style|\son\w+=/)
    const policy = String(headers['content-security-policy'])
    expect(policy).toMatch(/default-src 'self'/)
    expect(policy).toMatch(/frame-ancestors 'none'/)
    expect(policy).not.toMatch(/unsafe/)
    expect(headers['x-content-type-options']).toBe('nosniff')
  })

  it('has no other address than its own', async () => {
    for (const path of [
      '../package.json',
      '%2e%2e/package.json',
      'api/constructor',
      'api/say',
      'favicon.ico',
    ])
      expect((await webCall(`${chat.address}${path}`)).status).toBe(404)
    expect((await webCall(chat.address, { method: 'DELETE' })).status).toBe(404)
    expect((await webAct(chat.address, 'toString', {})).status).toBe(404)
  })

  it.each([
    ['no JSON', 400, '{"as":'],
    ['nothing', 400, ''],
    ['a list', 400, '[null]'],
    ['wrong types', 400, JSON.stringify({ ...direct, key: 1, text: {} })],
    ['more than is asked', 400, JSON.stringify({ ...direct, key: 'key-12345678', text: 'x', role: 'admin' })],
    ['a key of another shape', 400, JSON.stringify({ ...direct, key: 'a:b', text: 'x' })],
    ['deep nesting', 400, `${'['.repeat(50_000)}${']'.repeat(50_000)}`],
    ['no words', 422, JSON.stringify({ ...direct, key: 'key-12345678', text: ' \n' })],
    ['too many words', 422, JSON.stringify({ ...direct, key: 'key-12345678', text: 'x'.repeat(8_001) })],
    ['5 MB', 413, JSON.stringify({ ...direct, key: 'key-12345678', text: 'x'.repeat(5_000_000) })],
    ['an unknown person', 404, JSON.stringify({ ...direct, as: 'eve', key: 'key-12345678', text: 'x' })],
  ])('T40 answers %s with a %i and stays open', async (_, status, body) => {
    const came = await webCall(`${chat.address}api/say`, { method: 'POST', headers: json, body }).catch(
      // The rest of a body that is too large is not read: the connection ends.
      () => ({ status: 413 }),
    )
    expect(came.status).toBe(status)
    expect((await webCall(`${chat.address}api/people`)).status).toBe(200)
    expect(chat.bot.heard).toEqual([])
  })

  it('T40 takes JSON only when it is called that', async () => {
    const body = JSON.stringify({ ...direct, key: webKey(), text: 'hello' })
    const headers = { 'content-type': 'text/plain' }
    expect((await webCall(`${chat.address}api/say`, { method: 'POST', headers, body })).status).toBe(415)
  })

  it.each([
    { flow: 'ticket.close; drop table items' },
    { flow: 'close', item: 'HX-7', role: 'executive' },
    { flow: 'close', seen: -1 },
    { flow: 'close', item: { $ne: '' } },
    {},
  ])('T47 refuses a button that nobody drew: %j', async (press) => {
    expect((await webAct(chat.address, 'press', { ...direct, key: webKey(), press })).status).toBe(400)
    expect(chat.bot.heard).toEqual([])
  })
})
