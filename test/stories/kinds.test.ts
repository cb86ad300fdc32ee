import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { isOf } from '../../src/domain/item/kinds.ts'
import { collectWithin, withParcels } from '../support/parcel/parcel-flows.ts'
import type { Standing } from '../support/recording-adapter.ts'
import type { Story } from '../support/story.ts'
import { startStory } from '../support/story.ts'

const zhao = { kind: 'person', id: 'zhao', side: 'customer', org: 'huaxin' } as const
const li = { kind: 'person', id: 'li', side: 'supplier', org: 'yunheng' } as const

let story: Story
beforeEach(async () => {
  story = await startStory(withParcels)
  await story.says('zhao', '三楼路由器坏了')
  await story.commands('li', 'parcel HX-1: 新路由器')
})
afterEach(() => story.end())

const parcel = async (id = 'HX-P1') => {
  const [found] = await story.store.load([id])
  if (found === undefined || !isOf('parcel', found)) throw new Error(`there is no ${id}`)
  return found.state
}
const flowsOf = ({ card }: Pick<Standing, 'card'>) => card.buttons.map(({ press }) => press.flow)
const cardIn = (conversation: string): Standing => {
  const found = story.posts(conversation).findLast(({ card }) => card.title === 'HX-P1 · 新路由器')
  if (found === undefined) throw new Error(`no parcel stands in ${conversation}`)
  return found
}
const shows = (reply: { readonly kind: string }) => JSON.stringify(reply)

