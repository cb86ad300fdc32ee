import { describe, expect, it } from 'vitest'
import type { Agreement } from '../../src/domain/agreement/agreement.ts'
import { reported } from './given.ts'
import { agreement, directory, hours, minutes, withoutPeople } from './world.ts'

const high = { value: 'high', reason: '', suggested: false }
const urgent = { impact: high, urgency: high }

const rungs = (one: ReturnType<typeof reported>) =>
  one.log.flatMap((event) =>
    'epoch' in event ? [{ ...event, after: event.at - one.ticket.acceptedAt }] : [],
  )

/** Who people are in the test world: on duty, in order, or the one holder of a role of their side. */
const roles: { readonly [id: string]: string } = {
  ...Object.fromEntries(
    Object.values(directory.people).map(({ id, side, roles: [role] }) => [id, `${side}'s ${role}`]),
  ),
  li: 'on duty',
  wang: 'next on duty',
  ma: 'on duty at level 2',
}

/** The ladder as both parties agreed it: at which share of the target, which rung, and whom it tells. */
const ladder = (one: ReturnType<typeof reported>, target: 'response' | 'resolution') =>
  rungs(one)
    .filter((event) => event.target === target)
    .map(({ rung, after, to }) => [
      `${(100 * after) / agreement.targets.P1[target]} %`,
      rung,
      to.map((id) => roles[id]).join(', '),
    ])

describe('the ladder std-v1 on an unanswered P1', () => {
  it('RS.6a RS.6b RS.6c warns, alarms, hands on and escalates at its shares of the target', () => {
    const one = reported(urgent).passes(2 * agreement.targets.P1.response)
    expect(ladder(one, 'resolution')).toEqual([
      ['0 %', 'inform-both', "supplier's project_manager, customer's contact"],
    ])
    expect(ladder(one, 'response')).toEqual([
      ['50 %', 'prewarning-1', 'on duty'],
      ['75 %', 'prewarning-2', "on duty, supplier's team_lead"],
      ['90 %', 'prewarning-3', "on duty, supplier's team_lead, supplier's project_manager"],
      // The team lead hears of the breach with the rung that hands the work on.
      ['100 %', 'alarm', "on duty, supplier's project_manager, customer's contact"],
      ['100 %', 'F1', "next on duty, supplier's team_lead"],
      ['125 %', 'H1', "supplier's department_manager, customer's it_manager"],
      ['150 %', 'F1-L2', "on duty at level 2, supplier's team_lead"],
      ['150 %', 'H2', "supplier's service_director"],
      ['200 %', 'H3', "supplier's executive, customer's executive"],
    ])
    expect(one.ticket).toMatchObject({ tier: 2, dispatchedTo: 'ma', status: 'new' })
  })

  it('std-v1-abs comes first where the share would come later', () => {
    const one = reported(urgent)
      .does('li', { do: 'ticket.claim' })
      .passes(2 * hours)
    const at = Object.fromEntries(
      rungs(one).map(({ target, rung, after }) => [`${target} ${rung}`, after / minutes]),
    )
    expect(at).toMatchObject({
      'resolution H1': 60,
      'resolution F2': 60,
      'resolution H2': 120,
      'resolution prewarning-1': 120,
    })
  })

  it('I5 takes effect once per target, epoch and rung, however often it wakes', () => {
    const one = reported(urgent).passes(20 * minutes)
    const count = one.log.length
    one.wakes().wakes()
    expect(one.typesSince(count)).toEqual([])
  })

  it('R3 T10 never fires after the answer what came due before it while nothing woke', () => {
    const one = reported(urgent)
      .later(8 * minutes)
      .does('li', { do: 'ticket.claim' })
      .wakes()
    expect(ladder(one, 'response')).toEqual([])
  })

  it('R3 stops when the response is met; the resolution ladder goes on', () => {
    const one = reported(urgent)
      .passes(16 * minutes)
      .does('wang', { do: 'ticket.claim' })
    const count = one.log.length
    one.passes(30 * minutes)
    expect(
      one.log.slice(count).flatMap((event) => ('target' in event && 'epoch' in event ? [event.target] : [])),
    ).toEqual([])
  })
})

