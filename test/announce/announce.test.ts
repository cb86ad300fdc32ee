import { describe, expect, it } from 'vitest'
import { announce } from '../../src/announce/announce.ts'
import type { Occasion } from '../../src/announce/occasion.ts'
import type { Directory } from '../../src/domain/people/directory.ts'
import type { TicketEventType } from '../../src/domain/ticket/event.ts'
import type { Notice } from '../../src/store/change.ts'
import { lives, occasions, occasionsOf } from './lives.ts'
import { directoryIn } from './worlds.ts'

const directory = directoryIn('en')
const all = occasions(directory)
const [log = []] = lives(directory)

const occasionOf = (type: TicketEventType, among = occasionsOf(log, directory)): Occasion => {
  const found = among.find(({ event }) => event.type === type)
  if (found === undefined) throw new Error(`${type} never happened`)
  return found
}
const notices = (type: TicketEventType): readonly Notice[] => announce(occasionOf(type))
const persons = (told: readonly Notice[]): readonly string[] =>
  told.flatMap(({ to }) => (to.kind === 'person' ? [to.person] : []))
const toPerson = (told: readonly Notice[], person: string): Notice | undefined =>
  told.find(({ to }) => to.kind === 'person' && to.person === person)
const inThread = (told: readonly Notice[]): Notice | undefined =>
  told.find(({ to }) => to.kind === 'report_thread')

describe('announce', () => {
  it('owes each notice once: the same occasion gives the same keys, and no two are alike', () => {
    const keys = all.flatMap(announce).map(({ key }) => key)
    expect(new Set(keys).size).toBe(keys.length)
    expect(all.flatMap(announce).map(({ key }) => key)).toEqual(keys)
    expect(notices('ticket.acknowledged').map(({ key }) => key)).toContain(
      'HX-1.6.acknowledged.report_thread',
    )
  })

  it('tells everybody in a sentence that stands alone', () => {
    for (const { key, card } of all.flatMap(announce)) {
      expect(card.summary, key).toMatch(/HX-|BB-/)
      expect(card.blocks.length, key).toBeGreaterThan(0)
    }
  })

  it('tells nobody of their own act, receipts and new promises apart', () => {
    const told = all
      .filter(({ event: { type } }) => type !== 'ticket.reported' && type !== 'ticket.prioritised')
      .flatMap((occasion) => {
        const { by } = occasion.event
        return by.kind === 'person' && persons(announce(occasion)).includes(by.id)
          ? [occasion.event.type]
          : []
      })
    expect(told).toEqual([])
    expect(inThread(notices('ticket.reported'))?.living).toBe('customer')
  })

  it('tells a person once per event, whatever roles they hold', () => {
    for (const occasion of all) {
      const told = persons(announce(occasion))
      expect(new Set(told).size, occasion.event.type).toBe(told.length)
      const reporterToldTwice =
        inThread(announce(occasion)) !== undefined && told.includes(occasion.after.reporter)
      expect(reporterToldTwice, occasion.event.type).toBe(false)
    }
  })

  it('T13 tells nobody of a rung that was passed over, but the reporter of a missed target', () => {
    const breached = occasionOf('ticket.breached')
    const passedOver = (occasion: Occasion) =>
      announce({ ...occasion, event: { ...occasion.event, passed: true, to: [] } } as Occasion)
    expect(passedOver(breached).map(({ to }) => to.kind)).toEqual(['report_thread'])
    expect(passedOver(occasionOf('ticket.prewarned'))).toEqual([])
    expect(passedOver(occasionOf('ticket.escalated'))).toEqual([])
    expect(announce(breached).length).toBeGreaterThan(3)
  })

  it('RS.7 tells both sides of a breach, the reporter in the thread of the report', () => {
    const told = notices('ticket.breached')
    expect(persons(told)).toEqual(['sun', 'wang', 'chen', 'qian'])
    expect(inThread(told)?.side).toBe('customer')
    expect(told.map(({ lane }) => lane)).toEqual(told.map(() => 1))
    expect(toPerson(told, 'chen')).toMatchObject({
      guard: 'resolution:4',
      collapse: 'HX-1:watch.resolution:chen',
    })
  })

  it('M2.C1 pauses on delivery to the person asked, and on no other notice of the request', () => {
    const told = notices('ticket.customer_asked')
    expect(told.filter(({ onDelivered }) => onDelivered !== undefined)).toEqual([toPerson(told, 'sun')])
    const { event } = occasionOf('ticket.customer_asked')
    expect(toPerson(told, 'sun')).toMatchObject({
      guard: `ask:${event.at}`,
      onDelivered: { command: 'ticket.record_ask_delivered', askedAt: event.at },
    })
  })

  it('RS.8 asks the customer for consent with two buttons, the person in charge for the closing with one', () => {
    const flows = (notice: Notice | undefined) => notice?.card.buttons.map(({ press }) => press.flow)
    expect(flows(inThread(notices('ticket.resolved')))).toEqual(['confirm_solution', 'reject_solution'])
    expect(flows(toPerson(notices('ticket.solution_confirmed'), 'chen'))).toEqual(['close', 'status'])
    expect(flows(toPerson(notices('ticket.solution_confirmed'), 'wang'))).toEqual(['status'])
  })

  it('M3.2 asks for a rating in one tap, from one to five', () => {
    const buttons = inThread(notices('ticket.closed'))?.card.buttons ?? []
    expect(buttons.slice(0, 5).map(({ press }) => [press.flow, press.choice])).toEqual(
      ['1', '2', '3', '4', '5'].map((score) => ['rate', score]),
    )
  })

  it('RS.6c gives managers what is at risk, and three ways to act', () => {
    const card = toPerson(notices('ticket.escalation_repeated'), 'zhou')?.card
    expect(card?.buttons.map(({ press }) => press.flow)).toEqual([
      'acknowledge_escalation',
      'reassign',
      'contact',
      'status',
    ])
    expect(JSON.stringify(card)).toMatch(/Owner: Wang Fang.*Resolution/)
  })

  it('goes to the lead and the project manager when nobody is on duty', () => {
    const [, , phoned = []] = lives(directory)
    const told = announce(occasionOf('ticket.dispatched', occasionsOf(phoned, directory)))
    expect(persons(told)).toEqual(['chen', 'qian'])
  })

  it('tells a reporter whose report was logged by staff in private (RS.1)', () => {
    const [, , phoned = []] = lives(directory)
    const [receipt] = announce(occasionOf('ticket.reported', occasionsOf(phoned, directory)))
    expect(receipt).toMatchObject({
      to: { kind: 'person', person: 'zhao', thread: false },
      living: 'customer',
    })
    expect(receipt?.card.summary).toContain('Li Wei logged your report')
  })
})

