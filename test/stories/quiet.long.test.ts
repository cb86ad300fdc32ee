import pg from 'pg'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { TicketEvent } from '../../src/domain/ticket/event.ts'
import { fiveTroubles } from '../support/five-troubles.ts'
import { loudness } from '../support/loudness.ts'
import type { Standing } from '../support/recording-adapter.ts'
import { type Story, startStory } from '../support/story.ts'

const seconds = 1_000
const minutes = 60 * seconds
const hours = 60 * minutes

let story: Story
beforeEach(async () => {
  story = await startStory()
})
afterEach(() => story.end())

/** Five people are in trouble within some seconds, and nobody of the supplier does anything about it. */
const fiveUnattended = async () => {
  for (const trouble of fiveTroubles) {
    await story.says('zhao', trouble, { in: 'huaxin', addressed: true })
    await story.passes(2 * seconds)
  }
}

const told = async (item: string) =>
  story.store.as({ person: 'chen', side: 'supplier', org: 'yunheng' }).told(item)
const rowsOf = ({ card }: Pick<Standing, 'card'>) =>
  card.blocks.flatMap((block) => (block.type === 'table' ? block.rows : []))
const listIn = (conversation: string) => story.posts(conversation).find((post) => rowsOf(post).length > 1)
const since = (conversation: string, count: number) => story.posts(conversation).slice(count)

describe('five tickets that nobody takes, through the whole ladder', () => {
  it('RS.7 M2.3 ring ten times at most for anybody, leave five cards at most, and everybody is told all of it', async () => {
    await fiveUnattended()
    await story.passes(20 * minutes)
    const { directory } = await story.store.directories.of('yunheng')
    const loud = Object.entries(loudness(story, directory)).filter(([, { rings }]) => rings > 0)
    expect(loud.map(([id]) => id).toSorted()).toEqual(['chen', 'li', 'sun', 'wang', 'zhou'])
    for (const [id, { rings, cards }] of loud) {
      expect(rings, id).toBeLessThanOrEqual(10)
      expect(cards, id).toBeLessThanOrEqual(5)
    }
    for (const item of ['HX-1', 'HX-2', 'HX-3', 'HX-4', 'HX-5']) {
      const evidence = await told(item)
      expect(evidence.filter(({ status }) => status === 'owed' || status === 'failed')).toEqual([])
      const fired = (await story.store.events(item)).map(({ event }) => event as TicketEvent)
      for (const event of fired)
        if (event.type === 'ticket.escalated' || event.type === 'ticket.escalation_repeated')
          for (const id of event.to)
            expect(
              evidence.some(({ person, about }) => person === id && about === event.type),
              `${item} ${event.type} ${id}`,
            ).toBe(true)
    }
    expect(story.problems).toEqual([])
  })

  it('RS.7 are one list for whoever hears of several at once, each with its own step, which goes when it is done', async () => {
    await fiveUnattended()
    await story.passes(4 * minutes)
    const list = listIn('direct:zhou')
    if (list === undefined) throw new Error('nothing lists several tickets')
    const rowOf = (item: string) => {
      const now = story.posts('direct:zhou').find(({ ref }) => ref.message === list.ref.message)
      return now && rowsOf(now).find(({ cells }) => cells[0]?.startsWith(item))
    }
    expect(rowsOf(list).map(({ button }) => button?.press.flow)).toEqual(
      rowsOf(list).map(() => 'acknowledge_escalation'),
    )
    const press = rowOf('HX-3')?.button?.press
    if (press === undefined) throw new Error('HX-3 offers nothing')
    await story.presses('zhou', press)
    expect(rowOf('HX-3')?.button?.press.flow).toBe('status')
    expect(rowOf('HX-4')?.button?.press.flow).toBe('acknowledge_escalation')
    const before = story.posts('direct:zhou').length
    await story.presses('sun', { flow: 'acknowledge_escalation', item: 'HX-4' })
    expect(since('direct:zhou', before), 'an edit rings for nobody').toEqual([])
    // A reply to the list is about none of its tickets alone.
    const { platform, team, conversation, message } = list.ref
    expect(await story.store.threads.find({ platform, team, conversation, message })).toBeUndefined()
  })

  it('RS.7 of a P1 rings at once, whatever rang before', async () => {
    await story.says('zhao', '三楼打印机坏了', { in: 'huaxin', addressed: true })
    await story.passes(119 * seconds)
    await story.says('sun', '全公司都连不上VPN了，全部停产', { in: 'huaxin', addressed: true })
    await story.passes(61 * seconds)
    const alarms = (await told('HX-2')).filter(
      ({ about, status }) => about === 'ticket.breached' && status === 'sent',
    )
    const due = (await story.ticket('HX-2')).promised.response.breachedAt ?? 0
    expect(alarms.length).toBeGreaterThan(1)
    for (const { settledAt } of alarms) expect(settledAt).toBe(due)
  })
})