describe('after an outage', () => {
  it('T13 each person hears only the highest rung meant for them; the passed ones are recorded and late', () => {
    const one = reported(urgent)
      .later(13.6 * minutes)
      .wakes()
    const warned = one.all('ticket.prewarned').filter(({ target }) => target === 'response')
    expect(warned.map(({ rung, passed, to }) => [rung, passed, to])).toEqual([
      ['prewarning-1', true, []],
      ['prewarning-2', true, []],
      ['prewarning-3', false, ['li', 'chen', 'qian']],
    ])
    expect(warned.map(({ late }) => late)).toEqual([true, true, false])
  })

  it('T13 records the breach at its true time, late', () => {
    const one = reported(urgent)
      .later(25 * minutes)
      .wakes()
    expect(one.all('ticket.breached')[0]).toMatchObject({
      dueAt: one.ticket.acceptedAt + 15 * minutes,
      late: true,
    })
    const told = one.log.flatMap((event) => ('epoch' in event && 'to' in event ? event.to : []))
    expect(new Set(told).size).toBe(told.length)
  })
})

describe('each person’s own last truth', () => {
  const medium = { ...high, value: 'medium' }
  /** The last that each person was told, by the rung that told it. */
  const lastTold = ({ log }: ReturnType<typeof reported>) =>
    Object.fromEntries(
      log.flatMap((event) =>
        'epoch' in event && 'to' in event
          ? event.to.map((id) => [id, `${event.target} ${event.rung}`] as const)
          : [],
      ),
    )

  it.each([
    ['P1', urgent],
    ['P2', { impact: high, urgency: medium }],
  ] as const)(
    'T13 is the same after any outage as for a bot that never slept, on a %s in hand',
    (priority, how) => {
      const claimed = () => reported(how).does('li', { do: 'ticket.claim' })
      expect(claimed().ticket.priority).toBe(priority)
      for (let asleep = 30; asleep < 30 * 60; asleep += 71) {
        const one = claimed()
          .later(asleep * minutes)
          .wakes()
        expect(lastTold(one), `${asleep} min`).toEqual(lastTold(claimed().passes(asleep * minutes)))
      }
    },
  )
})

describe('people who are told at once', () => {
  const lowered = { do: 'ticket.assess', impact: 'medium', urgency: 'high', reason: '' } as const
  const atOnce = (one: ReturnType<typeof reported>) =>
    one.all('ticket.prewarned').filter(({ rung }) => rung.startsWith('inform'))

  it('are not told again that the priority is lower; what was passed over is recorded', () => {
    const one = reported(urgent).passes(minutes).does('zhao', lowered).passes(minutes)
    expect(one.ticket.priority).toBe('P2')
    expect(atOnce(one).map(({ rung, to, passed }) => [rung, to, passed])).toEqual([
      ['inform-both', ['qian', 'sun'], false],
      ['inform-supplier', [], true],
    ])
  })

  it('are told when it is higher than they knew, and who was not told before is told', () => {
    const one = reported({ impact: high, urgency: { ...high, value: 'medium' } }).passes(minutes)
    one.does('zhao', { do: 'ticket.assess', impact: 'high', urgency: 'high', reason: '' }).passes(minutes)
    expect(atOnce(one).map(({ rung, to }) => [rung, to])).toEqual([
      ['inform-supplier', ['qian']],
      ['inform-both', ['qian', 'sun']],
    ])
  })
})

describe('a rung that comes late', () => {
  const short: Agreement = {
    ...agreement,
    targets: { ...agreement.targets, P1: { ...agreement.targets.P1, response: 3 * minutes } },
  }
  const world = { directory: { ...directory, agreements: { 'hx@1': short } } }
  const lateOf = (one: ReturnType<typeof reported>) => one.all('ticket.breached').map(({ late }) => late)

  it('is late by a tenth of a short target, by a minute of a long one', () => {
    expect(
      lateOf(
        reported(urgent, { world })
          .later(3 * minutes + 17_000)
          .wakes(),
      ),
    ).toEqual([false])
    expect(
      lateOf(
        reported(urgent, { world })
          .later(3 * minutes + 39_000)
          .wakes(),
      ),
    ).toEqual([true])
    expect(
      lateOf(
        reported(urgent)
          .later(15 * minutes + 39_000)
          .wakes(),
      ),
    ).toEqual([false])
    expect(
      lateOf(
        reported(urgent)
          .later(15 * minutes + 61_000)
          .wakes(),
      ),
    ).toEqual([true])
  })
})

