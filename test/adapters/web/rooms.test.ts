import { afterAll, beforeAll, describe, expect, it } from 'vitest'
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

const say = (as: string, conversation: string, text: string, more = {}) =>
  webAct(chat.address, 'say', { as, conversation, key: webKey(), text, ...more })
const read = async (as: string, conversation: string) => {
  const query = new URLSearchParams({ as, conversation })
  const came = await webCall(`${chat.address}api/messages?${query}`)
  return { status: came.status, texts: wordsIn(JSON.parse(came.body)) }
}
const wordsIn = (body: { messages?: { content: { text?: string } }[] }) =>
  (body.messages ?? []).map(({ content }) => content.text)

describe('a conversation', () => {
  it.each([
    ['smith', 'huaxing'],
    ['smith', 'direct:zhao'],
    ['zhao', 'engineers'],
    ['zhao', 'direct:li'],
    ['li', 'direct:zhao'],
    ['chen', 'direct:li'],
    ['zhao', 'nowhere'],
  ])(
    'T49 does not exist for %s when it is %s: not to read, write, press, mark or follow',
    async (as, conversation) => {
      const owner = conversation.startsWith('direct:') ? conversation.slice(7) : 'li'
      const secret = `secret of ${conversation} from ${as}`
      const made = await say(owner, conversation, secret)
      const root = made.body.message?.id ?? '1'
      const heard = chat.bot.heard.length
      const nowhere = await read(as, 'nowhere-at-all')

      expect(await read(as, conversation)).toEqual(nowhere)
      expect((await say(as, conversation, 'hello')).status).toBe(404)
      expect((await say(as, `direct:${as}`, 'hello', { thread: root })).status).toBe(404)
      const place = { as, conversation, key: webKey() }
      expect((await webAct(chat.address, 'press', { ...place, press: { flow: 'claim' } })).status).toBe(404)
      const form = { form: { flow: 'claim' }, values: {} }
      expect((await webAct(chat.address, 'submit', { ...place, ...form })).status).toBe(404)
      expect((await webAct(chat.address, 'read', { as, conversation, upto: root })).status).toBe(404)
      expect((await webAct(chat.address, 'edit', { as, message: root, text: 'mine' })).status).toBe(404)
      expect((await webAct(chat.address, 'erase', { as, message: root })).status).toBe(404)
      const inbox = await webCall(`${chat.address}api/inbox?as=${as}`)
      expect(inbox.body).not.toContain(`"${conversation}"`)
      expect(chat.bot.heard.length).toBe(heard)
    },
  )

  it('is shared by those who are in it', async () => {
    await say('zhao', 'huaxing', 'is the VPN back?')
    await say('li', 'huaxing', 'not yet')
    const { texts } = await read('chen', 'huaxing')
    expect(texts.slice(-2)).toEqual(['is the VPN back?', 'not yet'])
  })

  it('of a room tells the bot whether it is spoken to; alone with it, it always is', async () => {
    const heard = async (as: string, conversation: string, text: string) => {
      await say(as, conversation, text)
      const last = chat.bot.heard.at(-1)
      return last?.kind === 'message'
        ? { text: last.text, addressed: last.addressed, ...last.place }
        : undefined
    }
    expect(await heard('zhao', 'huaxing', 'lunch?')).toMatchObject({
      addressed: false,
      direct: false,
      text: 'lunch?',
    })
    expect(await heard('zhao', 'huaxing', '@运维 打印机坏了')).toMatchObject({
      addressed: true,
      text: '打印机坏了',
    })
    expect(await heard('zhao', 'direct:zhao', 'help')).toMatchObject({ addressed: true, direct: true })
  })

  it('takes the same words under the same key once', async () => {
    const said = { as: 'zhao', conversation: 'huaxing', key: webKey(), text: 'only once' }
    const all = await Promise.all([1, 2, 3].map(() => webAct(chat.address, 'say', said)))
    expect(new Set(all.map(({ body }) => body.message.id)).size).toBe(1)
    expect((await read('li', 'huaxing')).texts.filter((text) => text === 'only once')).toHaveLength(1)
    expect(chat.bot.heard.filter((one) => one.kind === 'message' && one.text === 'only once')).toHaveLength(1)
  })

  it('keeps the keys of two people apart', async () => {
    const said = { conversation: 'huaxing', key: webKey(), text: 'same key' }
    const one = await webAct(chat.address, 'say', { as: 'zhao', ...said })
    const two = await webAct(chat.address, 'say', { as: 'li', ...said })
    expect(one.body.message.id).not.toBe(two.body.message.id)
  })

  it('T43 lets a person change and take back their own words, and nobody else’s', async () => {
    const { body } = await say('zhao', 'huaxing', 'the VPN is dwon')
    const message = body.message.id
    expect((await webAct(chat.address, 'edit', { as: 'qian', message, text: 'x' })).status).toBe(404)
    const edited = await webAct(chat.address, 'edit', { as: 'zhao', message, text: 'the VPN is down' })
    expect(edited.body.message).toMatchObject({ edits: 1, content: { text: 'the VPN is down' } })
    expect(chat.bot.heard.at(-1)).toMatchObject({
      kind: 'edit',
      text: 'the VPN is down',
      message: { message },
    })
    expect((await webAct(chat.address, 'erase', { as: 'li', message })).status).toBe(404)
    const erased = await webAct(chat.address, 'erase', { as: 'zhao', message })
    expect(erased.body.message.content.text).toBe('')
    expect(chat.bot.heard.at(-1)).toMatchObject({ kind: 'delete', message: { message } })
    expect((await webAct(chat.address, 'edit', { as: 'zhao', message, text: 'back' })).status).toBe(404)
    expect((await read('li', 'huaxing')).texts).not.toContain('the VPN is down')
  })

  it('takes a reply only in a thread of its own', async () => {
    const { body } = await say('zhao', 'huaxing', 'a thread')
    const thread = body.message.id
    const reply = await say('li', 'huaxing', 'a reply', { thread })
    expect(reply.body.message.thread).toBe(thread)
    expect(chat.bot.heard.at(-1)).toMatchObject({ place: { thread }, message: { thread } })
    expect((await say('li', 'huaxing', 'deeper', { thread: reply.body.message.id })).status).toBe(404)
    expect((await say('li', 'engineers', 'elsewhere', { thread })).status).toBe(404)
  })
})
