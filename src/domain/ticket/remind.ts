import { addOpenTime } from '../calendar/business-time.ts'
import type { Instant } from '../calendar/calendar.ts'
import type { Stamp, World } from '../item/item.ts'
import { holders, reach } from '../people/roles.ts'
import { agreementOf } from './clocks.ts'
import type { TicketEvent } from './event.ts'
import type { Moment } from './moments.ts'
import { consentDelay } from './moments.ts'
import type { Ticket } from './ticket.ts'

/** The reminder, repeat or nudge a moment stands for, addressed to the people who owe the next step. */
export const remind = (
  ticket: Ticket,
  moment: Moment,
  stamp: Stamp,
  { directory }: World,
): readonly TicketEvent[] => {
  const supplier = (role: 'assignee' | 'team_lead' | 'duty') => ({ side: 'supplier', role }) as const
  switch (moment.kind) {
    case 'rung':
      return []
    case 'repeat': {
      const { rung, target } = moment.escalation
      return [{ ...stamp, type: 'ticket.escalation_repeated', rung, target, to: moment.to }]
    }
    case 'consent': {
      const { closure, calendars } = agreementOf(directory, ticket)
      const calendar = calendars[closure.calendar]
      const dueBy = (count: number): Instant | undefined =>
        calendar === undefined || ticket.resolution === undefined
          ? undefined
          : addOpenTime(calendar, ticket.resolution.at, consentDelay(closure, count))
      // After an outage one reminder stands for all that were missed.
      let { count } = moment
      for (let next = dueBy(count + 1); next !== undefined && next <= stamp.at; next = dueBy(count + 1))
        count += 1
      const reporter = { side: 'customer', role: 'reporter' } as const
      const beyond = [
        reporter,
        { side: 'customer', role: 'contact' },
        { side: 'customer', role: 'it_manager' },
        supplier('team_lead'),
        { side: 'supplier', role: 'department_manager' },
      ] as const
      const { to } = reach(
        directory,
        ticket,
        count <= closure.reminders.length ? [reporter] : beyond,
        stamp.at,
      )
      return [{ ...stamp, type: 'ticket.consent_reminded', count, to }]
    }
    case 'confirmation': {
      const inCharge = agreementOf(directory, ticket).closure.personInCharge
      const to = Object.values(directory.people)
        .filter(
          ({ side, org, roles }) =>
            side === 'supplier' && org === ticket.supplier && roles.some((role) => inCharge.includes(role)),
        )
        .map(({ id }) => id)
      return [{ ...stamp, type: 'ticket.confirmation_reminded', to }]
    }
    case 'answer':
      return [
        { ...stamp, type: 'ticket.answer_reminded', to: ticket.ask === undefined ? [] : [ticket.ask.of] },
      ]
    case 'nudge': {
      const owner = holders(directory, ticket, supplier('assignee'), stamp.at)
      const { to } = reach(directory, ticket, [supplier(owner.length > 0 ? 'assignee' : 'duty')], stamp.at)
      return [{ ...stamp, type: 'ticket.update_nudged', to }]
    }
  }
}
