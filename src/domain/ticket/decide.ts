import type { World } from '../item/item.ts'
import { agreementOf } from './clocks.ts'
import type { TicketCommand } from './command.ts'
import { answer, ask, contestPause, recordAskDelivered } from './decide/ask.ts'
import { close, confirmSolution, rate, rejectSolution, reopen, resolve } from './decide/consent.ts'
import { acknowledgeEscalation, escalate } from './decide/escalate.ts'
import type { Decision } from './decide/ground.ts'
import { happened, notPermitted, refuse } from './decide/ground.ts'
import { agreeMerge, declineMerge } from './decide/merging.ts'
import { addMessage, changeMessage } from './decide/message.ts'
import { agreeDowngrade, assess, changeWork, declineDowngrade, override } from './decide/priority.ts'
import { report } from './decide/report.ts'
import { split } from './decide/split.ts'
import { cancel, contest, invalidate, linkDuplicate, unlinkDuplicate } from './decide/validity.ts'
import { malformed, refusedValue } from './decide/values.ts'
import { claim, classify, note, reassign, update } from './decide/work.ts'
import type { TicketEvent } from './event.ts'
import { evolve } from './evolve.ts'
import { opensAnew, queueAnew } from './orphan.ts'
import { personOf } from './permission.ts'
import type { Ticket } from './ticket.ts'
import { withCustomers } from './told.ts'
import { decideWake } from './wake.ts'
import { withWhoMay } from './who-may.ts'

/** Of a report its own number and customer: what it follows must be theirs too. */
const reportedBy = (command: TicketCommand) =>
  command.do === 'ticket.report' ? { ticket: { id: command.id, customer: command.customer } } : {}

const decideAct = (ticket: Ticket | undefined, command: TicketCommand, world: World): Decision => {
  const stamp = { at: command.at, by: command.by }
  if (command.do === 'ticket.report')
    return ticket === undefined
      ? report(command, stamp, world)
      : refuse({ code: 'wrong_status', status: ticket.status })
  if (ticket === undefined) return refuse({ code: 'not_found' })
  if (command.do === 'ticket.wake')
    return happened(...decideWake(ticket, { ...stamp, by: { kind: 'bot' } }, world))
  if (command.do === 'ticket.record_ask_delivered')
    return command.by.kind === 'bot'
      ? happened(...recordAskDelivered(ticket, stamp, command))
      : notPermitted('supplier')
  const person = personOf(world.directory, command.by)
  // The tenant check: somebody of another supplier or customer learns not even that the ticket exists (I9).
  if (person === undefined || person.org !== ticket[person.side]) return refuse({ code: 'not_found' })
  const ground = { ticket, person, stamp, agreement: agreementOf(world.directory, ticket), world }
  switch (command.do) {
    case 'ticket.claim':
      return claim(ground)
    case 'ticket.reassign':
      return reassign(ground, command)
    case 'ticket.classify':
      return classify(ground, command)
    case 'ticket.assess':
      return assess(ground, command)
    case 'ticket.override':
      return override(ground, command)
    case 'ticket.change_work':
      return changeWork(ground, command)
    case 'ticket.agree_downgrade':
      return agreeDowngrade(ground)
    case 'ticket.decline_downgrade':
      return declineDowngrade(ground, command)
    case 'ticket.note':
      return note(ground, command)
    case 'ticket.update':
      return update(ground, command)
    case 'ticket.add_message':
      return addMessage(ground, command)
    case 'ticket.edit_message':
    case 'ticket.delete_message':
      return changeMessage(ground, command)
    case 'ticket.ask':
      return ask(ground, command)
    case 'ticket.answer':
      return answer(ground, command)
    case 'ticket.resolve':
      return resolve(ground, command)
    case 'ticket.confirm_solution':
      return confirmSolution(ground)
    case 'ticket.reject_solution':
      return rejectSolution(ground, command)
    case 'ticket.close':
      return close(ground)
    case 'ticket.reopen':
      return reopen(ground, command)
    case 'ticket.cancel':
      return cancel(ground, command)
    case 'ticket.mark_duplicate':
    case 'ticket.mark_out_of_scope':
      return invalidate(ground, command)
    case 'ticket.agree_merge':
      return agreeMerge(ground, command)
    case 'ticket.decline_merge':
      return declineMerge(ground, command)
    case 'ticket.contest':
      return ticket.cancelled === undefined ? contestPause(ground, command) : contest(ground, command)
    case 'ticket.link_duplicate':
      return linkDuplicate(ground, command)
    case 'ticket.unlink_duplicate':
      return unlinkDuplicate(ground, command)
    case 'ticket.split':
      return split(ground, command)
    case 'ticket.escalate':
      return escalate(ground, command)
    case 'ticket.acknowledge_escalation':
      return acknowledgeEscalation(ground)
    case 'ticket.rate':
      return rate(ground, command)
  }
}

/** Opened again although nobody has it any more: see `opensAnew`. */
const queuedAnew = (ticket: Ticket, events: readonly TicketEvent[], world: World): readonly TicketEvent[] => {
  const last = events.at(-1)
  if (last === undefined || !opensAnew(last)) return []
  const why = 'reason' in last && typeof last.reason === 'string' ? { why: last.reason } : {}
  const stamp = { at: last.at, by: { kind: 'bot' } } as const
  return queueAnew(events.reduce(evolve, ticket), stamp, world).map((left) => ({ ...left, ...why }))
}

/**
 * What a command comes to: events, or a refusal. Pure, and the only authority on who may do what with which values: the
 * actor's rights are read from the directory as it is at this moment, and no value is taken on the word of a form.
 */
export const decide = (ticket: Ticket | undefined, command: TicketCommand, world: World): Decision => {
  const unreadable = malformed(command)
  if (unreadable !== undefined) return refuse(unreadable)
  const decision = decideAct(ticket, command, world)
  const { master, how } = ticket?.cancelled ?? {}
  const isElsewhere = !decision.ok && ['wrong_status', 'not_rateable'].includes(decision.no.code)
  if (isElsewhere && master !== undefined) return refuse({ code: 'merged', master })
  if (!decision.ok && decision.no.code === 'wrong_status' && how !== undefined)
    return refuse({ ...decision.no, how })
  if (!decision.ok) return refuse(withWhoMay(decision.no, ticket, world.directory))
  if (decision.value.length === 0) return decision
  const { directory } = world
  const about =
    ticket === undefined ? reportedBy(command) : { ticket, agreement: agreementOf(directory, ticket) }
  const refusal = refusedValue(command, { directory, ...about })
  if (refusal !== undefined) return refuse(refusal)
  if (ticket === undefined) return decision
  const events = decision.value.map((event) => withCustomers(event, directory, ticket))
  return happened(...events, ...queuedAnew(ticket, events, world))
}
