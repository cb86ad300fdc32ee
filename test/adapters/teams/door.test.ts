import { once } from 'node:events'
import { request } from 'node:http'
import { connect } from 'node:net'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createDoor, type Door } from './door-stage.ts'

setFlagsFromString('--expose-gc')
const collect: () => void = runInNewContext('gc')

let door: Door
beforeAll(async () => {
  door = await createDoor()
})
afterAll(() => door.stop())
beforeEach(() => {
  door.afresh()
  door.faults.length = 0
})

const nested = (depth: number): string => `${'['.repeat(depth)}${']'.repeat(depth)}`
/** An activity whose `value` is this JSON. */
const carrying = (json: string): string =>
  JSON.stringify(door.activity({ value: 'HERE' })).replace('"HERE"', json)

describe('the messaging endpoint', () => {
  it('answers an activity with an empty 200, an invoke with what the bot says', async () => {
    const invoked = await createDoor({
      turn: async ({ type }) =>
        type === 'invoke' ? { status: 200, body: { statusCode: 200, value: '谢谢' } } : { status: 200 },
    })
    try {
      expect(await invoked.post(invoked.token())).toMatchObject({ status: 200, body: '' })
      const answered = await invoked.post(
        invoked.token(),
        invoked.activity({ type: 'invoke', name: 'adaptiveCard/action', value: {} }),
      )
      expect(JSON.parse(answered.body)).toEqual({ statusCode: 200, value: '谢谢' })
      expect(answered.headers.get('content-type')).toBe('application/json; charset=utf-8')
    } finally {
      await invoked.stop()
    }
  })

  it('is one address and one method', async () => {
    const at = (path: string, method: string) =>
      fetch(`${door.address}${path}`, { method, headers: { authorization: door.token() } })
    const asked = [at('/', 'GET'), at('/api/messages/more', 'POST'), at('/api/messages', 'GET')]
    expect((await Promise.all(asked)).map(({ status }) => status)).toEqual([404, 404, 405])
    expect((await door.post(door.token(), door.activity())).status).toBe(200)
  })

  it('T39 reads no body that comes without a token', async () => {
    const asked = request(`${door.address}/api/messages`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'content-length': '1000000' },
    })
    asked.on('error', () => {})
    asked.write('{')
    const [response] = await once(asked, 'response')
    expect(response.statusCode).toBe(401)
    asked.destroy()
  })

  it.each([
    ['no JSON', () => 'hello'],
    ['nothing', () => ''],
    ['half of it', () => JSON.stringify(door.activity()).slice(0, -1)],
    ['null', () => 'null'],
    ['a list', () => JSON.stringify([door.activity()])],
    ['a word', () => '"message"'],
    ['a number', () => '1e999'],
    ['an empty object', () => '{}'],
    ['an empty type', () => door.activity({ type: '' })],
    ['a type without end', () => door.activity({ type: 'x'.repeat(65) })],
    ['a type that is an object', () => door.activity({ type: { message: true } })],
    ['an id that is a number', () => door.activity({ id: 17 })],
    ['no channel', () => door.activity({ channelId: undefined })],
    ['no serviceUrl', () => door.activity({ serviceUrl: undefined })],
    ['a serviceUrl that is a list', () => door.activity({ serviceUrl: [door.connector.url] })],
    ['no conversation', () => door.activity({ conversation: undefined })],
    ['a conversation without id', () => door.activity({ conversation: { tenantId: 'x' } })],
    ['a conversation that is a text', () => door.activity({ conversation: 'a:1' })],
    ['a message of nobody', () => door.activity({ from: undefined })],
    ['an invoke of nobody', () => door.activity({ type: 'invoke', from: null })],
    ['a sender without id', () => door.activity({ from: { name: 'one' } })],
    ['a text that is an object', () => door.activity({ text: { toString: 'x' } })],
    ['entities that are no list', () => door.activity({ entities: { 0: {} } })],
    ['entities that are no objects', () => door.activity({ entities: ['mention'] })],
    ['entities that are null', () => door.activity({ entities: [null] })],
    ['attachments that are a text', () => door.activity({ attachments: 'x' })],
    ['more attachments than anybody sends', () => door.activity({ attachments: Array(1001).fill({}) })],
    ['members that are no objects', () => door.activity({ membersAdded: [1] })],
    ['channelData that is a list', () => door.activity({ channelData: [] })],
    ['65 objects within each other', () => carrying(nested(64))],
    ['a hundred thousand within each other', () => carrying(nested(100_000))],
    ['__proto__', () => carrying('{"__proto__":{"isAdmin":true}}')],
    ['constructor', () => carrying('[{"constructor":{"prototype":{}}}]')],
  ])('T40 answers 400 to %s, with or without a good token', async (_, made) => {
    for (const authorization of [door.token(), 'Bearer a.b.c'])
      expect(await door.post(authorization, made())).toMatchObject({ status: 400, body: '' })
    expect(door.turns).toEqual([])
    expect(door.faults).toEqual([])
  })

  it('T40 answers 400 to bytes that are not UTF-8', async () => {
    const response = await fetch(`${door.address}/api/messages`, {
      method: 'POST',
      headers: { authorization: door.token(), 'content-type': 'application/json' },
      body: Buffer.from(JSON.stringify(door.activity({ text: 'ä' })), 'latin1'),
    })
    expect(response.status).toBe(400)
  })

  it('takes what is deep but not too deep, and fields it does not know', async () => {
    expect((await door.post(door.token(), carrying(nested(60)))).status).toBe(200)
    const odd = door.activity({ type: 'somethingNew', from: undefined, replyToId: null, unheard: [{}] })
    expect((await door.post(door.token(), odd)).status).toBe(200)
    expect(door.turns).toHaveLength(2)
  })

  it.each(['text/plain', 'application/x-www-form-urlencoded', 'application/jsonp', ''])(
    'T40 takes no "%s"',
    async (type) => {
      expect(
        (await door.post(door.token(), JSON.stringify(door.activity()), { 'content-type': type })).status,
      ).toBe(415)
      expect(door.turns).toEqual([])
    },
  )

  it('T40 takes nothing packed', async () => {
    expect((await door.post(door.token(), door.activity(), { 'content-encoding': 'gzip' })).status).toBe(415)
  })

  it('T40 answers 413 to 5 MB, and ends a connection that brings far more', async () => {
    const large = door.activity({ text: 'x'.repeat(5 * 1024 * 1024) })
    expect(await door.post(door.token(), large)).toMatchObject({ status: 413, body: '' })
    expect((await door.post(door.token(), door.activity({ text: 'x'.repeat(1_000_000) }))).status).toBe(200)
    await expect(
      door.post(door.token(), door.activity({ text: 'x'.repeat(20 * 1024 * 1024) })),
    ).rejects.toThrow()
    expect((await door.post(door.token())).status).toBe(200)
    expect(door.turns).toHaveLength(2)
  })

  it('T40 tells Teams of a fault, and nothing about it', async () => {
    const broken = await createDoor({
      turn: async () => {
        throw new Error('the database is at 10.0.0.1')
      },
    })
    try {
      expect(await broken.post(broken.token())).toMatchObject({ status: 500, body: '' })
      expect(broken.faults).toHaveLength(1)
    } finally {
      await broken.stop()
    }
  })

  it('T40 tells the log once what was malformed', async () => {
    for (let n = 0; n < 20; n += 1) await door.post(door.token(), '{}')
    const quiet = await createDoor()
    try {
      for (let n = 0; n < 20; n += 1) await quiet.post(undefined)
      for (let n = 0; n < 20; n += 1) await quiet.post(quiet.token(), '{}')
      expect(quiet.warned.map(({ fields }) => fields)).toEqual([
        { reason: 'no token' },
        { reason: 'no activity of a shape that Teams sends' },
      ])
    } finally {
      await quiet.stop()
    }
  })

  it('T40 outlives requests that break off, and noise that is no HTTP', async () => {
    const { port } = new URL(door.address)
    const noise = [
      '\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03',
      'GET / HTTP/9.9\r\n\r\n',
      'POST /api/messages HTTP/1.1\r\nhost: x\r\ncontent-length: -1\r\n\r\n',
      `POST /api/messages HTTP/1.1\r\nhost: x\r\n${'a: b\r\n'.repeat(20_000)}\r\n`,
      'POST /api/messages HTTP/1.1\r\nhost: x\r\ntransfer-encoding: chunked\r\n\r\nzz\r\n',
      `POST /api/messages HTTP/1.1\r\nhost: x\r\nauthorization: Bearer a.b.c\r\ncontent-type: application/json\r\ncontent-length: 500\r\n\r\n{`,
    ]
    await Promise.all(
      noise.map(async (words) => {
        const socket = connect(Number(port), '127.0.0.1')
        socket.on('error', () => {})
        await once(socket, 'connect')
        socket.end(words)
        await once(socket.resume(), 'close')
      }),
    )
    expect((await door.post(door.token())).status).toBe(200)
    expect(door.turns).toHaveLength(1)
    expect(door.faults).toEqual([])
  })

  it('T40 outlives floods, and keeps nothing of them', async () => {
    const kept = (): number => {
      collect()
      const { heapUsed, external } = process.memoryUsage()
      return heapUsed + external
    }
    const flood = async (times: number): Promise<void> => {
      for (let n = 0; n < times; n += 1) {
        const bad = { text: 'x'.repeat(200_000), value: n }
        await Promise.all([
          ...Array.from({ length: 20 }, () => door.post('Bearer a.b.c', door.activity(bad)).catch(() => {})),
          ...Array.from({ length: 20 }, () => door.post(undefined).catch(() => {})),
          ...Array.from({ length: 10 }, () => door.post(door.token(), '{"type":').catch(() => {})),
        ])
      }
    }
    await flood(2)
    const before = kept()
    await flood(8)
    // 32 MB came. What connections that are just closing hold is let go a moment later.
    await expect.poll(() => kept() - before).toBeLessThan(16 * 1024 * 1024)
    expect(door.turns).toEqual([])
    expect((await door.post(door.token())).status).toBe(200)
  })

  it('T40 has only so many in hand at a time', async () => {
    let release = (): void => {}
    const released = new Promise<void>((done) => {
      release = done
    })
    const busy = await createDoor({
      turn: async () => {
        await released
        return { status: 200 }
      },
    })
    try {
      const authorization = busy.token()
      const first = busy.post(authorization)
      await expect.poll(() => busy.turns.length).toBe(1)
      const answers = [first, ...Array.from({ length: 199 }, () => busy.post(authorization))]
      await expect.poll(() => busy.turns.length).toBe(200)
      expect(await busy.post(authorization)).toMatchObject({ status: 503, body: '' })
      release()
      expect(new Set((await Promise.all(answers)).map(({ status }) => status))).toEqual(new Set([200]))
      expect((await busy.post(authorization)).status).toBe(200)
    } finally {
      await busy.stop()
    }
  })
})

