import type { Instant } from '../calendar/calendar.ts'
import type { Stamp, World } from '../item/item.ts'
import type { Directory } from '../people/directory.ts'
import { peopleInCharge } from '../people/in-charge.ts'
import { memberOf } from '../people/members.ts'
import { byHandTo, reach } from '../people/roles.ts'
import { agreementOf } from './clocks.ts'
import type { TicketEvent } from './event.ts'
import type { Moment } from './moments.ts'
import { consentDelay } from './moments.ts'
import { askedNow, isAskedGone } from './permission.ts'
import { reminderAt } from './reminder-at.ts'
import type { Ticket } from './ticket.ts'

/**
 * An unacknowledged escalation asks those of its people who are still there; for whoever left, those who hold the rung's
 * roles now and have not acknowledged it, else the next level.
 */
const askAgain = (
  ticket: Ticket,
  { escalation: { rung, target, acknowledgedBy = [], customers }, to }: Extract<Moment, { kind: 'repeat' }>,
  stamp: Stamp,
  directory: Directory,
): TicketEvent => {
  const sideOf = (id: string) => customers && (customers.includes(id) ? 'customer' : 'supplier')
  const here = to.filter((id) => memberOf(directory, ticket, id, sideOf(id)) !== undefined)
  const gone = to.filter((id) => !here.includes(id))
  const repeated = { ...stamp, type: 'ticket.escalation_repeated', rung, target } as const
  if (gone.length === 0) return { ...repeated, to }
  const { rungs } = agreementOf(directory, ticket).policy
  const own = rungs.find((one) => one.id === rung && one.target === target)?.to
  const heirs = reach(directory, ticket, own ?? byHandTo, stamp.at).to
  return {
    ...repeated,
    to: [...new Set([...here, ...heirs.filter((id) => !acknowledgedBy.includes(id))])],
    gone,
  }
}

/** Who was asked; of somebody who is gone, who answers instead, and the owner, who hears that it must be asked anew. */
const whoAnswers = (ticket: Ticket, { at }: Stamp, directory: Directory): readonly string[] => {
  const asked = askedNow(directory, ticket)
  if (!isAskedGone(directory, ticket)) return asked
  const owner = reach(directory, ticket, [{ side: 'supplier', role: 'assignee' }], at).to
  return [...asked, ...owner]
}

/** The reminder, repeat or nudge a moment stands for, addressed to the people who owe the next step. */
export const remind = (
  ticket: Ticket,
  moment: Moment,
  stamp: Stamp,
  { directory }: World,
): readonly TicketEvent[] => {
  const supplier = (role: 'assignee' | 'team_lead') => ({ side: 'supplier', role }) as const
  switch (moment.kind) {
    case 'rung':
      return []
    case 'repeat': {
      return [askAgain(ticket, moment, stamp, directory)]
    }
    case 'consent': {
      const { closure, calendars } = agreementOf(directory, ticket)
      const calendar = calendars[closure.calendar]
      const dueBy = (count: number): Instant | undefined =>
        calendar === undefined || ticket.resolution === undefined
          ? undefined
          : reminderAt(calendar, ticket.resolution.at, consentDelay(closure, count))
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
      const to = peopleInCharge(directory, agreementOf(directory, ticket))
      return [{ ...stamp, type: 'ticket.confirmation_reminded', to }]
    }
    case 'answer': {
      const to = whoAnswers(ticket, stamp, directory)
      const gone = isAskedGone(directory, ticket) ? ticket.ask?.of : undefined
      return [{ ...stamp, type: 'ticket.answer_reminded', to, ...(gone === undefined ? {} : { gone }) }]
    }
    case 'nudge': {
      const { to } = reach(directory, ticket, [supplier('assignee')], stamp.at)
      return [{ ...stamp, type: 'ticket.update_nudged', to }]
    }
    case 'never_due': {
      const { to } = reach(directory, ticket, byHandTo, stamp.at)
      return [{ ...stamp, type: 'ticket.never_due', target: moment.target, to }]
    }
  }
}
