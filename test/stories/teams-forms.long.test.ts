import { describe, expect, it } from 'vitest'
import { texts } from '../../src/text/texts.ts'
import { eachEnds } from '../support/each-ends.ts'
import { viewKey } from '../support/teams/world/write-message.ts'
import { rooms, startTeamsStory, type TeamsStory } from '../support/teams-story.ts'

const start = eachEnds(startTeamsStory)

const zh = texts('zh-CN')
const { markDuplicate: duplicate, form } = zh.flows
const words = '三楼打印机坏了'
const second = '打印机打不了'
const typed = '都是同一台打印机'
/** No number, and one of a ticket that is not there. */
const wrong = { master: '那一张', reason: typed }
const notOpen = '没有找到这个事件'
const missing = { master: 'HX-77', reason: typed }

/** Two reports of one trouble, and the form that says so over the later one's card before the engineers. */
const opened = async (story: TeamsStory) => {
  await story.reports('zhao', rooms.huaxin, words)
  await story.reports('sun', rooms.huaxin, second)
  const card = await story.stands(rooms.engineers, 'HX-2')
  await story.settled()
  await story.opens('li', card, zh.buttons.mark_duplicate)
  return { card, li: story.teams.person('li'), wang: story.teams.person('wang') }
}

describe('a form over a card on Teams', () => {
  it('is seen by whoever opened it alone, and gives the card back when it is left', async () => {
    const story = await start()
    const { card, li, wang } = await opened(story)
    expect(Object.keys(li.view(card).fields)).toHaveLength(2)
    expect(wang.view(card).own).toBe(false)
    await li.press(card, zh.frame.cancel)
    expect(li.view(card).fields).toEqual({})
    expect(li.view(card).buttons).toEqual(wang.view(card).buttons)
    expect(li.view(card).words).toContain(second)
    await li.press(card, zh.buttons.history)
    expect(li.view(card).buttons).toContain(zh.teams.back)
    await li.press(card, zh.teams.back)
    expect(li.view(card).buttons).toEqual(wang.view(card).buttons)
    expect(story.teams.problems()).toEqual([])
  })

  it('says at its field what is wrong and keeps what was typed, until it is sent and the card stands there again', async () => {
    const story = await start()
    const { card, li } = await opened(story)
    const empty = await li.fill(card, { master: 'HX-1' }, form.send)
    expect(Object.values(empty.refused ?? {}), 'before the bot hears of it').toHaveLength(1)
    await li.fill(card, wrong, form.send)
    expect(li.view(card).words).toContain(duplicate.notANumber('HX'))
    expect(Object.values(li.view(card).fields)).toEqual(expect.arrayContaining(['那一张', typed]))
    await li.fill(card, missing, form.send)
    expect(li.view(card).words).toContain(notOpen)
    expect(Object.values(li.view(card).fields)).toEqual(expect.arrayContaining(['HX-77', typed]))
    expect((await story.ticket('HX-2')).status).toBe('new')
    await li.fill(card, { master: 'HX-1' }, form.send)
    await story.settled()
    expect((await story.ticket('HX-2')).merging).toMatchObject({ master: 'HX-1', reason: typed })
    expect(li.view(card).fields).toEqual({})
    expect(story.teams.problems()).toEqual([])
    expect(story.problems).toEqual([])
  })
})

describe('a form on Teams that is sent more than once', () => {
  const li = { kind: 'person', id: 'li', side: 'supplier', org: 'yunheng' } as const

  it('has one effect: two presses of its button at once, and one of the same form later', async () => {
    const story = await start()
    await story.reports('zhao', rooms.huaxin, words)
    const card = await story.stands(rooms.engineers, 'HX-1')
    await story.bot.order([{ item: 'HX-1', wish: { do: 'ticket.claim' } }], li)
    await story.settled()
    await story.opens('li', card, zh.buttons.update)
    const person = story.teams.person('li')
    const drawn = person.view(card).card ?? {}
    const values = { [zh.flows.update.text]: '备件已到' }
    await Promise.all([1, 2].map(() => person.fill(card, values, form.send)))
    await story.settled()
    story.teams.world.views.set(viewKey(card, person.id), drawn)
    await person.fill(card, values, form.send)
    await story.settled()
    const told = (await story.events('HX-1')).filter(({ type }) => type === 'ticket.progress_reported')
    expect(told).toHaveLength(1)
    expect(
      story.teams.messages(rooms.huaxin).filter((one) => JSON.stringify(one).includes('备件已到')),
    ).toHaveLength(1)
    // Opened anew it is another one, also with the same words.
    await story.opens('li', card, zh.buttons.update)
    await person.fill(card, values, form.send)
    await story.settled()
    expect(
      (await story.events('HX-1')).filter(({ type }) => type === 'ticket.progress_reported'),
    ).toHaveLength(2)
  })

  it('is one ticket, when it reports', async () => {
    const story = await start()
    const zhao = story.teams.person('zhao')
    await zhao.say(story.teams.personal('zhao'), '帮助')
    await zhao.press(await story.told('zhao', zh.flows.report.button), zh.flows.report.button)
    const report = await story.told('zhao', zh.flows.report.text)
    await Promise.all([1, 2].map(() => zhao.fill(report, { [zh.flows.report.text]: words }, form.send)))
    await story.settled()
    expect(await story.store.load(['HX-1', 'HX-2'])).toHaveLength(1)
    expect(story.problems).toEqual([])
  })
})

