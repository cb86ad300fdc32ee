import { saysNothing } from '../../words/blank.ts'
import { isOpen } from '../clocks.ts'
import type { TicketWish } from '../command.ts'
import { ofSupplier, ownerOf } from '../permission.ts'
import type { Decision, Ground } from './ground.ts'
import { happened, nothingNew, notPermitted, refuse } from './ground.ts'
import { claimed } from './met.ts'

/** Claim (RS.5d): one owner. The second of two who press together is told who was first. */
export const claim = (ground: Ground): Decision => {
  const { ticket, person, world } = ground
  if (!ofSupplier(ticket, person)) return notPermitted('supplier')
  const owner = ownerOf(world.directory, ticket)
  if (owner === person.id) return nothingNew
  if (!isOpen(ticket)) return refuse({ code: 'wrong_status', status: ticket.status })
  if (owner !== undefined)
    return refuse({
      code: 'already_acknowledged',
      by: owner,
      at: ticket.promised.response.metAt ?? ticket.acceptedAt,
    })
  return happened(...claimed(ground))
}

/** Reassign with a reason that stays inside: to somebody of the same supplier. */
export const reassign = (
  { ticket, person, stamp, world }: Ground,
  { to, reason }: Extract<TicketWish, { do: 'ticket.reassign' }>,
): Decision => {
  if (!ofSupplier(ticket, person)) return notPermitted('supplier')
  if (!isOpen(ticket)) return refuse({ code: 'wrong_status', status: ticket.status })
  if (saysNothing(reason.internal)) return refuse({ code: 'reason_missing' })
  const heir = Object.hasOwn(world.directory.people, to) ? world.directory.people[to] : undefined
  if (heir === undefined || !ofSupplier(ticket, heir)) return refuse({ code: 'unknown_person', id: to })
  const from = ticket.assignee ?? ticket.dispatchedTo
  if (from === to) return nothingNew
  return happened({
    ...stamp,
    type: 'ticket.reassigned',
    to,
    reason,
    ...(from === undefined ? {} : { from }),
  })
}

/** Classify (RS.5b): a human's word replaces the suggestion, or confirms it. */
export const classify = (
  { ticket, person, stamp }: Ground,
  { category }: Extract<TicketWish, { do: 'ticket.classify' }>,
): Decision => {
  if (!ofSupplier(ticket, person)) return notPermitted('supplier')
  if (!isOpen(ticket)) return refuse({ code: 'wrong_status', status: ticket.status })
  if (ticket.category.value === category && !ticket.category.suggested) return nothingNew
  return happened({ ...stamp, type: 'ticket.classified', category, was: ticket.category.value })
}

/** A note for the supplier's own people. It stays possible after the end: the record may be completed. */
export const note = (
  { ticket, person, stamp }: Ground,
  { text, message, files }: Extract<TicketWish, { do: 'ticket.note' }>,
): Decision => {
  if (!ofSupplier(ticket, person)) return notPermitted('supplier')
  return happened({
    ...stamp,
    type: 'ticket.note_added',
    text,
    ...(message === undefined ? {} : { message }),
    ...(files === undefined ? {} : { files }),
  })
}

/** A progress update to the customer: the substantive word the update interval asks for (RS.7). */
export const update = (ground: Ground, { text }: Extract<TicketWish, { do: 'ticket.update' }>): Decision => {
  const { ticket, person, stamp } = ground
  if (!ofSupplier(ticket, person)) return notPermitted('supplier')
  if (!isOpen(ticket)) return refuse({ code: 'wrong_status', status: ticket.status })
  return happened(...claimed(ground), { ...stamp, type: 'ticket.progress_reported', text })
}
