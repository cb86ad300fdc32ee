import { describe, expect, it } from 'vitest'
import type { Ticket } from '../../src/domain/ticket/ticket.ts'
import { waitsFor } from '../../src/domain/ticket/waits-for.ts'
import { ticketToDo } from '../../src/view/ticket-to-do.ts'
import { occasions } from '../announce/lives.ts'
import { reported } from './given.ts'
import { directory, withoutPeople } from './world.ts'

const taken = () => reported().does('li', { do: 'ticket.claim' })

describe('whom a ticket waits for', () => {
  it('is whoever must act next, and who has yet to acknowledge an escalation', () => {
    const of = ({ ticket }: { readonly ticket: Ticket }) => waitsFor(ticket, directory)
    expect(of(reported())).toEqual(['li'])
    expect(of(taken())).toEqual(['li'])
    expect(
      of(taken().does('li', { do: 'ticket.ask', ask: 'approval', text: 'May we restart it?', of: 'sun' })),
    ).toEqual(['sun'])
    const escalated = taken().does('zhao', { do: 'ticket.escalate', reason: 'payroll stands still' })
    const [owner, ...owing] = of(escalated)
    expect(owner).toBe('li')
    expect(owing).toEqual(escalated.ticket.escalations.flatMap(({ waitingFor }) => waitingFor))
    expect(owing.length).toBeGreaterThan(0)
    expect(of(reported().does('zhao', { do: 'ticket.cancel', reason: 'found it' }))).toEqual([])
  })

  it('is everybody who solves tickets, where it stands in nobody’s queue', () => {
    const { directory: left } = withoutPeople('li')
    const people = waitsFor(reported().ticket, left)
    expect(people).toContain('wang')
    for (const id of people) expect(left.people[id]?.roles).toContain('engineer')
  })

  it('holds everybody whose own page asks them for something, at every turn of a ticket', () => {
    for (const { after } of occasions(directory)) {
      const waits = waitsFor(after, directory)
      for (const person of Object.values(directory.people)) {
        const reading = {
          ...({
            directory,
            language: 'en',
            zone: 'UTC',
            now: 0,
            audience: person.side,
            alone: person,
          } as const),
        }
        const asks = ticketToDo(after, person, reading)
        if (asks.length > 0) expect(waits, asks[0]?.text).toContain(person.id)
      }
    }
  })
})
