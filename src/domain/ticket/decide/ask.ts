import { readClock } from '../../sla/clock.ts'
import { saysNothing } from '../../words/blank.ts'
import { clockOf, isOpen, isPaused } from '../clocks.ts'
import type { TicketWish } from '../command.ts'
import type { TicketEvent } from '../event.ts'
import { isAskedGone, isContact, mayConsent, ofCustomer, ofSupplier } from '../permission.ts'
import type { Ticket } from '../ticket.ts'
import type { Decision, Ground } from './ground.ts'
import { alsoSaid, happened, notPermitted, refuse } from './ground.ts'
import { claimed } from './met.ts'

/** Asks the customer for information, an approval or access (M2.C1). The clock goes on until the request was delivered. */
export const ask = (
  ground: Ground,
  { ask, text, of }: Extract<TicketWish, { do: 'ticket.ask' }>,
): Decision => {
  const { ticket, person, stamp, world } = ground
  if (!ofSupplier(ticket, person)) return notPermitted('supplier')
  if (!isOpen(ticket)) return refuse({ code: 'wrong_status', status: ticket.status })
  if (saysNothing(text)) return refuse({ code: 'text_missing' })
  // Who was asked and left is no reason to wait: another is asked in their place.
  if (ticket.ask !== undefined && !isAskedGone(world.directory, ticket))
    return refuse({ code: 'already_asked', by: ticket.ask.askedBy, at: ticket.ask.askedAt })
  const asked = Object.hasOwn(world.directory.people, of) ? world.directory.people[of] : undefined
  if (asked === undefined || !ofCustomer(ticket, asked)) return refuse({ code: 'unknown_person', id: of })
  if (ask === 'approval' && !isContact(world.directory, ticket, asked)) return notPermitted('approver')
  return happened(...claimed(ground), { ...stamp, type: 'ticket.customer_asked', ask, text, of })
}

/** The bot's word that the request stands in front of the customer: from then on the clock pauses, never before. */
export const recordAskDelivered = (
  ticket: Ticket,
  stamp: Ground['stamp'],
  { askedAt, deliveredAt }: Extract<TicketWish, { do: 'ticket.record_ask_delivered' }>,
): readonly TicketEvent[] =>
  ticket.ask?.askedAt === askedAt && ticket.ask.deliveredAt === undefined
    ? [
        {
          ...stamp,
          type: 'ticket.ask_delivered',
          deliveredAt: Math.min(Math.max(deliveredAt, askedAt), stamp.at),
        },
      ]
    : []

/**
 * What is asked is answered by any of the customer's people who says so, and the clock resumes. Only a contact's verdict
 * approves: words without one are passed on, and the request goes on waiting.
 */
export const answer = (
  { ticket, person, stamp, world }: Ground,
  { text, verdict, message, files }: Extract<TicketWish, { do: 'ticket.answer' }>,
): Decision => {
  if (!ofCustomer(ticket, person)) return notPermitted('customer')
  if (ticket.ask === undefined) return refuse({ code: 'nothing_asked' })
  if (verdict !== undefined && !isContact(world.directory, ticket, person)) return notPermitted('approver')
  if (verdict === undefined && saysNothing(text)) return refuse({ code: 'text_missing' })
  const said = {
    text,
    ...(message === undefined ? {} : { message }),
    ...(files === undefined ? {} : { files }),
  }
  if (verdict === undefined && ticket.ask.kind === 'approval')
    return happened({ ...stamp, type: 'ticket.message_added', ...said })
  return happened({
    ...stamp,
    type: 'ticket.customer_answered',
    ...said,
    ...(verdict === undefined ? {} : { verdict }),
  })
}

/** The customer objects to the pause: it is struck and counts as running; both readings are kept (clock-v1). */
export const contestPause = (
  { ticket, person, stamp, agreement, world }: Ground,
  { reason }: Extract<TicketWish, { do: 'ticket.contest' }>,
): Decision => {
  if (!mayConsent(world.directory, ticket, person)) return notPermitted('contact')
  // Whoever objects second was no less heard: their words stand in the ticket.
  if (!isPaused(ticket)) return ticket.contests > 0 ? alsoSaid(stamp, reason) : refuse({ code: 'not_paused' })
  const from = ticket.pauses.find(({ to }) => to === undefined)?.from ?? stamp.at
  const { calendar } = clockOf(ticket, 'resolution', agreement)
  const struck = readClock(calendar, { startedAt: from, pauses: [] }, stamp.at).business
  return happened({ ...stamp, type: 'ticket.pause_contested', reason, from, struck })
}
