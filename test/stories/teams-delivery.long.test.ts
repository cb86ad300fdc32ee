import { describe, expect, it } from 'vitest'
import { texts } from '../../src/text/texts.ts'
import { eachEnds } from '../support/each-ends.ts'
import { startByHand } from '../support/teams-by-hand.ts'
import { home, rooms } from '../support/teams-story.ts'

const start = eachEnds(startByHand)

const zh = texts('zh-CN')
const words = '三楼打印机坏了'
const vpn = 'Our VPN has been down for the whole office since nine'
const twice = zh.replies.maybeTwice('Teams')
const seconds = 1_000
const li = { kind: 'person', id: 'li', side: 'supplier', org: 'yunheng' } as const
const claim = [{ item: 'HX-1', wish: { do: 'ticket.claim' } }] as const

const inRoom = ({ conversation }: { readonly conversation?: string }) => conversation === rooms.huaxin
const shows = ({ card }: { readonly card?: unknown }, text: string) => JSON.stringify(card).includes(text)

describe('a post whose answer is lost', () => {
  it.each(['cut', 500, 504] as const)(
    'T06 (%s) after Teams took it has its effect once, and the second message says that it may be one',
    async (and) => {
      const story = await start()
      const { teams } = story
      teams.fault('send', { do: 'accept', and }, { times: 1, when: inRoom })
      const { id: said } = await teams.person('zhao').say(rooms.huaxin, words, { mention: true })
      await story.later(5 * seconds)
      const receipts = () => teams.thread(rooms.huaxin, said).filter(({ by }) => by === undefined)
      expect(receipts().map((one) => [shows(one, 'HX-1'), shows(one, twice)])).toEqual([
        [true, false],
        [true, true],
      ])
      expect((await story.events('HX-1')).filter(({ type }) => type === 'ticket.reported')).toHaveLength(1)
      expect(await story.store.load(['HX-2'])).toEqual([])
      expect(story.of(rooms.engineers, words)).toHaveLength(1)

      // The one that is known to stand lives on, and is no longer doubted.
      const [, known] = receipts()
      await story.bot.order(claim, li)
      await story.later(5 * seconds)
      const drawn = teams.calls('update').filter(inRoom)
      expect(new Set(drawn.map(({ activity }) => activity))).toEqual(new Set([known?.id]))
      expect(receipts().filter((one) => shows(one, twice))).toEqual([])
      expect(teams.problems()).toEqual([])
    },
  )

  it('T06 and that Teams never took is one message all the same', async () => {
    const story = await start()
    story.teams.fault('send', { do: 'cut' }, { times: 1, when: inRoom })
    const { said } = await story.reportsNow('zhao', rooms.huaxin, words)
    await story.later(5 * seconds)
    const receipts = story.teams.thread(rooms.huaxin, said).filter(({ by }) => by === undefined)
    expect(receipts.map((one) => shows(one, twice))).toEqual([true])
  })

  it('T06 and that was never sent, since nobody was there to take it, is one message without a doubt', async () => {
    const story = await start()
    await story.teams.down()
    const { id: said } = await story.teams.person('zhao').say(rooms.huaxin, words, { mention: true })
    await story.later(5 * seconds)
    await story.teams.up()
    await story.later(15 * seconds)
    const receipts = story.teams.thread(rooms.huaxin, said).filter(({ by }) => by === undefined)
    expect(receipts.map((one) => shows(one, twice))).toEqual([false])
  })

  it('T06 where it was a drawing is drawn once more in the same message, with nothing to tell of', async () => {
    const story = await start()
    const { receipt } = await story.reportsNow('zhao', rooms.huaxin, words)
    story.teams.fault('update', { do: 'accept', and: 'cut' }, { times: 1, when: inRoom })
    await story.bot.order(claim, li)
    await story.later(20 * seconds)
    const drawn = story.teams.calls('update').filter(inRoom)
    expect(drawn.map(({ activity }) => activity)).toEqual([receipt.id, receipt.id])
    expect(shows(story.teams.message(rooms.huaxin, receipt.id) ?? {}, '李伟')).toBe(true)
    expect(story.of(rooms.huaxin, twice)).toEqual([])
  })
})

describe('an installation', () => {
  it('T02 T03 of which Teams tells twice, and each time at once, is welcomed once', async () => {
    const story = await start()
    const { teams } = story
    for (const person of ['li', 'zhao', 'sun'])
      expect(teams.messages(teams.personal(person)), person).toHaveLength(1)
    const { id } = teams.addChat({ tenant: home, members: ['li', 'zhao'] })
    teams.deliverEach({ times: 3, parallel: true })
    await teams.install({ conversation: id })
    await teams.until(() => teams.messages(id)[0])
    // Whatever else came of it has come when this is answered.
    await teams.person('li').say(teams.personal('li'), '帮助')
    await story.later(2 * seconds)
    expect(teams.messages(id)).toHaveLength(1)
  })
})

describe('a burst', () => {
  it('T21 T22 of twelve reports goes out within Teams’ rates, an alarm before the rest, each once', async () => {
    const story = await start()
    const { teams } = story
    const each = [...'甲乙丙丁戊己庚辛壬癸子丑'].map((name) => `${name}号打印机坏了`)
    for (const text of each) await teams.person('zhao').say(rooms.huaxin, text, { mention: true })
    await story.later(2 * seconds)
    await teams.person('emma').say(rooms.bluebird, vpn, { mention: true })
    await story.later(28 * seconds)
    const told = teams.messages(rooms.engineers).filter(({ thread }) => thread === undefined)
    for (const text of [...each, vpn])
      expect(
        told.filter((one) => shows(one, text)),
        text,
      ).toHaveLength(1)
    expect(told.findIndex((one) => shows(one, vpn))).toBeLessThan(6)
    const receipts = teams.messages(rooms.huaxin).filter(({ by, thread }) => by === undefined && thread)
    expect(new Set(receipts.map(({ thread }) => thread)).size).toBe(12)
    expect(receipts).toHaveLength(12)
    expect(teams.calls().filter(({ status = 0 }) => status >= 400)).toEqual([])
    expect(story.problems).toEqual([])
  })
})

