import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { describe, expect, it } from 'vitest'
import { texts } from '../../src/text/texts.ts'
import { noRedis } from '../support/redis.ts'
import { rooms } from '../support/teams-story.ts'
import { hangAt } from './support/hang.ts'
import { buttonFor, receipts, reportsOnTeams, ticketOf, toldAlone } from './support/teams-cast.ts'
import { teamsCurtain } from './support/teams-curtain.ts'
import { onTeamsStage, type TeamsScene } from './support/teams-scene.ts'
import { until } from './support/truth.ts'

const zh = texts('zh-CN')
const inRoom = ({ conversation }: { readonly conversation?: string }) => conversation === rooms.huaxin
const claimed = zh.flows.claim.done

/** A reported ticket, and li before the button that takes it. */
const reported = async (on: TeamsScene) => {
  const report = await reportsOnTeams(on)
  const id = await ticketOf(on, report)
  // Whoever dies now owes nothing, so that nobody waits for what it held.
  await until('all of it is told', on.truth.isQuiet)
  return { report, id, li: on.teams.person('li'), claim: await buttonFor(on, 'li', 'claim', id) }
}
const acknowledged = (on: TeamsScene, id: string) => on.truth.happened(id, 'ticket.acknowledged')

describe.skipIf(noRedis).concurrent('a bot on Teams', () => {
  const { scene } = onTeamsStage()

  it('T04 killed between telling Teams that a message arrived and working on it: one ticket and one receipt later', async () => {
    const on = await scene()
    const bot = await on.start()
    const hang = await hangAt(on.truth, 'insert on items', 'true')
    const report = await reportsOnTeams(on)
    await hang.reached()
    await bot.end('SIGKILL')
    await hang.letGo()
    expect(on.teams.deliveries().map(({ attempts }) => attempts.length)).toEqual([1])
    expect(await on.truth.ticketOf(report)).toBeUndefined()
    const next = await on.start()
    const id = await ticketOf(on, report)
    await until('the receipt stands', async () => receipts(on, report, id).length > 0)
    const events = await teamsCurtain(on, [next])
    expect(receipts(on, report, id)).toHaveLength(1)
    expect(events.filter(({ type }) => type === 'ticket.reported')).toHaveLength(1)
  })

  it('R1 killed while somebody waits for a press: they see that it failed, nothing happened, and the next press is carried out once', async () => {
    const on = await scene()
    const bot = await on.start()
    const { id, li, claim } = await reported(on)
    const hang = await hangAt(on.truth, 'insert on events', `new.type = 'ticket.acknowledged'`)
    const pressing = li.press(claim.at, claim.title)
    await hang.reached()
    await bot.end('SIGKILL')
    expect((await pressing).trouble).toBeDefined()
    await hang.letGo()
    expect(await acknowledged(on, id)).toBe(0)
    const next = await on.start()
    expect((await li.press(claim.at, claim.title)).trouble).toBeUndefined()
    await teamsCurtain(on, [next])
    expect(await acknowledged(on, id)).toBe(1)
    expect((await on.truth.ticket(id)).assignee).toBe('li')
  })

  it.each(['press', 'submitOld'] as const)(
    'R1 killed after it told the person that their act (%s) arrived: it is carried out once, and they are told',
    async (way) => {
      const on = await scene()
      const bot = await on.start()
      const { id, li, claim } = await reported(on)
      const holder = new pg.Client({ connectionString: on.ground.databaseUrl })
      await holder.connect()
      await holder.query('begin')
      await holder.query('lock table items in access exclusive mode')
      const pressed = await li[way](claim.at, claim.title)
      expect(pressed.delivery?.status).toBe(200)
      if (way === 'press') expect(li.toasts()).toEqual([zh.replies.working])
      await bot.end('SIGKILL')
      await holder.query('rollback')
      await holder.end()
      expect(await acknowledged(on, id)).toBe(0)
      const next = await on.start()
      await until('li is told', async () => toldAlone(on, 'li', claimed(id)).length > 0)
      // The answer was lost, too, and Teams hands the same act to the next process.
      if (pressed.delivery !== undefined) await on.teams.redeliver(pressed.delivery)
      await teamsCurtain(on, [next])
      expect(await acknowledged(on, id)).toBe(1)
      expect(toldAlone(on, 'li', claimed(id))).toHaveLength(1)
    },
  )

  it('T05 killed between the commit and the post: the post is sent after the restart', async () => {
    const on = await scene()
    const { teams } = on
    const bot = await on.start()
    const undo = teams.fault('send', { do: 'hang' }, { when: inRoom })
    const report = await reportsOnTeams(on)
    const id = await ticketOf(on, report)
    await teams.until(() => teams.calls('send').some(inRoom), 'the post was begun')
    await bot.end('SIGKILL')
    undo()
    expect(receipts(on, report, id)).toEqual([])
    const next = await on.start()
    await until('the receipt stands', async () => receipts(on, report, id).length > 0)
    await teamsCurtain(on, [next])
    expect(receipts(on, report, id)).toHaveLength(1)
  })

  it('T06 killed between the post and its record: it stands once more, says so, and is recorded as sent once', async () => {
    const on = await scene()
    const { teams } = on
    const bot = await on.start()
    teams.fault('send', { do: 'accept', and: 'hang' }, { times: 1, when: inRoom })
    const report = await reportsOnTeams(on)
    const id = await ticketOf(on, report)
    await until('the receipt stands', async () => receipts(on, report, id).length > 0)
    await bot.end('SIGKILL')
    const next = await on.start()
    await until('it stands again', async () => receipts(on, report, id).length > 1)
    const twice = zh.replies.maybeTwice('Teams')
    const [first, second] = receipts(on, report, id).map(({ history, activity }) =>
      JSON.stringify(history[0] ?? activity),
    )
    expect(first).not.toContain(twice)
    expect(second).toContain(twice)
    await teamsCurtain(on, [next])
    expect(receipts(on, report, id)).toHaveLength(2)
    const sent = `outbox where item = $1 and key like '%.reported.report_thread' and status = 'sent'`
    expect(await on.truth.count(sent, [id])).toBe(1)
  })

  it('killed while somebody fills in a form: it goes on with the next process, and so does the way back from it', async () => {
    const on = await scene()
    const bot = await on.start()
    const { id, li, claim } = await reported(on)
    await li.press(claim.at, claim.title)
    const resolve = await buttonFor(on, 'li', 'resolve', id)
    await until('nothing is drawn any more', on.truth.isQuiet)
    await li.press(resolve.at, resolve.title)
    await bot.end('SIGKILL')
    const next = await on.start()
    await li.press(resolve.at, zh.frame.cancel)
    expect(li.view(resolve.at).fields).toEqual({})
    await li.press(resolve.at, resolve.title)
    const description = on.words('换了网关')
    const sent = await li.fill(resolve.at, { description }, zh.flows.form.send)
    expect(sent.trouble).toBeUndefined()
    on.acknowledged.done.push({ words: description, reply: 'done' })
    await teamsCurtain(on, [next])
    expect(await on.truth.happened(id, 'ticket.resolved')).toBe(1)
  })

  it('T03 in two processes that share a database takes the same activity in at once, as one ticket with one receipt', async () => {
    const on = await scene()
    const { teams } = on
    const [one, other] = [await on.start(), await on.start()]
    teams.hold()
    const reports = await Promise.all(
      ['zhao', 'sun', 'zhao'].map((person) =>
        teams.person(person).say(rooms.huaxin, on.words('三楼打印机坏了'), { mention: true }),
      ),
    )
    const twins = reports.flatMap(({ deliveries }) =>
      deliveries.flatMap((delivery) =>
        [one, other].map(({ teamsAddress }) => {
          teams.useBot(teamsAddress)
          return teams.redeliver(delivery, { times: 2, parallel: true })
        }),
      ),
    )
    for (const { attempts } of await Promise.all(twins))
      expect(attempts.map(({ status }) => status)).toEqual(attempts.map(() => 200))
    for (const { id } of reports) on.acknowledged.said.push({ message: id, types: ['ticket.reported'] })
    for (const { id } of reports) {
      const ticket = await ticketOf(on, id)
      await until('the receipt stands', async () => receipts(on, id, ticket).length > 0)
    }
    await teams.release()
    await teamsCurtain(on, [one, other])
    for (const { id } of reports)
      expect(teams.thread(rooms.huaxin, id).filter(({ by }) => by === undefined)).toHaveLength(1)
  })

  it('T77 asked to end in the middle of many acts finishes what is in hand, with code 0, and the next one does the rest', async () => {
    const on = await scene()
    const { teams } = on
    const bot = await on.start()
    const { id, li, claim } = await reported(on)
    const acts = Array.from({ length: 16 }, async (_, n) => {
      await pause(n * 15)
      if (n !== 7) return reportsOnTeams(on, n % 2 === 0 ? 'zhao' : 'sun')
      const press = async () => (await li.press(claim.at, claim.title)).trouble === undefined
      return until('the press is taken', press)
    })
    await teams.until(() => teams.deliveries().filter(({ attempts }) => attempts.length > 0).length > 8)
    expect(await bot.end('SIGTERM'), bot.log()).toBe(0)
    expect(bot.log(), 'nothing failed on the way down').not.toMatch(/ (warn|error) /)
    const next = await on.start()
    await Promise.all(acts)
    await teamsCurtain(on, [next])
    expect(await acknowledged(on, id)).toBe(1)
  })
})