describe('a second kind of work beside tickets', () => {
  it('is numbered by its own letter, stands as a living card for both parties, and tells that it arrived', async () => {
    expect(await story.types('HX-P1')).toEqual(['parcel.sent', 'parcel.delivered'])
    expect(await parcel()).toMatchObject({ reporter: 'zhao', sender: 'li', deliveredAt: story.now() })
    expect(flowsOf(cardIn('direct:zhao'))).toEqual(['collect', 'send_back'])
    expect(flowsOf(cardIn('engineers'))).toEqual([])
    await story.presses('zhao', { flow: 'collect', item: 'HX-P1' })
    expect(await parcel()).toMatchObject({ status: 'collected' })
    expect(flowsOf(cardIn('direct:zhao'))).toEqual([])
    expect(story.shown('engineers')).toContain('已领取')
    expect(story.shown('direct:li')).toContain('HX-P1：已领取。')
  })

  it('stands on its own list, on no list of tickets, and on the page of whoever it waits for', async () => {
    const rows = async (user: string, flow: string) => shows(await story.presses(user, { flow }))
    expect(await rows('zhao', 'parcels')).toContain('新路由器')
    expect(await rows('li', 'parcels')).toContain('新路由器')
    expect(await rows('emma', 'parcels')).not.toContain('新路由器')
    for (const flow of ['tickets', 'queue']) expect(await rows('li', flow)).not.toContain('HX-P1')
    expect(await rows('zhao', 'tickets')).not.toContain('HX-P1')
    const page = await story.presses('zhao', { flow: 'home' })
    expect(shows(page)).toContain('请领取。')
    expect(shows(await story.presses('li', { flow: 'home' }))).toContain('HX-P1')
    expect(shows(await story.presses('sun', { flow: 'home' }))).not.toContain('请领取。')
    await story.presses('zhao', { flow: 'collect', item: 'HX-P1' })
    expect(shows(await story.presses('zhao', { flow: 'home' }))).not.toContain('请领取。')
    expect(await rows('zhao', 'parcels')).not.toContain('HX-P1')
  })

  it('is shown, with its record and who was told, by its number; to another customer it does not exist', async () => {
    await story.says('zhao', 'HX-P1')
    expect(story.posts('direct:zhao').at(-1)?.card.title).toBe('HX-P1 · 新路由器')
    const history = shows(await story.presses('zhao', { flow: 'history', item: 'HX-P1' }))
    expect(history).toContain('parcel.sent')
    const told = shows(await story.presses('li', { flow: 'told', item: 'HX-P1' }))
    expect(told).toContain('寄出包裹')
    expect(told).toContain('赵敏')
    for (const flow of ['status', 'history', 'told', 'collect'])
      expect(await story.presses('emma', { flow, item: 'HX-P1' })).toMatchObject({ kind: 'refuse' })
    expect((await parcel()).status).toBe('sent')
  })

  it('says its own no, and no flow or order of another kind ever touches it', async () => {
    await story.presses('zhao', { flow: 'send_back', item: 'HX-P1' })
    const gone = await story.presses('zhao', { flow: 'collect', item: 'HX-P1' })
    expect(gone).toMatchObject({ kind: 'refuse', saying: '这个包裹已拒收。' })
    const late = await story.presses('zhao', { flow: 'collect', item: 'HX-P1', seen: 1 })
    expect(late, 'a press on an old card is answered with the present one').toMatchObject({ kind: 'show' })
    expect(shows(late)).toContain('已拒收')
    const before = await parcel()
    expect(await story.presses('li', { flow: 'claim', item: 'HX-P1' })).toMatchObject({ kind: 'refuse' })
    expect(await story.presses('zhao', { flow: 'collect', item: 'HX-1' })).toMatchObject({ kind: 'refuse' })
    const wish = { do: 'ticket.claim' } as const
    expect(await story.bot.order([{ item: 'HX-P1', wish }], li)).toMatchObject({
      ok: false,
      no: { code: 'other_kind', item: 'HX-P1' },
    })
    expect(await story.bot.order([{ item: 'HX-1', wish: { do: 'parcel.wake' } }], li)).toMatchObject({
      no: { code: 'other_kind', item: 'HX-1' },
    })
    expect(await parcel()).toEqual(before)
  })

  it('is reminded of at its moment; the reminder loses its buttons once nothing of it can be done', async () => {
    await story.passes(collectWithin)
    const reminder = story.posts('direct:zhao').find(({ card }) => card.summary === 'HX-P1 等待领取。')
    expect(reminder && flowsOf(reminder)).toEqual(['collect', 'send_back'])
    await story.presses('zhao', { flow: 'collect', item: 'HX-P1' })
    const old = story.posts('direct:zhao').find(({ ref }) => ref.message === reminder?.ref.message)
    expect(old && flowsOf(old)).toEqual([])
    expect(JSON.stringify(old?.card.blocks.at(-1))).toContain('已领取')
    const [found] = await story.store.load(['HX-P1'])
    expect(found?.nextDue).toBeUndefined()
    expect(story.problems).toEqual([])
  })

  it('R3 withdraws a reminder that waits while it is collected', async () => {
    story.sleeps(collectWithin)
    story.chat.delay(100)
    await story.bot.sweep.soon()
    await story.settle()
    await story.bot.order([{ item: 'HX-P1', wish: { do: 'parcel.collect' } }], zhao)
    story.chat.delay(0)
    story.sleeps(2000)
    await story.settle()
    const told = await story.store.as({ person: 'li', side: 'supplier', org: 'yunheng' }).told('HX-P1')
    expect(told.find(({ about }) => about === 'parcel.reminded')).toMatchObject({ status: 'withdrawn' })
  })

  it('T19 reaches the contact when whoever it is for cannot be reached', async () => {
    story.chat.lose(({ conversation }) => conversation === 'direct:zhao')
    story.sleeps(collectWithin)
    await story.bot.sweep.soon()
    await story.settle()
    expect(story.shown('direct:sun')).toContain('HX-P1 等待领取。')
  })

  it('owns the words in its thread, what was edited and deleted in it, and the engineers’ as internal ones', async () => {
    const { ref } = cardIn('direct:zhao')
    const said = await story.says('zhao', '放前台就行', { thread: ref.message })
    expect((await parcel()).words).toMatchObject([{ text: '放前台就行' }])
    await story.changes('zhao', said, '放二楼前台', { in: 'direct:zhao', thread: ref.message })
    expect((await parcel()).words).toMatchObject([{ text: '放二楼前台' }])
    expect(story.shown('engineers')).toContain('放二楼前台')
    await story.changes('zhao', said, undefined, { in: 'direct:zhao', thread: ref.message })
    expect((await parcel()).words).toEqual([])
    await story.says('li', '快递员迟到', { in: 'engineers', thread: cardIn('engineers').ref.message })
    expect(await story.types('HX-P1')).toContain('parcel.noted')
    expect(story.shown('direct:zhao')).not.toContain('快递员迟到')
    await story.says('zhao', 'HX-P1 明天在')
    expect((await parcel()).words).toMatchObject([{ text: '明天在' }])
    expect(await story.types('HX-2')).toEqual([])
  })

  it('asks whether a button was meant by words in its thread, and cannot be reported anew', async () => {
    const { ref } = cardIn('direct:zhao')
    await story.says('zhao', '领取', { thread: ref.message })
    expect((await parcel()).status).toBe('collected')
    const adopted = await story.adopts('zhao', {
      ...{ message: 'n1', author: 'zhao', text: '领取', in: 'direct:zhao', thread: ref.message },
    })
    expect(shows(adopted)).toContain('HX-P1')
    expect(await story.types('HX-2')).toEqual([])
  })
})

