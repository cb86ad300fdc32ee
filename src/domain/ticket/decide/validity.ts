import { saysNothing } from '../../words/blank.ts'
import { isOpen } from '../clocks.ts'
import type { TicketWish } from '../command.ts'
import { linked } from '../merge.ts'
import { isAbandoned, isLead, mayConsent, ofSupplier } from '../permission.ts'
import type { Decision, Ground } from './ground.ts'
import { alsoSaid, happened, nothingNew, notPermitted, refuse } from './ground.ts'
import { proposeMerge } from './merging.ts'

/** The reporter takes the report back. */
export const cancel = (
  { ticket, person, stamp, world }: Ground,
  { reason }: Extract<TicketWish, { do: 'ticket.cancel' }>,
): Decision => {
  if (!mayConsent(world.directory, ticket, person)) return notPermitted('contact')
  const { cancelled } = ticket
  // The same once more is a second press, no second word.
  if (cancelled?.how === 'withdrawn')
    return cancelled.reason === reason ? nothingNew : alsoSaid(stamp, reason)
  if (!isOpen(ticket)) return refuse({ code: 'wrong_status', status: ticket.status })
  return happened({ ...stamp, type: 'ticket.cancelled', how: 'withdrawn', reason })
}

/**
 * Not a valid report (RS.5a): the same as another one, which the supplier can only propose, or out of scope; with a reason the
 * reporter sees and may contest.
 */
export const invalidate = (
  ground: Ground,
  wish: Extract<TicketWish, { do: 'ticket.mark_duplicate' | 'ticket.mark_out_of_scope' }>,
): Decision => {
  const { ticket, person, stamp, world } = ground
  const how = wish.do === 'ticket.mark_duplicate' ? 'duplicate' : 'out_of_scope'
  // The reporter may say themselves that two reports are the same one.
  const ownWord = how === 'duplicate' && mayConsent(world.directory, ticket, person)
  if (!ofSupplier(ticket, person) && !ownWord) return notPermitted('supplier')
  if (ticket.cancelled?.how === how) return nothingNew
  // Where nobody is left to agree to a solution, a lead may still say that it is none of the supplier's any more.
  const isLeftOver =
    how === 'out_of_scope' &&
    ticket.status === 'resolved' &&
    isAbandoned(world.directory, ticket) &&
    isLead(world.directory, ticket, person)
  if (!isOpen(ticket) && !isLeftOver) return refuse({ code: 'wrong_status', status: ticket.status })
  if (saysNothing(wish.reason)) return refuse({ code: 'reason_missing' })
  if (!ownWord && ticket.contests > 0 && !isLead(world.directory, ticket, person))
    return refuse({ code: 'decided_again_by_lead_only' })
  const master = wish.do === 'ticket.mark_duplicate' ? wish.master : undefined
  if (master === ticket.id) return refuse({ code: 'duplicate_of_itself' })
  // Whether two of the customer's tickets are one is theirs to say, while any of theirs is left.
  if (master !== undefined && !ownWord && !isAbandoned(world.directory, ticket))
    return proposeMerge(ground, master, wish.reason)
  return happened({
    ...stamp,
    type: 'ticket.cancelled',
    how,
    reason: wish.reason,
    ...(master === undefined ? {} : { master }),
  })
}

/** The other half of a merge: the master is open and whoever reported what is merged into it follows it. */
export const linkDuplicate = (
  ground: Ground,
  wish: Extract<TicketWish, { do: 'ticket.link_duplicate' }>,
): Decision => {
  const { ticket, person, world } = ground
  const { duplicate, reporter } = wish
  if (!ofSupplier(ticket, person) && person.org !== ticket.customer) return notPermitted('supplier')
  if (duplicate === ticket.id) return refuse({ code: 'duplicate_of_itself' })
  if (!isOpen(ticket)) return refuse({ code: 'master_not_open', master: ticket.id })
  // Nobody of another customer follows it. Whoever reported and left since is nobody's any more: their ticket is merged too.
  const { people } = world.directory
  const reported = Object.hasOwn(people, reporter) ? people[reporter] : undefined
  if (wish.carried === undefined && reported?.org !== ticket.customer) return refuse({ code: 'not_found' })
  return happened(...linked(ground, wish))
}

/** The other half of a contested merge, however the master stands by now. Its promises stay as they are: they were made. */
export const unlinkDuplicate = (
  { ticket, person, stamp }: Ground,
  { duplicate, reason }: Extract<TicketWish, { do: 'ticket.unlink_duplicate' }>,
): Decision => {
  if (!ofSupplier(ticket, person) && person.org !== ticket.customer) return notPermitted('supplier')
  const found = ticket.merged.find((one) => one.ticket === duplicate)
  if (found === undefined) return nothingNew
  const { reporter } = found
  const why = reason === undefined ? {} : { reason }
  return happened({ ...stamp, type: 'ticket.duplicate_unlinked', duplicate, reporter, ...why })
}

/** The customer objects to "duplicate" or "out of scope": the ticket is open again, and only a lead may decide so again. */
export const contest = (
  { ticket, person, stamp, world }: Ground,
  { reason }: Extract<TicketWish, { do: 'ticket.contest' }>,
): Decision => {
  if (!mayConsent(world.directory, ticket, person)) return notPermitted('contact')
  if (ticket.cancelled?.how === 'withdrawn') return refuse({ code: 'not_contestable' })
  return happened({ ...stamp, type: 'ticket.contested', reason })
}