describe('acknowledgement', () => {
  it('is asked of each manager again every 15 minutes on a P1 until that manager gives it', () => {
    const one = reported(urgent)
      .does('li', { do: 'ticket.claim' })
      .passes(61 * minutes)
    expect(one.ticket.escalations).toMatchObject([{ rung: 'H1', waitingFor: ['zhou', 'feng'] }])
    one.does('zhou', { do: 'ticket.acknowledge_escalation' }).passes(31 * minutes)
    expect(one.all('ticket.escalation_repeated').map(({ to }) => to)).toEqual([['feng'], ['feng']])
    one.does('feng', { do: 'ticket.acknowledge_escalation' })
    expect(one.ticket.escalations).toEqual([])
  })

  it('oncall#4654 stops every repeat to the person at once', () => {
    const one = reported(urgent)
      .passes(31 * minutes)
      .does('zhou', { do: 'ticket.acknowledge_escalation' })
    const count = one.log.length
    one.passes(20 * minutes)
    const again = one.log
      .slice(count)
      .flatMap((event) => (event.type === 'ticket.escalation_repeated' ? event.to : []))
    expect(again).not.toContain('zhou')
  })

  const askedAgain = (one: ReturnType<typeof reported>, who: string) =>
    one.all('ticket.escalation_repeated').filter(({ to }) => to.includes(who))

  it('is asked of each person for the highest rung that waits for them, at the pace of the most insistent one', () => {
    // With one manager left, every escalation goes to the executives.
    const world = withoutPeople('zhou', 'wu', 'feng')
    const one = reported(urgent, { world }).passes(31 * minutes)
    const open = one.ticket.escalations.filter(({ waitingFor }) => waitingFor.includes('zheng'))
    expect(open.map(({ rung }) => rung)).toEqual(['H1', 'H2', 'H3'])
    one.passes(14 * minutes)
    expect(
      askedAgain(one, 'zheng').map(({ rung, at }) => [rung, (at - one.ticket.acceptedAt) / minutes]),
    ).toEqual([['H3', 45]])
    one.passes(10 * hours)
    const times = askedAgain(one, 'zheng').map(({ at }) => at)
    expect(new Set(times).size, 'once at a time').toBe(times.length)
    const gaps = times.slice(1).map((at, index) => at - (times[index] ?? 0))
    expect(Math.min(...gaps)).toBe(15 * minutes)
    // The daily brief, the highest rung of all, makes nobody wait a day who owes the others too.
    expect(Math.max(...gaps)).toBeLessThanOrEqual(30 * minutes)
    expect(askedAgain(one, 'zheng').at(-1)?.rung).toBe('executive-brief')
  })

  it('drops the response once the resolution escalation waits for the same person', () => {
    const one = reported(urgent).passes(61 * minutes)
    const count = one.log.length
    one.passes(16 * minutes)
    const repeats = one.log
      .slice(count)
      .flatMap((event) =>
        event.type === 'ticket.escalation_repeated'
          ? [`${event.target} ${event.rung} ${event.to.join(' ')}`]
          : [],
      )
    // The director and the executives wait for an answer to their own rungs; the manager's response rung is dropped.
    expect(repeats).toEqual(['response H2 wu', 'resolution H1 zhou feng', 'response H3 zheng han'])
  })

  it('covers with one word what lower rungs asked of the same person', () => {
    const world = withoutPeople('zhou', 'wu', 'feng')
    const one = reported(urgent, { world }).passes(46 * minutes)
    one.does('zheng', { do: 'ticket.acknowledge_escalation' })
    expect(one.ticket.escalations.flatMap(({ waitingFor }) => waitingFor)).not.toContain('zheng')
    const count = askedAgain(one, 'zheng').length
    one.passes(10 * minutes)
    expect(askedAgain(one, 'zheng')).toHaveLength(count)
  })

  it('is not repeated at the very moment a higher rung is reached', () => {
    // H1 at 18:45 would be repeated at 33:45; after an outage until then the wake-up brings H3 too.
    const world = withoutPeople('zhou', 'wu', 'feng')
    const one = reported(urgent, { world })
      .passes(19 * minutes)
      .later(20 * minutes)
      .wakes()
    expect(one.all('ticket.escalated').at(-1)).toMatchObject({ rung: 'H3', passed: false })
    expect(askedAgain(one, 'zheng')).toEqual([])
  })

  it('hard rule 7: a pause silences the repeats except on a P1', () => {
    const hold = (priority: typeof urgent | object) => {
      const one = reported(priority)
        .does('li', { do: 'ticket.claim' })
        .does('chen', { do: 'ticket.escalate', reason: 'Help' })
      one.does('li', { do: 'ticket.ask', ask: 'information', text: '?', of: 'zhao' })
      one.bot({ do: 'ticket.record_ask_delivered', askedAt: one.at, deliveredAt: one.at })
      return one.passes(5 * hours).all('ticket.escalation_repeated').length
    }
    expect(hold({})).toBe(0)
    expect(hold(urgent)).toBeGreaterThan(10)
  })
})

