import { describe, expect, it } from 'vitest'
import { noRedis } from '../support/redis.ts'
import { webCall } from '../support/web-call.ts'
import { onStage } from './support/scene.ts'
import { until } from './support/truth.ts'

/** R7 promises two minutes; the word to the administrators follows within seconds. */
const promisedMs = 120_000

describe.skipIf(noRedis)('a worker that dies alone', () => {
  const { scene } = onStage()

  it('R7 T24 turns /health of the chat process red within two minutes and is told to the administrator past the outbox', async () => {
    const on = await scene()
    const chat = await on.start('chat')
    const worker = await on.start('worker')
    const health = async () => JSON.parse((await webCall(`${chat.address}health`)).body)
    const status = async () => (await webCall(`${chat.address}health`)).status
    const told = () =>
      on.truth.count(`chat_message where conversation = 'direct:chen' and key like '/post/watch.%'`)
    await until('both halves beat', async () => (await health()).status === 'up')
    await worker.end('SIGKILL')
    const died = Date.now()
    await on.as('zhao').says('The VPN has been down since nine')
    await until('it is red', async () => (await status()) === 503, promisedMs)
    expect(await health()).toMatchObject({ status: 'down', database: 'up', sending: 'stopped' })
    await until('the administrator was told', async () => (await told()) === 1, promisedMs)
    console.log(`red and told ${Date.now() - died} ms after the worker died`)

    await on.start('worker')
    await until('it is green again', async () => (await status()) === 200)
    await until('the administrator was told of that too', async () => (await told()) === 2)
    expect(await on.truth.count(`items where kind = 'ticket'`), 'what was said meanwhile').toBe(1)
  })
})
