import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { typeOf } from '../../../adapters/web/file-type.ts'
import { limits } from '../../../adapters/web/limits.ts'
import { webAct, webKey } from '../../support/web-call.ts'
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

const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)
const upload = async (as: string, conversation: string, name: string, bytes: Buffer) => {
  const query = new URLSearchParams({ as, conversation, name })
  const body = new Uint8Array(bytes)
  const came = await fetch(`${chat.address}api/upload?${query}`, { method: 'POST', body })
  return { status: came.status, body: await came.json() }
}
const sent = async (as: string, conversation: string, name: string, bytes: Buffer): Promise<string> => {
  const { body } = await upload(as, conversation, name, bytes)
  await webAct(chat.address, 'say', { as, conversation, key: webKey(), text: '', files: [body.file.id] })
  return body.file.id
}
const fetched = (id: string, as?: string) =>
  fetch(`${chat.address}files/${id}${as === undefined ? '' : `?as=${as}`}`)

describe('a file', () => {
  it('is sent with words or without, heard by the bot by reference, and comes back as it was', async () => {
    const { body } = await upload('zhao', 'huaxing', '报错截图.png', png)
    expect(body.file).toMatchObject({ name: '报错截图.png', type: 'image/png', size: png.length })
    const said = { as: 'zhao', conversation: 'huaxing', key: webKey(), text: '', files: [body.file.id] }
    const { body: told } = await webAct(chat.address, 'say', said)
    expect(told.message.content).toMatchObject({ text: '', files: [body.file] })
    expect(chat.bot.heard.at(-1)).toMatchObject({ kind: 'message', files: [body.file] })
    expect((await chat.log.page({ conversation: 'huaxing', limit: 1 }))[0]?.content).toEqual(
      told.message.content,
    )
    const again = await webAct(chat.address, 'say', said)
    expect(again.body.message.id, 'sent again it is the same message').toBe(told.message.id)
    const came = await fetched(body.file.id, 'li')
    expect(Buffer.from(await came.arrayBuffer()).equals(png)).toBe(true)
  })

  it('T57 is what its bytes say: nothing that could run is shown in the page', async () => {
    const evil = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>')
    const id = await sent('zhao', 'huaxing', 'picture.png', evil)
    const { headers } = await fetched(id, 'zhao')
    expect(headers.get('content-type')).toBe('application/octet-stream')
    expect(headers.get('content-disposition')).toMatch(/^attachment; /)
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers.get('content-security-policy')).toBe("default-src 'none'; sandbox")
    expect(typeOf(Buffer.from('<html>'))).toBe('application/octet-stream')
    expect(typeOf(Buffer.from('%PDF-1.7'))).toBe('application/pdf')
  })

  it('T40 has a name that names no path and ends no header', async () => {
    const id = await sent('zhao', 'huaxing', '../../etc/a"b\r\nset-cookie: x=1;\u202egnp.exe', png)
    const { headers } = await fetched(id, 'zhao')
    expect(headers.get('set-cookie')).toBeNull()
    expect(headers.get('content-disposition')).toBe(
      "inline; filename*=UTF-8''a%22bset-cookie%3A%20x%3D1%3Bgnp.exe",
    )
  })

  it('has a long name cut between its characters, with its ending', async () => {
    const { body } = await upload('zhao', 'huaxing', `x${'😀'.repeat(150)}.png`, png)
    expect(body.file.name).toBe(`x${'😀'.repeat(97)}.png`)
    const plain = await upload('zhao', 'huaxing', 'y'.repeat(300), png)
    expect(plain.body.file.name).toBe('y'.repeat(limits.fileName))
  })

  it('goes with one message: any other that names it is told that it is gone, one after another or at once', async () => {
    const { body } = await upload('zhao', 'huaxing', 'once.png', png)
    const say = () => ({
      as: 'zhao',
      conversation: 'huaxing',
      key: webKey(),
      text: '',
      files: [body.file.id],
    })
    const first = say()
    const said = [first, say(), say(), say()]
    const came = await Promise.all(said.map((one) => webAct(chat.address, 'say', one)))
    expect(came.map(({ status }) => status).toSorted()).toEqual([200, 422, 422, 422])
    const kept = came.findIndex(({ status }) => status === 200)
    expect((await webAct(chat.address, 'say', say())).body.error).toBe('file_gone')
    expect((await webAct(chat.address, 'say', said[kept] ?? first)).status, 'sent again').toBe(200)
    const page = await chat.log.page({ conversation: 'huaxing', limit: 20 })
    const named = page.filter(
      ({ content }) => content.kind === 'said' && content.files?.some(({ id }) => id === body.file.id),
    )
    expect(named).toHaveLength(1)
  })

  it('I9 is for those who may see its conversation, and before it is sent for its person alone', async () => {
    const id = await sent('zhao', 'huaxing', 'log.txt', Buffer.from('a log'))
    const inside = await sent('li', 'engineers', 'core.txt', Buffer.from('inside'))
    const { body } = await upload('zhao', 'huaxing', 'draft.txt', Buffer.from('not yet'))
    const statuses = async (file: string) =>
      Promise.all(
        ['zhao', 'li', 'smith', 'eve', undefined].map(async (as) => (await fetched(file, as)).status),
      )
    expect(await statuses(id)).toEqual([200, 200, 404, 404, 404])
    expect(await statuses(inside)).toEqual([404, 200, 404, 404, 404])
    expect(await statuses(body.file.id)).toEqual([200, 404, 404, 404, 404])
    expect(await statuses(randomUUID())).toEqual([404, 404, 404, 404, 404])
    for (const odd of ['x', '../index.html', '%2e%2e%2fapp.js'])
      expect((await fetched(odd, 'zhao')).status, odd).toBe(404)
    expect((await upload('smith', 'huaxing', 'a.txt', png)).status).toBe(404)
    const stolen = { as: 'li', conversation: 'huaxing', key: webKey(), text: 'mine', files: [body.file.id] }
    expect((await webAct(chat.address, 'say', stolen)).body.error).toBe('file_gone')
  })

  it('T41 has a size, and so has what one keeps without sending it', async () => {
    const large = await upload('qian', 'huaxing', 'large.bin', Buffer.alloc(limits.file + 1))
    expect(large).toMatchObject({ status: 413, body: { error: 'file_too_large' } })
    expect((await upload('qian', 'huaxing', 'none', Buffer.alloc(0))).body.error).toBe('file_empty')
    for (let index = 0; index < 50; index += 1) await upload('qian', 'huaxing', 'a', png)
    expect((await upload('qian', 'huaxing', 'a', png)).body.error).toBe('too_many_files')
  })

  it('is gone with the words it was sent with', async () => {
    const id = await sent('zhao', 'huaxing', 'secret.txt', Buffer.from('secret'))
    const [message] = await chat.log.page({ conversation: 'huaxing', limit: 1 })
    await webAct(chat.address, 'erase', { as: 'zhao', message: message?.id })
    expect((await fetched(id, 'zhao')).status).toBe(404)
  })
})
