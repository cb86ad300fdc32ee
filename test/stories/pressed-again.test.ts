import pg from 'pg'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { texts } from '../../src/text/texts.ts'
import type { Story } from '../support/story.ts'
import { startStory } from '../support/story.ts'

let story: Story
beforeEach(async () => {
  story = await startStory()
})
afterEach(() => story.end())

const item = 'HX-1'
const solution = { description: '换了一根网线', workaround: 'no' }
const seq = async () => (await story.store.load([item]))[0]?.seq ?? 0

/** Reported, claimed, and proposed as solved. */
const resolved = async () => {
  await story.says('zhao', '三楼打印机坏了')
  await story.presses('li', { flow: 'claim', item })
  await story.fills('li', { flow: 'resolve', item }, solution)
  return seq()
}

describe('a button pressed again', () => {
  it('T12 has the effect once, and each press is answered as done', async () => {
    const seen = await resolved()
    for (const key of ['first', 'first', 'second'])
      expect(
        await story.presses('zhao', { flow: 'confirm_solution', item, seen }, 'direct:zhao', key),
      ).toMatchObject({
        kind: 'done',
      })
    expect((await story.types(item)).filter((type) => type === 'ticket.solution_confirmed')).toHaveLength(1)
  })

  it('T12 many times at the same moment under one key is one act', async () => {
    await story.says('zhao', '三楼打印机坏了')
    await story.presses('li', { flow: 'claim', item })
    const update = () => story.fills('li', { flow: 'update', item }, { text: '正在换件' }, 'just-once')
    for (const reply of await Promise.all([update(), update(), update(), update()]))
      expect(reply).toMatchObject({ kind: 'done' })
    expect((await story.types(item)).filter((type) => type === 'ticket.progress_reported')).toHaveLength(1)
  })

  it('T12 under one key with other words is told that the first ones stand; what was wrong may be put right', async () => {
    await story.says('zhao', '三楼打印机坏了')
    await story.presses('li', { flow: 'claim', item })
    const update = (text: string) => story.fills('li', { flow: 'update', item }, { text }, 'one-drawing')
    expect(await update('')).toMatchObject({ kind: 'amend' })
    expect(await update('正在换件')).toMatchObject({ kind: 'done' })
    expect(await update('正在换件')).toEqual({ kind: 'done' })
    const saying = texts('zh-CN').app.sentBefore
    expect(await update('备件明天到')).toMatchObject({ kind: 'refuse', saying })
    expect((await story.types(item)).filter((type) => type === 'ticket.progress_reported')).toHaveLength(1)
  })

  it('T12 on a card from before orders nothing: it answers with the card as it is now', async () => {
    const seen = await resolved()
    await story.fills('zhao', { flow: 'reject_solution', item, seen }, { text: '还是不行' })
    await story.fills('li', { flow: 'resolve', item }, solution)
    const before = await seq()
    const stale = await story.presses('zhao', { flow: 'confirm_solution', item, seen })
    expect(stale).toMatchObject({ kind: 'show' })
    expect(await seq()).toBe(before)
    expect((await story.ticket(item)).resolution?.consent).toBeUndefined()
    expect(await story.presses('zhao', { flow: 'confirm_solution', item, seen: before })).toMatchObject({
      kind: 'done',
    })
  })

  it('R1 under the key of a press that was refused takes effect once it may, and is not acknowledged before', async () => {
    await resolved()
    const close = () => story.presses('chen', { flow: 'close', item }, 'direct:chen', 'close-it')
    expect(await close()).toMatchObject({ kind: 'refuse' })
    expect(await close()).toMatchObject({ kind: 'refuse' })
    await story.presses('zhao', { flow: 'confirm_solution', item })
    expect(await close()).toMatchObject({ kind: 'done' })
    expect(await story.ticket(item)).toMatchObject({ status: 'closed' })
    expect(await close()).toMatchObject({ kind: 'done' })
  })

  it('R1 under the key of a press whose process died is carried out, also when it was given up meanwhile', async () => {
    await story.says('zhao', '三楼打印机坏了')
    const press = { flow: 'claim', item }
    const place = { platform: 'web', team: 'local', conversation: 'direct:li', direct: true } as const
    const who = { platform: 'web', team: 'local', user: 'li' } as const
    // Taken in, and nothing more: its process died here.
    await story.store.inbox.accept(
      { kind: 'press', key: 'lost', who, place, at: story.now(), press },
      story.now(),
    )
    story.sleeps(20_000)
    await story.bot.app.recover()
    expect((await story.ticket(item)).assignee).toBeUndefined()
    expect(await story.presses('li', press, 'direct:li', 'lost')).toMatchObject({ kind: 'done' })
    expect((await story.ticket(item)).assignee).toBe('li')
  })
})