describe('the end of the messaging endpoint', () => {
  it('lets what is in hand finish, and takes nothing new', async () => {
    let release = (): void => {}
    const begun = new Promise<void>((begin) => {
      release = begin
    })
    const held = await createDoor({
      turn: async () => {
        await begun
        return { status: 200, body: { done: true } }
      },
    })
    const answered = held.post(held.token())
    await expect.poll(() => held.turns.length).toBe(1)
    let closed = false
    const closing = held.server.close(8_000).then(() => {
      closed = true
    })
    await expect(held.post(held.token())).rejects.toThrow()
    expect(closed).toBe(false)
    release()
    expect(JSON.parse((await answered).body)).toEqual({ done: true })
    await closing
    await held.stop()
  })

  it('turns away what was still coming', async () => {
    const held = await createDoor()
    const socket = connect(Number(new URL(held.address).port), '127.0.0.1')
    await once(socket, 'connect')
    socket.write('POST /api/messages HTTP/1.1\r\nhost: x\r\nauthorization: Bearer a.b.c\r\n')
    // The server has it once it has answered somebody who came later.
    await held.post(held.token())
    const closing = held.server.close(8_000)
    socket.write('content-type: application/json\r\ncontent-length: 2\r\n\r\n{}')
    const [said] = await once(socket, 'data')
    expect(String(said)).toMatch(/^HTTP\/1.1 503 /)
    await closing
    await held.stop()
  })

  it('cuts off what does not finish in time', async () => {
    const stuck = await createDoor({ turn: () => new Promise(() => {}) })
    const answered = stuck.post(stuck.token()).then(
      () => 'answered',
      () => 'cut',
    )
    await expect.poll(() => stuck.turns.length).toBe(1)
    await stuck.server.close(20)
    expect(await answered).toBe('cut')
    await stuck.stop()
  })
})