describe('an alarm that is over', () => {
  const lines = (conversation: string, words: string) =>
    story.posts(conversation).filter(({ card }) => JSON.stringify(card.blocks).includes(words))

  it('M2.3 is told to everybody who was alarmed, once, in the thread of their card', async () => {
    await story.says('zhao', '三楼打印机坏了', { in: 'huaxin', addressed: true })
    await story.passes(4 * minutes)
    await story.presses('li', { flow: 'claim', item: 'HX-1' })
    for (const person of ['chen', 'sun', 'zhou']) {
      const [line, ...more] = lines(`direct:${person}`, '警报解除：李伟')
      expect(line?.ref.thread, person).toBeDefined()
      expect(line?.card.buttons).toEqual([])
      expect(more).toEqual([])
    }
    await story.passes(10 * minutes)
    await story.fills(
      'li',
      { flow: 'resolve', item: 'HX-1' },
      { description: '换了硒鼓', workaround: 'no', breachReason: '缺件' },
    )
    for (const person of ['chen', 'sun', 'zhou'])
      expect(lines(`direct:${person}`, '警报解除：').length, person).toBe(2)
  })

  it('M2.3 is told to nobody where nobody was alarmed', async () => {
    await story.says('zhao', '三楼打印机坏了', { in: 'huaxin', addressed: true })
    await story.presses('li', { flow: 'claim', item: 'HX-1' })
    expect(JSON.stringify(story.chat.posts)).not.toContain('警报解除')
  })
})