describe('a message that fails', () => {
  it('R1 again and again is tried ever more seldom and never given up', async () => {
    const admin = new pg.Client({ connectionString: story.url })
    await admin.connect()
    await admin.query(`create function fail() returns trigger language plpgsql as
      $$ begin raise exception 'no'; end $$`)
    await admin.query('create trigger fail before insert on items for each row execute function fail()')
    const message = await story.says('zhao', '三楼打印机坏了')
    const retry = async () => {
      story.sleeps(16_000)
      await story.bot.app.recover()
    }
    for (let lease = 0; lease < 20; lease += 1) await retry()
    await admin.query('drop trigger fail on items')
    await admin.end()
    for (let lease = 0; lease < 20; lease += 1) await retry()
    const reader = { person: 'zhao', side: 'customer', org: 'huaxin' } as const
    const tickets = await story.store.as(reader).list({ list: 'open' })
    expect(tickets).toMatchObject([{ state: { message: { message } } }])
  })
})

describe('a form that was opened in two windows and sent from both', () => {
  const said = async (type: string) => (await story.types(item)).filter((one) => one === type).length

  it('T12 has one effect where both say the same', async () => {
    await story.says('zhao', '三楼打印机坏了')
    await story.presses('li', { flow: 'claim', item })
    const form = { flow: 'note', item, seen: await seq() }
    const sent = await Promise.all([1, 2].map(() => story.fills('li', form, { text: '正在换件' })))
    expect(sent).toMatchObject([{ kind: 'done' }, { kind: 'done' }])
    expect(await said('ticket.note_added')).toBe(1)
    const other = await story.fills('li', form, { text: '备件明天到' })
    expect(other, 'with other words the second is told').toMatchObject({ kind: 'show' })
    expect(await said('ticket.note_added')).toBe(1)
    await story.fills('li', { ...form, seen: await seq() }, { text: '正在换件' })
    expect(await said('ticket.note_added'), 'a form drawn since is another intention').toBe(2)
    await story.fills('wang', form, { text: '正在换件' })
    expect(await said('ticket.note_added'), 'and so is that of somebody else').toBe(3)
  })

  it('T12 is answered as done in both, whichever of them is worked on first', async () => {
    await story.says('zhao', '三楼打印机坏了')
    await story.presses('li', { flow: 'claim', item })
    for (let round = 0; round < 30; round += 1) {
      const form = { flow: 'note', item, seen: await seq() }
      const windows = [1, 2, 3].map(() => story.fills('li', form, { text: `正在换件 ${round}` }))
      expect(await Promise.all(windows)).toMatchObject(windows.map(() => ({ kind: 'done' })))
    }
    expect(await said('ticket.note_added')).toBe(30)
  })

  it('T12 reports once within minutes, and again later', async () => {
    const report = () => story.fills('zhao', { flow: 'report', choice: 'form' }, { text: '三楼打印机坏了' })
    await Promise.all([report(), report()])
    const all = () => story.store.load(['HX-1', 'HX-2', 'HX-3'])
    expect(await all()).toHaveLength(1)
    story.sleeps(20 * 60_000)
    await report()
    expect(await all()).toHaveLength(2)
  })

  it('T12 is decided anew where the first was refused', async () => {
    await story.says('zhao', '三楼打印机坏了')
    const form = { flow: 'reopen', item, seen: await seq() }
    const again = () => story.fills('zhao', form, { text: '还是不行' })
    expect(await again()).toMatchObject({ kind: 'refuse' })
    expect(await again()).toMatchObject({ kind: 'refuse' })
  })
})