describe('the language and clock of a notice', () => {
  const mixed: Directory = {
    ...directory,
    people: {
      ...directory.people,
      ...Object.fromEntries(
        Object.values(directory.people)
          .filter(({ id }) => id === 'zhao')
          .map((zhao) => [zhao.id, { ...zhao, zone: 'Europe/London' }]),
      ),
    },
    customers: directoryIn('zh-CN').customers,
    preferences: { chen: { language: 'zh-CN' } },
  }
  const told = (type: TicketEventType) => announce({ ...occasionOf(type), directory: mixed })

  it('are the room’s language and the reporter’s clock in the thread of the report, with the zone named', () => {
    const receipt = inThread(told('ticket.reported'))
    expect(receipt).toMatchObject({ language: 'zh-CN', zone: 'Europe/London' })
    expect(receipt?.card.summary).toContain('02:00（GMT）')
  })

  it('are the person’s own in private, what they chose in chat before the organisation file', () => {
    expect(toPerson(told('ticket.breached'), 'chen')).toMatchObject({
      language: 'zh-CN',
      zone: 'Asia/Shanghai',
    })
    expect(toPerson(told('ticket.breached'), 'wang')).toMatchObject({ language: 'en' })
  })

  it('are the supplier’s in the engineers’ room', () => {
    const room = told('ticket.reported').find(({ to }) => to.kind === 'room')
    expect(room).toMatchObject({ language: 'en', zone: 'Asia/Shanghai', living: 'supplier' })
  })
})
