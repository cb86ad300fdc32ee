import { describe, expect, it } from 'vitest'
import { noRedis } from '../support/redis.ts'
import { fills, reports } from './support/cast.ts'
import { curtain } from './support/curtain.ts'
import { hangAt } from './support/hang.ts'
import { attempt } from './support/person.ts'
import { onStage, type Scene } from './support/scene.ts'
import { until } from './support/truth.ts'

const ticketOf = (on: Scene, message: string) => until('it is a ticket', () => on.truth.ticketOf(message))
/** How often the ticket's receipt stands in the chat, whatever else was said there since. */
const receipts = (on: Scene, item: string) =>
  on.truth.count(
    `chat_message m join outbox o on m.key = '/post/' || o.id
     where o.item = $1 and o.key like '%.reported.report_thread'`,
    [item],
  )

describe.skipIf(noRedis).concurrent('a process killed', () => {
  const { scene } = onStage()

  it('T04 between taking a message in and working on it: it is worked on later, with one receipt', async () => {
    const on = await scene()
    const bot = await on.start()
    const hang = await hangAt(on.truth, 'insert on items', 'true')
    const message = await reports(on, 'zhao')
    await hang.reached()
    await bot.end('SIGKILL')
    await hang.letGo()
    expect(await on.truth.ticketOf(message)).toBeUndefined()
    const next = await on.start()
    const id = await ticketOf(on, message)
    await until('the receipt stands', async () => (await receipts(on, id)) === 1)
    const events = await curtain(on, [next])
    expect(await on.truth.count(`outbox where item = $1 and key like '%.reported.report_thread'`, [id])).toBe(
      1,
    )
    expect(events.filter(({ type }) => type === 'ticket.reported')).toHaveLength(1)
  })

  it('T05 between the commit and the post: the post is sent after the restart', async () => {
    const on = await scene()
    const bot = await on.start()
    const hang = await hangAt(on.truth, 'insert on chat_message', 'new.author is null')
    const id = await ticketOf(on, await reports(on, 'emma'))
    await hang.reached()
    await bot.end('SIGKILL')
    await hang.letGo()
    expect(await receipts(on, id)).toBe(0)
    const next = await on.start()
    await until('the receipt stands', async () => (await receipts(on, id)) === 1)
    await curtain(on, [next])
  })

  it('T06 between the post and its record: it stands once and is recorded as sent', async () => {
    const on = await scene()
    const bot = await on.start()
    const hang = await hangAt(on.truth, 'update on outbox', `new.status = 'sent'`)
    const id = await ticketOf(on, await reports(on, 'emma'))
    await hang.reached()
    await bot.end('SIGKILL')
    await hang.letGo()
    expect(await receipts(on, id)).toBe(1)
    const next = await on.start()
    await until('it is recorded', () =>
      on.truth
        .count(`outbox where item = $1 and key like '%.reported.report_thread' and status = 'sent'`, [id])
        .then(Boolean),
    )
    expect(await receipts(on, id)).toBe(1)
    await curtain(on, [next])
  })

  it('R1 between a press and its commit: pressed again under the same key it takes effect once', async () => {
    const on = await scene()
    const bot = await on.start()
    const id = await ticketOf(on, await reports(on, 'zhao'))
    const hang = await hangAt(on.truth, 'insert on events', `new.type = 'ticket.acknowledged'`)
    const press = { flow: 'claim', item: id }
    const claim = { as: 'li', conversation: 'direct:li', key: 'claim-it-once', press }
    const lost = attempt(bot.address, 'press', claim)
    await hang.reached()
    await bot.end('SIGKILL')
    expect(await lost).toBeUndefined()
    await hang.letGo()
    expect(await on.truth.happened(id, 'ticket.acknowledged')).toBe(0)
    const next = await on.start()
    expect(await attempt(next.address, 'press', claim)).toMatchObject({ reply: { kind: 'done' } })
    expect(await on.truth.happened(id, 'ticket.acknowledged')).toBe(1)
    expect(await attempt(next.address, 'press', claim)).toMatchObject({ reply: { kind: 'done' } })
    const other = { ...claim, as: 'wang', conversation: 'direct:wang' }
    expect(await attempt(next.address, 'press', other)).toMatchObject({ reply: { kind: 'refuse' } })
    await curtain(on, [next])
  })

  it('R1 between the commit of a form and its answer: sent again it is acknowledged, and happened once', async () => {
    const on = await scene()
    const bot = await on.start()
    const id = await ticketOf(on, await reports(on, 'zhao'))
    const text = on.words('We found the cause')
    const form = { flow: 'update', item: id }
    const update = { as: 'li', conversation: 'direct:li', key: 'told-only-once', form, values: { text } }
    void attempt(bot.address, 'submit', update)
    await until('it is committed', async () => (await on.truth.happened(id, 'ticket.progress_reported')) > 0)
    await bot.end('SIGKILL')
    const next = await on.start()
    expect(await attempt(next.address, 'submit', update)).toMatchObject({ reply: { kind: 'done' } })
    on.acknowledged.done.push({ words: text, reply: 'done' })
    const words = on.words('It still does not work')
    expect(await fills(on, 'zhao', { flow: 'reject_solution', item: id }, { text: words }, words)).toBe(
      'refuse',
    )
    await curtain(on, [next])
  })
})