describe('what says nothing new', () => {
  it('RS.7 sends nothing: two answers that leave the priority as it is', async () => {
    const root = await story.says('zhao', '三楼打印机坏了', { in: 'huaxin', addressed: true })
    expect(root).toBeDefined()
    await story.presses('li', { flow: 'claim', item: 'HX-1' })
    const before = story.chat.posts.length
    await story.presses('zhao', { flow: 'assess', item: 'HX-1', choice: 'impact:medium' }, 'huaxin')
    await story.presses('zhao', { flow: 'assess', item: 'HX-1', choice: 'urgency:medium' }, 'huaxin')
    expect(
      (await story.types('HX-1')).filter((type) => type === 'ticket.prioritised').length,
    ).toBeGreaterThan(0)
    expect(story.chat.posts.slice(before)).toEqual([])
  })

  it('M3.2 is no rating told twice: the score waits a moment for its comment', async () => {
    await story.says('zhao', '三楼打印机坏了', { in: 'huaxin', addressed: true })
    await story.presses('li', { flow: 'claim', item: 'HX-1' })
    await story.fills('li', { flow: 'resolve', item: 'HX-1' }, { description: '换了硒鼓', workaround: 'no' })
    await story.presses('zhao', { flow: 'confirm_solution', item: 'HX-1' }, 'huaxin')
    await story.presses('chen', { flow: 'close', item: 'HX-1' })
    const rated = async () => (await told('HX-1')).filter(({ about }) => about === 'ticket.rated')
    await story.presses('zhao', { flow: 'rate', item: 'HX-1', choice: '2' }, 'huaxin')
    expect((await rated()).map(({ status }) => status)).not.toContain('sent')
    await story.fills(
      'zhao',
      { flow: 'rate', item: 'HX-1', choice: 'comment' },
      { score: '2', comment: '太慢了' },
    )
    const sent = async () =>
      (await rated()).flatMap(({ status, person, room }) => (status === 'sent' ? [person ?? room] : []))
    expect(await sent(), 'in the room at once').toEqual(['engineers'])
    await story.passes(3 * hours)
    expect((await sent()).toSorted(), 'with what else is good to know').toEqual(['chen', 'engineers', 'li'])
    expect((await rated()).filter(({ status }) => status === 'owed')).toEqual([])
    expect(JSON.stringify(story.posts('direct:chen').at(-1)?.card)).toContain('太慢了')
  })

  it('M3.2 is told after that moment, if there is no comment', async () => {
    await story.says('zhao', '三楼打印机坏了', { in: 'huaxin', addressed: true })
    await story.presses('li', { flow: 'claim', item: 'HX-1' })
    await story.fills('li', { flow: 'resolve', item: 'HX-1' }, { description: '换了硒鼓', workaround: 'no' })
    await story.presses('zhao', { flow: 'confirm_solution', item: 'HX-1' }, 'huaxin')
    await story.presses('chen', { flow: 'close', item: 'HX-1' })
    await story.presses('zhao', { flow: 'rate', item: 'HX-1', choice: '5' }, 'huaxin')
    await story.passes(3 * hours)
    const rated = (await told('HX-1')).filter(({ about }) => about === 'ticket.rated')
    expect(rated.map(({ status }) => status)).toEqual(rated.map(() => 'sent'))
  })
})

describe('what is only good to know', () => {
  const inHand = async (text: string) => {
    await story.says('zhao', text, { in: 'huaxin', addressed: true })
    const id = `HX-${story.posts('engineers').filter(({ ref }) => ref.thread === undefined).length}`
    await story.presses('li', { flow: 'claim', item: id })
    return id
  }
  const confirms = async (item: string) => {
    await story.fills('li', { flow: 'resolve', item }, { description: '换了硒鼓', workaround: 'no' })
    await story.presses('zhao', { flow: 'confirm_solution', item }, 'huaxin')
  }

  it('RS.7 M2.3 is collected for two working hours at most and told in one message, and who was told says until when', async () => {
    const tickets = [await inHand('三楼打印机坏了'), await inHand('扫描仪卡纸了')]
    for (const item of tickets) await confirms(item)
    const waits = (await told('HX-1')).filter(({ notBefore }) => notBefore !== undefined)
    expect(waits.map(({ person, about, status }) => [person, about, status])).toContainEqual([
      'li',
      'ticket.solution_confirmed',
      'owed',
    ])
    const view = await story.presses('chen', { flow: 'told', item: 'HX-1' })
    expect(JSON.stringify(view)).toContain('待11:00随汇总发送')
    const before = story.posts('direct:li').length
    await story.passes(61 * minutes)
    const [digest, ...more] = since('direct:li', before)
    expect(more).toEqual([])
    if (digest === undefined) throw new Error('nothing was told')
    expect(digest.card.title).toBe('近期动态')
    expect(rowsOf(digest).map(({ cells }) => cells[0]?.slice(0, 4))).toEqual(['HX-1', 'HX-2'])
    expect(JSON.stringify(rowsOf(digest)[0])).toContain('赵敏确认已解决')
    expect((await told('HX-1')).filter(({ person, status }) => person === 'li' && status === 'owed')).toEqual(
      [],
    )
    expect(story.problems).toEqual([])
  })

  it('R1 is lost by no process that ends meanwhile, and said once', async () => {
    await confirms(await inHand('三楼打印机坏了'))
    await confirms(await inHand('扫描仪卡纸了'))
    story.sleeps(90 * minutes)
    const before = story.posts('direct:li').length
    await story.settle()
    await story.settle()
    expect(since('direct:li', before)).toHaveLength(1)
  })
})

