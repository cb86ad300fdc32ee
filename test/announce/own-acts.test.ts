import { describe, expect, it } from 'vitest'
import { announce } from '../../src/announce/announce.ts'
import type { Occasion } from '../../src/announce/occasion.ts'
import type { TicketEventType } from '../../src/domain/ticket/event.ts'
import type { Notice } from '../../src/store/change.ts'
import { reported } from '../ticket/given.ts'
import { occasions, occasionsOf } from './lives.ts'
import { directoryIn, inChannel } from './worlds.ts'

const directory = directoryIn('en')
const all = occasions(directory)
const isReporters = ({ event: { by }, after }: Occasion) => by.kind === 'person' && by.id === after.reporter
const inThread = (told: readonly Notice[]) => told.find(({ to }) => to.kind === 'report_thread')
/** What the reporter did, as the thread of their report told it. */
const ownAct = (type: TicketEventType) => {
  const found = all.find((occasion) => occasion.event.type === type && isReporters(occasion))
  if (found === undefined) throw new Error(`the reporter never did ${type}`)
  return inThread(announce(found))
}

describe('the thread of a report, of its reporter’s own acts', () => {
  it.each([
    ['ticket.pause_contested', 'you know the building'],
    ['ticket.solution_rejected', 'floor 3 is still down'],
    ['ticket.downgrade_declined', 'it is too slow'],
    ['ticket.escalated_by_hand', 'the payroll stands still'],
    ['ticket.reopened', 'it is back'],
    ['ticket.contested', 'another building'],
  ] as const)('%s says who did it and why', (type, reason) => {
    const told = ownAct(type)
    expect(JSON.stringify(told?.card.blocks)).toContain(reason)
    expect(told?.card.summary).toContain('Zhao Min')
    expect(told?.card.buttons, 'nothing is asked of whoever did it').toEqual([])
  })

  it('says that they agreed, and who confirms next', () => {
    const life = reported({ message: inChannel }, { world: { directory } })
    life.does('wang', { do: 'ticket.resolve', description: 'Done.', workaround: false })
    life.does('zhao', { do: 'ticket.confirm_solution' })
    const consent = occasionsOf(life.log, directory).at(-1)
    expect(consent && inThread(announce(consent))?.card.summary).toMatch(
      /Zhao Min said it is solved.*Chen Jing/,
    )
  })

  it('does not ask them to contest what they said themselves', () => {
    const life = reported({ message: inChannel }, { world: { directory } })
    life.does('zhao', { do: 'ticket.mark_duplicate', master: 'HX-9', reason: 'reported twice' })
    const [last] = occasionsOf(life.log, directory).slice(-1)
    const told = last && inThread(announce(last))
    expect(JSON.stringify(told?.card.blocks)).toContain('reported twice')
    expect(told?.card.buttons).toEqual([])
  })

  it('does not say again what they wrote in a message', () => {
    const life = reported({ message: inChannel }, { world: { directory } })
    life.does('wang', { do: 'ticket.ask', ask: 'information', text: 'Where?', of: 'zhao' })
    const message = { ...inChannel, message: 'm5' }
    const written = occasionsOf(
      life.does('zhao', { do: 'ticket.answer', text: 'Here.', message }).log,
      directory,
    )
    expect(written.slice(-1).map((last) => inThread(announce(last)))).toEqual([undefined])
    life.does('wang', { do: 'ticket.ask', ask: 'information', text: 'Where?', of: 'zhao' })
    const pressed = occasionsOf(life.does('zhao', { do: 'ticket.answer', text: 'Here.' }).log, directory)
    expect(pressed.slice(-1).map((last) => inThread(announce(last))?.card.summary)).toEqual([
      expect.stringContaining('Zhao Min answered'),
    ])
  })

  it('tells nobody in private of their own act', () => {
    const alone = all
      .filter(isReporters)
      .flatMap((occasion) =>
        announce(occasion).filter(({ to }) => to.kind === 'person' && to.person === occasion.after.reporter),
      )
    expect(alone).toEqual([])
  })
})
