import { describe, expect, it } from 'vitest'
import type { Side } from '../../src/domain/people/sides.ts'
import type { TicketWish } from '../../src/domain/ticket/command.ts'
import { whyCard } from '../../src/view/why-card.ts'
import { reported } from '../ticket/given.ts'
import { hours, minutes, openOn, world } from '../ticket/world.ts'
import { draw } from './draw.ts'

const resolve: TicketWish = { do: 'ticket.resolve', description: 'replaced the switch', workaround: false }
const reject: TicketWish = { do: 'ticket.reject_solution', reason: 'floor 3 is still down' }

const whyOf = (
  told: ReturnType<typeof reported>,
  audience: Side = 'customer',
  { directory } = world,
): string =>
  draw(
    whyCard(
      told.ticket,
      told.log.map((event, index) => ({ seq: index + 1, hash: '', event })),
      { language: 'en', zone: 'Asia/Shanghai', now: told.at, directory, audience },
    ),
  )

/** What is said of the resolution only. */
const resolutionOf = (card: string): string => card.split('---')[2] ?? ''

const taken = () =>
  reported()
    .later(30 * minutes)
    .does('li', { do: 'ticket.claim' })
const paused = () =>
  taken().does('li', { do: 'ticket.ask', ask: 'information', text: 'Which floor?', of: 'zhao' })

describe('why a deadline is what it is', () => {
  it('M2.4 says both readings of a pause the customer contested, to both parties', () => {
    const told = paused()
    told.bot({ do: 'ticket.record_ask_delivered', askedAt: told.at, deliveredAt: told.at })
    told.later(20 * minutes).does('zhao', { do: 'ticket.contest', reason: 'you know it' })
    told.later(10 * minutes).does('li', resolve)
    const why = resolutionOf(whyOf(told))
    expect(why).toContain('20 min (pause contested and struck)')
    expect(why).toContain('counts: 1 h in all. Had it stood: 40 min.')
    expect(whyOf(told, 'supplier')).toBe(whyOf(told))
  })

  it('M2.4 RS.C1b says how the wait for a rejected solution counts, and how it would otherwise', () => {
    const soon = taken().does('li', resolve).later(hours).does('zhao', reject).does('li', resolve)
    expect(resolutionOf(whyOf(soon))).toContain('1 h (awaiting confirmation)')
    expect(resolutionOf(whyOf(soon))).toContain('1 h 30 min in all. Without it: 30 min.')

    const late = taken()
      .does('li', resolve)
      .later(6 * 24 * hours)
      .does('zhao', reject)
      .does('li', resolve)
    expect(resolutionOf(whyOf(late))).toContain('paused: awaiting confirmation for longer than agreed')
    expect(resolutionOf(whyOf(late))).toMatch(/does not count.*30 min in all\. With it: 39 h/)
  })

  it('M2.4 calls the time between closing and reopening by its name', () => {
    const told = taken().does('li', resolve).does('zhao', { do: 'ticket.confirm_solution' })
    told
      .does('chen', { do: 'ticket.close' })
      .later(hours)
      .does('zhao', { do: 'ticket.reopen', reason: 'back' })
    expect(whyOf(told)).toContain('paused: solved and closed, until it was reopened')
    expect(whyOf(told)).not.toContain('awaiting the customer')
  })

  it('M2.4 keeps the promise from before a change of priority after it was met', () => {
    const told = taken().does('zhao', { do: 'ticket.assess', urgency: 'high', reason: 'payroll' })
    expect(resolutionOf(whyOf(told))).toContain('it was P3 medium, promised by')
    expect(resolutionOf(whyOf(told.does('li', resolve)))).toContain('it was P3 medium, promised by')
  })

  it('M2.4 says of a promise whose calendar ends before that it never runs out', () => {
    const told = reported({}, { world: openOn('2026-03-02') }).passes(hours)
    expect(resolutionOf(whyOf(told, 'supplier', openOn('2026-03-02')))).toContain('so it never runs out')
    told.does('li', { do: 'ticket.ask', ask: 'information', text: 'Which?', of: 'zhao' })
    told.bot({ do: 'ticket.record_ask_delivered', askedAt: told.at, deliveredAt: told.at })
    expect(resolutionOf(whyOf(told, 'supplier', openOn('2026-03-02')))).toContain('while the clock is paused')
  })

  it('M2.4 shows a missed target up to now, and by how much it is over', () => {
    const told = reported({ impact: { value: 'high', reason: '', suggested: true } })
    told.does('zhao', { do: 'ticket.assess', urgency: 'high', reason: 'all of us' })
    told.does('li', { do: 'ticket.claim' }).passes(5 * hours)
    expect(resolutionOf(whyOf(told))).toContain('1 h (over the time promised)')
    expect(resolutionOf(whyOf(told))).toContain('over by 1 h so far')
    told.does('li', { ...resolve, breachReason: 'spare part' })
    expect(resolutionOf(whyOf(told))).toContain('after 5 h: over by 1 h.')
  })

  it('M2.4 counts what is over from when it ran out, though the priority it was promised for was lowered since', () => {
    const told = reported({ impact: { value: 'high', reason: '', suggested: true } })
    told.does('zhao', { do: 'ticket.assess', urgency: 'high', reason: 'all of us' }).passes(20 * minutes)
    told.does('zhao', { do: 'ticket.assess', urgency: 'low', reason: 'it can wait' }).later(10 * minutes)
    told.does('li', { do: 'ticket.claim' })
    const response = whyOf(told).split('---')[1] ?? ''
    expect(response).toContain('P3 medium')
    expect(response).toContain('15 min (over the time promised)')
    expect(response).toContain('after 30 min: over by 15 min.')
  })
})