describe('a second kind of work where there are no threads', () => {
  it('gets the plain words of whoever heard of it last there, and no others', async () => {
    await story.end()
    story = await startStory({ ...withParcels, flat: true })
    await story.says('zhao', '三楼路由器坏了')
    story.sleeps(1000)
    await story.commands('li', 'parcel HX-1: 新路由器')
    story.sleeps(1000)
    await story.says('zhao', '请放在前台')
    expect((await parcel()).words).toMatchObject([{ text: '请放在前台' }])
    await story.presses('zhao', { flow: 'collect', item: 'HX-P1' })
    await story.says('zhao', '装好还是不行')
    expect((await parcel()).words).toHaveLength(1)
    expect(JSON.stringify(await story.store.events('HX-1'))).toContain('装好还是不行')
  })
})

describe('what an event brings about in other items', () => {
  it('is one commit with it: words on the ticket, and a new item that is numbered, each once', async () => {
    await story.presses('zhao', { flow: 'send_back', item: 'HX-P1' })
    expect(await parcel('HX-P2')).toMatchObject({ returns: 'HX-P1', reporter: 'li', status: 'sent' })
    expect(await story.store.load(['HX-P3'])).toEqual([])
    const texts = (await story.store.events('HX-1')).flatMap(({ event }) =>
      'text' in event ? [event.text] : [],
    )
    expect(texts.filter((text) => String(text).startsWith('HX-P1'))).toEqual(['HX-P1 refused: not for zhao'])
  })

  it('follows from a wake-up as well, by the bot', async () => {
    await story.presses('zhao', { flow: 'send_back', item: 'HX-P1' })
    await story.passes(collectWithin)
    const log = await story.store.events('HX-P1')
    expect(log.at(-1)?.event).toMatchObject({
      ...{ type: 'parcel.said', by: { kind: 'bot' }, text: 'HX-P2 still waits' },
      at: story.now(),
    })
    expect((await parcel('HX-P2')).remindedAt).toBe(story.now())
    expect(story.problems).toEqual([])
  })

  it('is all or nothing: what one item refuses leaves the others as they were', async () => {
    const sent = {
      ...({ do: 'parcel.send', supplier: 'yunheng', customer: 'huaxin', to: 'zhao' } as const),
      ...{ id: 'HX-P9', ticket: 'HX-999', content: '屏幕', collectBy: story.now() + collectWithin },
    }
    await story.bot.order([{ item: 'HX-P9', supplier: 'yunheng', wish: sent }], li)
    expect(await story.presses('zhao', { flow: 'collect', item: 'HX-P9' })).toMatchObject({ kind: 'refuse' })
    expect(await parcel('HX-P9')).toMatchObject({ status: 'sent' })
    expect(await story.store.load(['HX-999'])).toEqual([])
  })

  it('names the supplier whose a new item shall be: without it nothing is decided, in whichever directory', async () => {
    const sent = {
      ...({ do: 'parcel.send', supplier: 'yunheng', customer: 'huaxin', to: 'zhao' } as const),
      ...{ id: 'HX-P10', ticket: 'HX-1', content: '屏幕', collectBy: story.now() + collectWithin },
    }
    await expect(story.bot.order([{ item: 'HX-P10', wish: sent }], li)).rejects.toThrow(
      'parcel.send begins HX-P10 without saying whose it shall be',
    )
    expect(await story.store.load(['HX-P10'])).toEqual([])
    expect(await story.bot.order([{ item: 'HX-P10', wish: { do: 'parcel.wake' } }], li)).toMatchObject({
      no: { code: 'parcel_missing' },
    })
  })

  it('keeps no alarm from going off: where another item refuses, it goes off without, and the log says so once', async () => {
    await story.commands('li', 'parcel HX-1: fragile')
    await story.passes(collectWithin)
    expect((await parcel('HX-P2')).remindedAt).toBe(story.now())
    await story.bot.sweep.soon()
    expect(story.problems.filter((line) => line.includes('HX-P2'))).toHaveLength(1)
    expect(story.problems.join()).toContain('what follows from a due command was refused')
    await story.settle()
    const told = story.posts('direct:chen').filter(({ card }) => card.title === '有事项未能完成')
    expect(told, 'the administrator hears it once').toHaveLength(1)
    expect(told[0]?.card.summary).toContain('HX-P2')
  })

  it('of two items that answer each other for ever is a fault, and changes nothing', async () => {
    await story.presses('zhao', { flow: 'send_back', item: 'HX-P1' })
    const before = await story.types('HX-P1')
    const wish = { do: 'parcel.loop', with: 'HX-P2', turn: 0 } as const
    await expect(story.bot.order([{ item: 'HX-P1', wish }], li)).rejects.toThrow('effects go on and on')
    expect(await story.types('HX-P1')).toEqual(before)
    expect(await story.types('HX-P2')).not.toContain('parcel.looped')
  })
})