describe('a card that is too large for Teams', () => {
  it('T42 stands in several messages that hold all of it, and is drawn anew in as many as it needs', async () => {
    const story = await start()
    const { teams } = story
    const lines = Array.from({ length: 900 }, (_, n) => `第${n + 1}行：重启之后三楼打印机仍然打不出来`)
    const solved = (description: string) =>
      story.bot.order([{ item: 'HX-1', wish: { do: 'ticket.resolve', description, workaround: false } }], li)
    const title = `HX-1 ${words}`
    const living = () =>
      teams.messages(rooms.engineers).filter(({ id }) => card.has(id) && teams.message(rooms.engineers, id))
    await story.reportsNow('zhao', rooms.huaxin, words)
    await story.bot.order(claim, li)
    await solved(lines.join('\n'))
    await story.later(20 * seconds)
    const card = new Set(
      teams
        .messages(rooms.engineers)
        .flatMap(({ id, summary = '' }) => (summary.startsWith(title) ? [id] : [])),
    )
    expect(card.size).toBeGreaterThan(1)
    const text = living()
      .map((one) => JSON.stringify(one.card))
      .join()
    expect(lines.filter((line) => !text.includes(line))).toEqual([])

    const zhao = { kind: 'person', id: 'zhao', side: 'customer', org: 'huaxin' } as const
    await story.bot.order(
      [{ item: 'HX-1', wish: { do: 'ticket.reject_solution', reason: '还是不行' } }],
      zhao,
    )
    await solved('换了硒鼓')
    await story.later(20 * seconds)
    const [first, ...rest] = living()
    expect(shows(first ?? {}, '换了硒鼓')).toBe(true)
    expect(rest.map((one) => shows(one, zh.teams.emptied))).toEqual(rest.map(() => true))
    expect(teams.problems()).toEqual([])
    expect(story.problems).toEqual([])
  })

  it('T42 by Teams’ own measure goes in pieces, and its buttons work in the last', async () => {
    const story = await start()
    const { teams } = story
    const zhao = teams.person('zhao')
    const tooLarge = { do: 'status', status: 413, code: 'MessageSizeTooBig' } as const
    teams.fault('send', tooLarge, { times: 1, when: inRoom })
    const { id: said } = await zhao.say(rooms.huaxin, words, { mention: true })
    await story.later(5 * seconds)
    const pieces = () => teams.thread(rooms.huaxin, said).filter(({ by }) => by === undefined)
    expect(pieces().map((one) => zhao.view(one).buttons.includes(zh.buttons.cancel))).toEqual([false, true])
    expect(JSON.stringify(pieces())).toContain('HX-1')
    await story.bot.order(claim, li)
    await story.later(5 * seconds)
    // What Teams takes now is one message again.
    const [first, second] = pieces()
    if (first === undefined || second === undefined) throw new Error('nothing stands')
    expect(zhao.view(first).buttons).toContain(zh.buttons.cancel)
    expect(zhao.view(first).words).toContain('李伟')
    expect(zhao.view(second).buttons).toEqual([])
    expect(teams.problems()).toEqual([])
  })
})

describe('a message that Teams never takes', () => {
  it('T18 is not tried over and over, is told to the operator and goes another way; what comes after it goes through', async () => {
    const story = await start()
    const { teams } = story
    const personal = teams.personal('li')
    const poison = teams.fault(
      'send',
      { do: 'status', status: 400, code: 'BadSyntax' },
      { when: ({ conversation }) => conversation === personal },
    )
    await story.reportsNow('zhao', rooms.huaxin, words)
    await story.later(5 * seconds)
    const tried = () => story.writesTo(personal).filter(({ status }) => status === 400)
    const before = tried().length
    expect(before, 'again at most when it was the turn of the other way').toBeLessThanOrEqual(2)
    await story.later(120 * seconds)
    expect(tried()).toHaveLength(before)
    expect(story.problems.join()).toContain('BadSyntax')
    expect(story.of(rooms.engineers, '<at>李伟</at>')).toHaveLength(1)
    expect(await story.evidence('HX-1', 'ticket.dispatched')).toMatchObject([
      { person: 'li', status: 'sent' },
    ])
    poison()
    await story.reportsNow('zhao', rooms.huaxin, '二楼打印机也坏了')
    expect(story.of(personal, '二楼打印机也坏了')).toHaveLength(1)
  })
})

describe('the address of Teams', () => {
  it('that moves is followed from the next word on, wherever that was said, and nobody counts as lost', async () => {
    const story = await start()
    const { teams } = story
    await story.reportsNow('zhao', rooms.huaxin, words)
    teams.moveService('apac')
    await story.reportsNow('emma', rooms.bluebird, vpn)
    await story.later(10 * seconds)
    expect(story.of(rooms.engineers, vpn).length).toBeGreaterThan(0)
    await story.bot.order(claim, li)
    await story.later(10 * seconds)
    expect(story.of(rooms.huaxin, '李伟').length).toBeGreaterThan(0)
    expect(story.of(teams.personal('chen'), zh.app.outOfReach.title)).toEqual([])
  })
})
