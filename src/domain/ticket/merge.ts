import type { Agreement } from '../agreement/agreement.ts'
import { comparePriority, matrixPriority } from '../agreement/priority.ts'
import { matrixOf } from '../agreement/work.ts'
import type { Stamp } from '../item/item.ts'
import type { Wished } from '../item/kinds.ts'
import { pausesWithin } from '../sla/pauses.ts'
import type { TicketEvent } from './event.ts'
import type { Carried, Merged } from './merged.ts'
import type { Ticket } from './ticket.ts'

/** Out of the ticket it was merged into, and so on along the chain: those who reported these follow it no longer. */
const unlinkedFrom = (
  master: string | undefined,
  tickets: readonly string[],
  reason: string | undefined,
): readonly Wished[] => {
  if (master === undefined) return []
  const why = reason === undefined ? {} : { reason }
  return tickets.map((duplicate) => ({
    item: master,
    wish: { do: 'ticket.unlink_duplicate', duplicate, ...why },
  }))
}

/** What is said to a ticket after it was merged, by whatever way, is said to the people of the one that is worked on. */
const saidOn = (event: TicketEvent, { id, cancelled }: Ticket): readonly Wished[] => {
  const item = cancelled?.master
  if (item === undefined) return []
  const files = 'files' in event && event.files !== undefined ? { files: event.files } : {}
  switch (event.type) {
    case 'ticket.customer_answered': {
      const { text, verdict } = event
      const decided = verdict === undefined ? {} : { decided: { verdict, ticket: id } }
      return [{ item, wish: { do: 'ticket.add_message', text, ...decided, ...files } }]
    }
    case 'ticket.message_added': {
      const { text, decided, apartAs } = event
      const verdict = {
        ...(decided === undefined ? {} : { decided }),
        ...(apartAs === undefined ? {} : { apartAs }),
      }
      return [{ item, wish: { do: 'ticket.add_message', text, ...verdict, ...files } }]
    }
    case 'ticket.note_added':
      return [{ item, wish: { do: 'ticket.note', text: event.text, ...files } }]
    default:
      return []
  }
}

/**
 * What a ticket's event brings about in other tickets, in the same commit: the one it is merged into takes over its reporter,
 * those of whatever was merged into it, and its clock; contested, it takes them away again. Between the two it hears what is
 * said to the merged one. Where a report was said in the thread of another ticket, that one hears that it is none of its own.
 */
export const effectsOf = ({
  event,
  before,
  after,
}: {
  readonly event: TicketEvent
  readonly before?: Ticket | undefined
  readonly after: Ticket
}): readonly Wished[] => {
  if (event.type === 'ticket.reported' && event.apartFrom !== undefined) {
    const { apartFrom: item, text, id } = event
    return [{ item, wish: { do: 'ticket.add_message', text, apartAs: id } }]
  }
  if (event.type === 'ticket.contested')
    return unlinkedFrom(before?.cancelled?.master, [after.id, ...after.duplicates], event.reason)
  if (event.type === 'ticket.duplicate_unlinked')
    return unlinkedFrom(after.cancelled?.master, [event.duplicate], event.reason)
  const said = saidOn(event, after)
  if (said.length > 0) return said
  if (event.type !== 'ticket.cancelled' || event.how !== 'duplicate' || event.master === undefined) return []
  const { id, reporter, acceptedAt, pauses, impact, urgency, priority, basis, work, merged } = after
  const waits = pausesWithin(pauses, acceptedAt, event.at)
  const responded = after.promised.response.metAt !== undefined
  const judged = { impact, urgency, priority, basis, reason: event.reason }
  const sort = work === undefined ? {} : { work }
  const given = { ...sort, acceptedAt, pauses: waits, responded, ...judged, merged }
  const wish = { do: 'ticket.link_duplicate', duplicate: id, reporter, carried: given } as const
  return [{ item: event.master, wish }]
}

type Judged = Pick<Carried, 'impact' | 'urgency' | 'priority' | 'basis'>

/**
 * How pressing the other one was, in the words of the agreement that this one stands under: another version may know other
 * levels, and then the priority alone is taken over, or make another priority of them.
 */
const inOwnWords = (
  { impact, urgency, priority, basis }: Judged,
  ticket: Ticket,
  agreement: Agreement,
  work: Ticket['work'],
): Judged => {
  const cell = matrixPriority(matrixOf(agreement, work), impact.value, urgency.value)
  return cell === undefined
    ? { impact: ticket.impact, urgency: ticket.urgency, priority, basis: 'override' }
    : { impact, urgency, priority, basis: cell === priority ? basis : 'override' }
}