describe('an empty role', () => {
  it('T20 goalert#4548 goes to the next level at once and the project manager is told', () => {
    const one = reported(urgent, { world: withoutPeople('zhou') }).passes(19 * minutes)
    expect(one.all('ticket.escalated').find(({ rung }) => rung === 'H1')).toMatchObject({
      to: ['wu', 'feng', 'qian'],
      emptyRoles: [{ side: 'supplier', role: 'department_manager' }],
    })
  })

  it('RS.5d nobody on duty goes to the lead', () => {
    const one = reported(urgent, { world: withoutPeople('li', 'wang') }).passes(8 * minutes)
    expect(one.all('ticket.prewarned').at(-1)).toMatchObject({ rung: 'prewarning-1', to: ['chen', 'qian'] })
  })
})

describe('escalate now (hard rule 3)', () => {
  it('is open to both sides with a reason and reaches one level higher each time', () => {
    const one = reported().refuses('zhao', { do: 'ticket.escalate', reason: '' }, 'reason_missing')
    one.does('zhao', { do: 'ticket.escalate', reason: 'Production stands' })
    expect(one.all('ticket.escalated_by_hand')[0]).toMatchObject({
      side: 'customer',
      to: ['chen', 'qian', 'zhou', 'feng'],
    })
    one.does('chen', { do: 'ticket.escalate', reason: 'No vendor answer' })
    expect(one.all('ticket.escalated_by_hand')[1]).toMatchObject({ side: 'supplier', to: ['qian', 'wu'] })
  })
})

describe('the update interval (RS.7)', () => {
  it('nudges the owner when the customer heard nothing, and never writes to the customer itself', () => {
    const one = reported(urgent)
      .does('li', { do: 'ticket.claim' })
      .passes(31 * minutes)
    expect(one.all('ticket.update_nudged')).toMatchObject([{ to: ['li'] }])
    one.does('li', { do: 'ticket.update', text: 'Vendor is on it' }).passes(29 * minutes)
    expect(one.all('ticket.update_nudged')).toHaveLength(1)
    expect(one.passes(2 * minutes).all('ticket.update_nudged')).toHaveLength(2)
  })

  it('an internal note is no news to the customer', () => {
    const one = reported(urgent)
      .does('li', { do: 'ticket.claim' })
      .later(29 * minutes)
    one.does('li', { do: 'ticket.note', text: { internal: 'thinking' } }).passes(2 * minutes)
    expect(one.all('ticket.update_nudged')).toHaveLength(1)
  })

  it('goalert#1919 an unclaimed ticket is never forgotten, even when all escalations are acknowledged', () => {
    const one = reported(urgent).passes(40 * minutes)
    for (const who of ['zhou', 'feng', 'wu', 'zheng', 'han'])
      one.does(who, { do: 'ticket.acknowledge_escalation' })
    const count = one.log.length
    one.passes(hours)
    expect(one.typesSince(count)).toContain('ticket.update_nudged')
  })
})
