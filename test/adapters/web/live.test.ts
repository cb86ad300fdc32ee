import { request } from 'node:http'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Changes } from '../../../adapters/web/client/wire.ts'
import { createChatLog } from '../../../src/store/chat-log.ts'
import { createPool } from '../../../src/store/pool.ts'
import { webAct, webCall, webKey } from '../../support/web-call.ts'
import { buildPage, startWebChat, type WebChat } from '../../support/web-chat.ts'
import { webChanges, webFollow, webRings } from '../../support/web-follow.ts'

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

const say = (as: string, conversation: string, text: string) =>
  webAct(chat.address, 'say', { as, conversation, key: webKey(), text })
const textsOf = (came: readonly Changes[]): readonly string[] =>
  came
    .flatMap(({ messages }) => messages)
    .flatMap(({ content }) => (content.kind === 'said' ? [content.text] : []))
const has = (text: string) => (came: readonly Changes[]) => textsOf(came).includes(text)
const here = async () => String(await chat.log.cursor())

describe('a live page', () => {
  it('gets what is said to any of its people, and nothing else', async () => {
    const since = await here()
    const following = webFollow(
      chat.address,
      { as: 'zhao,smith', after: `${since},${since}` },
      has('the end'),
    )
    await say('li', 'engineers', 'not for customers')
    await say('li', 'direct:li', 'not for others')
    await say('li', 'huaxing', 'for zhao')
    await say('smith', 'direct:smith', 'of smith')
    await say('zhao', 'huaxing', 'the end')
    // An answer of the bot in a thread shows its root again.
    expect([...new Set(textsOf(await following))]).toEqual(['for zhao', 'of smith', 'the end'])
  })

  it('comes back with its last cursor and gets the rest once', async () => {
    const after = await here()
    await say('zhao', 'huaxing', 'before')
    const first = await webFollow(chat.address, { as: 'li', after }, has('before'))
    await say('zhao', 'huaxing', 'meanwhile')
    await say('zhao', 'huaxing', 'last')
    const last = { as: 'li', after: `${first.at(-1)?.cursor}` }
    expect(textsOf(await webFollow(chat.address, last, has('last')))).toEqual(['meanwhile', 'last'])
  })

  it('has a cursor for each of its people: who is followed further costs the others nothing', async () => {
    const early = await here()
    await say('smith', 'direct:smith', 'smith alone')
    await say('zhao', 'huaxing', 'in the room')
    const late = await here()
    const texts = async (as: string, after: string) =>
      textsOf([await webChanges(chat.address, { as, after })])
    expect(await texts('smith,zhao', `${early},${late}`)).toEqual(['smith alone'])
    expect(await texts('smith,zhao', `${late},${early}`)).toEqual(['in the room'])
    // Of a room that two are in it is the earlier one's.
    expect(await texts('zhao,li', `${late},${early}`)).toEqual(['in the room'])
    expect(await texts('smith,zhao', `${late},${late}`)).toEqual([])
  })

  it('says how much is unread by everybody, also by those it does not follow', async () => {
    const waiting = async () => (await webChanges(chat.address, { as: 'zhao', after: await here() })).unread
    const { body } = await say('li', 'engineers', 'for chen too')
    const { unread } = JSON.parse((await webCall(`${chat.address}api/inbox?as=chen`)).body)
    const count = unread.reduce((sum: number, mark: { count: number }) => sum + mark.count, 0)
    expect(count).toBeGreaterThan(0)
    await expect.poll(async () => (await waiting()).chen).toBe(count)
    const upto = body.message.id
    await webAct(chat.address, 'read', { as: 'chen', conversation: 'engineers', upto })
    await expect.poll(async () => (await waiting()).chen ?? 0).toBeLessThan(count)
  })

  it('says how many tickets wait for whom', async () => {
    const waits = async () => (await webChanges(chat.address, { as: 'zhao', after: await here() })).waits
    expect(await waits()).toEqual({})
    chat.waits.set('li', 3)
    await expect.poll(waits).toEqual({ li: 3 })
    chat.waits.clear()
  })

  it('T03 shows at once what another process wrote', async () => {
    const after = await here()
    const pool = createPool({ url: String(chat.pool.options.connectionString) })
    const elsewhere = createChatLog(pool)
    const following = webFollow(chat.address, { as: 'li', after }, has('from elsewhere'))
    await elsewhere.append({
      key: 'zhao:elsewhere',
      conversation: 'huaxing',
      at: 1,
      content: { kind: 'said', author: 'zhao', text: 'from elsewhere' },
    })
    expect(textsOf(await following)).toContain('from elsewhere')
    await elsewhere.close()
    await pool.end()
  })

  it('gets hundreds of missed messages in order', async () => {
    const after = await here()
    const texts = Array.from({ length: 230 }, (_, index) => `missed ${index}`)
    for (const [index, text] of texts.entries())
      await chat.log.append({
        key: `zhao:missed-${index}`,
        conversation: 'huaxing',
        at: index,
        content: { kind: 'said', author: 'zhao', text },
      })
    const came = await webFollow(chat.address, { as: 'li', after }, has('missed 229'))
    expect(textsOf(came)).toEqual(texts)
  })

  it('leaves nothing behind on a page that takes in slowly what there is', async () => {
    const warnings: string[] = []
    const hear = ({ name, message }: Error) => void warnings.push(`${name}: ${message}`)
    process.on('warning', hear)
    await new Promise<void>((resolve, reject) => {
      const following = request(`${chat.address}api/live`, { agent: false }, async (response) => {
        response.pause()
        for (let index = 0; index < 200; index += 1) await say('zhao', 'huaxing', `slow ${index}`)
        response.resume().once('data', () => {
          following.destroy()
          resolve()
        })
      })
      following.on('error', reject)
      following.end()
    })
    process.off('warning', hear)
    expect(warnings).toEqual([])
  })

  it('learns that a person speaks another language now', async () => {
    const zhao = chat.people.get('zhao')
    if (!zhao) throw new Error('nobody')
    const isChinese = (came: readonly Changes[]) =>
      came.some((one) => one.people?.people.some(({ id, language }) => id === 'zhao' && language === 'zh-CN'))
    const following = webFollow(chat.address, { as: 'zhao', after: await here() }, isChinese)
    chat.people.set('zhao', { ...zhao, language: 'zh-CN' })
    await webAct(chat.address, 'press', {
      as: 'zhao',
      conversation: 'direct:zhao',
      key: webKey(),
      press: { flow: 'prefer_language', choice: 'zh-CN' },
    })
    expect(isChinese(await following)).toBe(true)
    chat.people.set('zhao', zhao)
  })

  it('is told to begin anew when it remembers more than there is', async () => {
    const came = await webChanges(chat.address, { as: 'zhao', after: '999999999' })
    expect(came.reset).toBe(true)
  })

  it('gets the sign-in list once, and again when it is another one', async () => {
    const after = await here()
    const { people } = await webChanges(chat.address, { as: 'zhao', after })
    const query = new URLSearchParams({ as: 'zhao', after, list: people?.list ?? '' })
    expect(JSON.parse((await webCall(`${chat.address}api/changes?${query}`)).body)).not.toHaveProperty(
      'people',
    )
  })

  it.each(['as=eve&after=0', 'as=&after=', 'as=zhao&after=x', 'as=zhao,li&after=0', 'as=zhao&after=-1', ''])(
    'is told nothing for “%s”',
    async (query) => {
      expect((await webCall(`${chat.address}api/changes?${query}`)).status).toBeGreaterThanOrEqual(400)
    },
  )

  it('T77 ends when the server stops, and the server waits for nobody else', async () => {
    let arrived = () => {}
    const arrival = new Promise<void>((resolve) => {
      arrived = resolve
    })
    const following = webRings(chat.address, () => {
      arrived()
      return false
    })
    await arrival
    await chat.stop()
    expect(await following).toBe(false)
    await chat.restart()
  })
})