/**
 * What happens to the ticket that another one is merged into. Nothing is served as less pressing than it was reported to be:
 * the higher priority holds for both until the customer agrees to a lower one.
 */
export const linked = (
  {
    ticket,
    stamp,
    agreement,
  }: { readonly ticket: Ticket; readonly stamp: Stamp; readonly agreement: Agreement },
  {
    duplicate,
    reporter,
    carried,
  }: { readonly duplicate: string; readonly reporter: string; readonly carried?: Carried },
): readonly TicketEvent[] => {
  const own = carried === undefined ? {} : { priority: carried.priority }
  const all: readonly Merged[] = [...(carried?.merged ?? []), { ticket: duplicate, reporter, ...own }]
  const fresh = all.filter((one) => one.ticket !== ticket.id && !ticket.duplicates.includes(one.ticket))
  const older = carried !== undefined && carried.acceptedAt < ticket.acceptedAt
  const responded = carried?.responded === true ? ({ responded: true } as const) : {}
  const since = older ? { acceptedAt: carried.acceptedAt, pauses: carried.pauses, ...responded } : {}
  const links = fresh.map((one): TicketEvent => {
    const { ticket: id, ...told } = one
    const start = id === duplicate ? since : {}
    return { ...stamp, type: 'ticket.duplicate_linked', duplicate: id, ...told, ...start }
  })
  if (carried === undefined || fresh.length === 0) return links
  // An incident is served as one, whatever request it is merged into; the priority of a request says nothing of an incident.
  const isRequest = carried.work === 'service_request'
  const becomes = ticket.work === 'service_request' && !isRequest ? ({ work: 'incident' } as const) : {}
  const isOther = isRequest !== (ticket.work === 'service_request')
  const isHigher = comparePriority(carried.priority, ticket.priority) < 0
  if (isOther ? isRequest : !isHigher) return links
  const raised = {
    ...inOwnWords(carried, ticket, agreement, carried.work),
    ...becomes,
    reason: carried.reason,
    was: ticket.priority,
  }
  return [...links, { ...stamp, type: 'ticket.prioritised', ...raised }]
}

const followersOf = (ticket: Ticket, merged: Ticket['merged']): readonly string[] =>
  [...new Set(merged.map(({ reporter }) => reporter))].filter((id) => id !== ticket.reporter)

/** The ticket without one that was merged into it; its reporter follows it on only by another report. */
export const withoutMerged = (ticket: Ticket, { duplicate }: { readonly duplicate: string }): Ticket => {
  const merged = ticket.merged.filter((one) => one.ticket !== duplicate)
  const duplicates = ticket.duplicates.filter((id) => id !== duplicate)
  return { ...ticket, duplicates, merged, followers: followersOf(ticket, merged) }
}

/**
 * The ticket with another one merged into it: the older start counts, with the waits that were earned before its own; for the
 * response only where the older one still owes it, for nobody breaks a promise that was kept.
 */
export const withMerged = (
  ticket: Ticket,
  event: Extract<TicketEvent, { readonly type: 'ticket.duplicate_linked' }>,
): Ticket => {
  const { duplicate, reporter, priority, acceptedAt, pauses = [] } = event
  const one: Merged = { ticket: duplicate, reporter, ...(priority === undefined ? {} : { priority }) }
  const merged = [...ticket.merged, one]
  const followed = {
    ...ticket,
    duplicates: [...ticket.duplicates, duplicate],
    merged,
    followers: followersOf(ticket, merged),
  }
  if (acceptedAt === undefined || acceptedAt >= ticket.acceptedAt) return followed
  const earlier = pausesWithin(pauses, acceptedAt, ticket.acceptedAt)
  const from = <Promise extends Ticket['promised']['response']>(promise: Promise): Promise =>
    promise.epoch === 1 ? { ...promise, since: acceptedAt } : promise
  const { response, resolution } = ticket.promised
  const kept = { ...response, startedAt: response.startedAt ?? ticket.acceptedAt }
  return {
    ...followed,
    acceptedAt,
    pauses: [...earlier, ...ticket.pauses],
    promised: { response: event.responded ? kept : from(response), resolution: from(resolution) },
  }
}
