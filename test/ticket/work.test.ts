import { describe, expect, it } from 'vitest'
import { requestsV1 } from '../../src/domain/agreement/requests-v1.ts'
import { targetOf } from '../../src/domain/agreement/work.ts'
import { dueAt } from '../../src/domain/ticket/clocks.ts'
import { moments } from '../../src/domain/ticket/moments.ts'
import { reported } from './given.ts'
import { agreement, hours } from './world.ts'

const asRequest = { do: 'ticket.change_work', work: 'service_request', reason: '' } as const
const asIncident = { do: 'ticket.change_work', work: 'incident', reason: '' } as const
const high = { value: 'high', reason: '', suggested: true }

describe('a service request', () => {
  it('D5 RS.5c is never more pressing than P3 where nothing else is agreed, however it is judged', () => {
    const one = reported({ work: 'service_request', impact: high, urgency: high })
    expect(one.ticket).toMatchObject({ work: 'service_request', priority: 'P3' })
    expect(reported({ impact: high, urgency: high }).ticket.priority).toBe('P1')
  })

  it('M2.4 is promised what is agreed for requests, by its own hours', () => {
    const requests = { targets: requestsV1('5x8') }
    const own = { ...agreement, requests }
    for (const priority of ['P1', 'P2', 'P3', 'P4'] as const)
      expect(targetOf(own, { work: 'service_request', priority })).toBe(requests.targets[priority])
    expect(targetOf(own, { priority: 'P1' })).toBe(agreement.targets.P1)
    expect(targetOf(agreement, { work: 'service_request', priority: 'P1' })).toBe(agreement.targets.P3)
  })

  it('is what the customer says it is, at once, with its promises made anew and the old ones kept', () => {
    const one = reported({ impact: high, urgency: high })
    const before = dueAt(one.ticket, 'resolution', agreement)
    one.does('zhao', asRequest)
    expect(one.ticket).toMatchObject({ work: 'service_request', priority: 'P3' })
    expect(one.ticket.promised.resolution).toMatchObject({ epoch: 2, history: [{ priority: 'P1' }] })
    expect(dueAt(one.ticket, 'resolution', agreement)).toBeGreaterThan(before ?? 0)
    one.does('zhao', asIncident)
    expect(one.ticket).toMatchObject({ work: 'incident', priority: 'P1' })
    expect(dueAt(one.ticket, 'resolution', agreement)).toBe(before)
    expect(one.ticket.promised.resolution.history.at(-1)).toMatchObject({ work: 'service_request' })
  })

  it('is only proposed by the supplier where less would be promised, and made an incident at once', () => {
    const one = reported({ impact: high, urgency: high }).does('li', asRequest)
    expect(one.ticket.work).toBeUndefined()
    expect(one.ticket.downgrade).toMatchObject({ work: 'service_request', priority: 'P3' })
    one.does('zhao', { do: 'ticket.agree_downgrade' })
    expect(one.ticket).toMatchObject({ work: 'service_request', priority: 'P3' })
    expect(one.all('ticket.prioritised').at(-1)).toMatchObject({ agreedBy: 'zhao', work: 'service_request' })
    one.does('li', asIncident)
    expect(one.ticket).toMatchObject({ work: 'incident', priority: 'P1' })
  })

  it('stays as it is when the customer declines, and changes nothing said twice', () => {
    const one = reported({ impact: high, urgency: high }).does('li', asRequest)
    one.does('zhao', { do: 'ticket.decline_downgrade', reason: 'it is broken' })
    expect(one.ticket).toMatchObject({ priority: 'P1' })
    const count = one.log.length
    one.does('zhao', asIncident)
    expect(one.log).toHaveLength(count)
  })

  it('RS.6d asks again for an escalation in its service hours only', () => {
    const one = reported({ work: 'service_request' }).passes(8 * hours)
    const evening = one.does('zhao', { do: 'ticket.escalate', reason: 'soon' })
    const again = moments(evening.ticket, agreement).filter(({ kind }) => kind === 'repeat')
    expect(again.length).toBeGreaterThan(0)
    for (const { at } of again) expect(at - evening.at).toBeGreaterThan(12 * hours)
  })
})