describe('a list whose chat gives no answer', () => {
  it('T19 is given up in the end, each of its tickets, and others are told instead', async () => {
    await fiveUnattended()
    story.chat.doubt(({ conversation }) => conversation === 'direct:sun')
    story.sleeps(3 * minutes)
    await story.bot.sweep.soon()
    const ofSun = async () =>
      (await Promise.all(['HX-1', 'HX-2', 'HX-3'].map(told))).flat().filter(({ person }) => person === 'sun')
    await story.settle()
    expect((await ofSun()).map(({ status }) => status)).toContain('owed')
    story.sleeps(2 * hours)
    for (let turn = 0; turn < 14; turn += 1) {
      story.sleeps(minutes)
      await story.settle()
    }
    const ended = await ofSun()
    expect(ended.filter(({ status }) => status === 'owed')).toEqual([])
    expect(ended.filter(({ status }) => status === 'failed').length).toBeGreaterThan(0)
  })
})

describe('quiet hours', () => {
  it('hold back what can wait until they end, and nothing of a P1', async () => {
    expect(await story.says('li', '免打扰 9:30-12:00')).toBeDefined()
    const { directory } = await story.store.directories.of('yunheng')
    expect(directory.preferences.li?.quiet).toBe('09:30-12:00')
    await story.says('zhao', '三楼打印机坏了', { in: 'huaxin', addressed: true })
    const cards = () => story.posts('direct:li').filter(({ card }) => card.title?.startsWith('HX-'))
    expect(cards()).toEqual([])
    await story.says('sun', '全公司都连不上VPN了，全部停产', { in: 'huaxin', addressed: true })
    expect(cards().map(({ card }) => card.title?.slice(0, 4))).toEqual(['HX-2'])
    await story.passes(2 * hours + minutes)
    expect(story.shown('direct:li'), 'what waited is not late').not.toContain('迟到')
    expect((await told('HX-1')).filter(({ person, status }) => person === 'li' && status === 'owed')).toEqual(
      [],
    )
  })

  it('end when their person says so, in either language', async () => {
    const quiet = async () => (await story.store.directories.of('yunheng')).directory.preferences.li?.quiet
    await story.says('li', 'quiet 22:00-07:00')
    expect(await quiet()).toBe('22:00-07:00')
    await story.says('li', '关闭免打扰')
    expect(await quiet()).toBe(null)
    await story.says('li', '免打扰 22点到7点')
    expect(await quiet()).toBe('22:00-07:00')
    await story.says('li', 'quiet off')
    expect(await quiet()).toBe(null)
  })
})

describe('a list whose post was cut short', () => {
  it('T06 is found for all of its tickets, and posted once', async () => {
    await fiveUnattended()
    story.sleeps(3 * minutes)
    await story.bot.sweep.soon()
    await story.settle()
    const lists = () => story.posts('direct:sun').filter((post) => rowsOf(post).length > 0)
    expect(lists()).toHaveLength(1)
    const pool = new pg.Pool({ connectionString: story.url })
    const { rows } = await pool.query(
      `update outbox set status = 'owed', settled_at = null, message = null, lease_until = 0
       where together is not null and line like 'person sun%' returning together::text as key`,
    )
    await pool.end()
    expect(rows.length).toBeGreaterThan(1)
    // As the platform keeps it: what was drawn anew has the key it was posted under.
    const place = story.chat.posts.findIndex(({ ref }) => ref.message === lists()[0]?.ref.message)
    const [list] = story.chat.posts.splice(place, 1)
    if (list !== undefined) story.chat.posts.splice(place, 0, { ...list, key: String(rows[0]?.key) })
    const before = story.chat.posts.length
    await story.settle()
    expect(story.chat.posts.slice(before).filter(({ place }) => place.conversation === 'direct:sun')).toEqual(
      [],
    )
    expect((await told('HX-3')).filter(({ status }) => status === 'owed')).toEqual([])
  })
})