describe('a form that somebody is typing in', () => {
  it('stays while nothing changes that its card shows there: a note among the engineers draws no card anew', async () => {
    const story = await start()
    const { said } = await story.reports('zhao', rooms.huaxin, words)
    const [, receipt] = story.teams.thread(rooms.huaxin, said)
    if (receipt === undefined) throw new Error('no receipt')
    await story.settled()
    await story.opens('zhao', receipt, zh.buttons.cancel)
    const zhao = story.teams.person('zhao')
    const fields = zhao.view(receipt).fields
    expect(Object.keys(fields).length).toBeGreaterThan(0)
    const drawings = () =>
      story.teams.calls('update').filter(({ conversation }) => conversation === rooms.huaxin).length
    const before = drawings()
    const li = { kind: 'person', id: 'li', side: 'supplier', org: 'yunheng' } as const
    const note = { do: 'ticket.note', text: { internal: '先查交换机' } } as const
    await story.bot.order([{ item: 'HX-1', wish: note }], li)
    await story.settled()
    expect(zhao.view(receipt).fields).toEqual(fields)
    expect(drawings()).toBe(before)
    await story.bot.order([{ item: 'HX-1', wish: { do: 'ticket.claim' } }], li)
    await story.settled()
    expect(drawings()).toBeGreaterThan(before)
    expect(zhao.view(receipt).words).toContain('李伟')
  })
})

describe('a window on Teams', () => {
  it('opens from the form over a card and keeps what was typed at every no; when it is done it says so', async () => {
    const story = await start()
    const { card, li } = await opened(story)
    const own = () => li.view(card).card
    const before = own()
    await li.openWindow(card, zh.teams.window)
    const fields = () =>
      JSON.stringify(li.dialog()?.card)
        .match(/"value":"[^"]*"/g)
        ?.map((one) => one.slice(9, -1)) ?? []
    await li.submitDialog(wrong)
    expect(JSON.stringify(li.dialog()?.card)).toContain(duplicate.notANumber('HX'))
    expect(fields()).toEqual(expect.arrayContaining(['那一张', typed]))
    await li.submitDialog(missing)
    expect(JSON.stringify(li.dialog()?.card)).toContain(notOpen)
    expect(fields()).toEqual(expect.arrayContaining(['HX-77', typed]))
    expect(own()).toBe(before)
    await li.submitDialog({ master: 'HX-1' })
    expect(li.dialog()).toBeUndefined()
    expect(li.toasts().at(-1)).toBe(zh.flows.merge.proposed('HX-2', 'HX-1'))
    expect((await story.ticket('HX-2')).merging).toMatchObject({ master: 'HX-1', reason: typed })
    expect(story.teams.problems()).toEqual([])
  })

  it('T55 that was open while its ticket ended says no, and the words in it are not lost', async () => {
    const story = await start()
    const { card, li } = await opened(story)
    await li.openWindow(card, zh.teams.window)
    const sun = { kind: 'person', id: 'sun', side: 'customer', org: 'huaxin' } as const
    await story.bot.order([{ item: 'HX-2', wish: { do: 'ticket.cancel', reason: '已恢复' } }], sun)
    await li.submitDialog({ master: 'HX-1', reason: typed })
    expect(JSON.stringify(li.dialog()?.card)).toContain(typed)
    expect(JSON.stringify(li.dialog()?.card), 'above what it refuses').toContain(
      zh.ticket.cancellations.withdrawn,
    )
    expect(JSON.stringify(await story.events('HX-2'))).not.toContain(typed)
    expect(story.teams.problems()).toEqual([])
  })
})
