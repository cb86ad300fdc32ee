import { isAtOnce } from '../domain/escalation/policy.ts'
import { roomAt } from '../domain/people/find.ts'
import { peopleInCharge } from '../domain/people/in-charge.ts'
import { agreementOf } from '../domain/ticket/clocks.ts'
import { customerEvent } from '../domain/ticket/customer-event.ts'
import { customerTicket } from '../domain/ticket/customer-ticket.ts'
import { mergedFor } from '../domain/ticket/followers.ts'
import { agreers, consenters } from '../domain/ticket/permission.ts'
import type { Notice } from '../store/change.ts'
import { customerCard } from '../view/customer-card.ts'
import { type Line, openLine } from '../view/open-line.ts'
import { type Reading, type Speech, speak } from '../view/reading.ts'
import { supplierCard } from '../view/supplier-card.ts'
import { supplierLine } from '../view/supplier-line.ts'
import { customerNews, customerParts } from './customer-parts.ts'
import { briefCard, noticeCard } from './notice-card.ts'
import type { Occasion } from './occasion.ts'
import { readingOf } from './reading-of.ts'
import { type Addressee, addressees } from './recipients.ts'
import { conditionOf, destinationOf, laneOf, ringsOf } from './sending.ts'
import { supplierNews, supplierParts } from './supplier-parts.ts'
import { waiting } from './waiting.ts'

const isAlone = ({ place }: Addressee): boolean => place === 'person'
const acts = ({ as }: Addressee): boolean => as === 'act' || as === 'alarm'

/**
 * The ticket itself is shown in the engineers' room and in the reporter's receipt. Everybody else's card of it is the first
 * notice that reaches them.
 */
const lives = ({ event }: Occasion): boolean => event.type === 'ticket.reported'

/** What somebody reads: the whole, and, where the ticket's card stands already, what stands below it. */
type Said = Pick<Notice, 'card' | 'brief'>

/** In rooms of Teams a bot hears nothing but what mentions it. */
const isCalled = ({ after: { message }, directory }: Occasion): boolean =>
  message?.platform === 'teams' &&
  roomAt(directory, message.platform, message.team, message.conversation) !== undefined

const frameOf = (
  { event, after, seq, now }: Occasion,
  addressee: Addressee,
  speech: Speech,
): Parameters<typeof noticeCard>[3] => ({
  speech,
  drawn: { item: after.id, seen: seq },
  now,
  alone: isAlone(addressee),
  at: event.at,
  acts: acts(addressee),
})

/** What ends an alarm says so first. */
const over = ({ cleared }: Addressee, line: Line, { t }: Speech): Line =>
  cleared ? { ...line, text: t.notices.over(line.text) } : line

/** What one addressee of the customer is shown. It is built from the customer's ticket and event only (T54). */
const customerNotice = (occasion: Occasion, addressee: Addressee, reading: Reading): Said | undefined => {
  const { directory, seq, after } = occasion
  const event = customerEvent(occasion.event, directory)
  if (event === undefined) return undefined
  const ticket = customerTicket(after)
  const { by } = event
  if (event.type === 'ticket.reported')
    return {
      card: customerCard(
        ticket,
        seq,
        reading,
        by.kind === 'person' && by.id !== ticket.reporter ? { loggedBy: by.id } : {},
      ),
    }
  const speech = speak(reading, ticket)
  const drawn = { item: ticket.id, seen: seq }
  const may = consenters(directory, ticket)
  const side = {
    event,
    ticket,
    speech,
    drawn,
    consenters: speech.anyOf(may),
    inCharge: speech.anyOf(speech.agreement === undefined ? [] : peopleInCharge(directory, speech.agreement)),
    mayConsent: may.includes(addressee.id),
    mayLower:
      after.downgrade !== undefined &&
      agreers(directory, after, after.downgrade.priority).includes(addressee.id),
    follows: addressee.role === 'follower',
    merged: mergedFor(directory, after, addressee.id, occasion.event.at),
    called: isCalled(occasion),
  }
  const parts = acts(addressee) ? customerParts(side) : customerNews(side)
  const frame = frameOf(occasion, addressee, speech)
  const line = over(addressee, openLine(event, speech), speech)
  return { card: noticeCard(ticket, line, parts, frame), brief: briefCard(ticket, line, parts, frame) }
}

/** What one addressee of the supplier is shown. */
const supplierNotice = (occasion: Occasion, addressee: Addressee, reading: Reading): Said => {
  const { event, after, seq } = occasion
  if (addressee.place === 'room') return { card: supplierCard(after, seq, reading) }
  const speech = speak(reading, after)
  const drawn = { item: after.id, seen: seq }
  const side = { event, ticket: after, speech, drawn, addressee }
  const parts = isAlone(addressee) && acts(addressee) ? supplierParts(side) : supplierNews(side)
  const frame = frameOf(occasion, addressee, speech)
  const line = over(addressee, supplierLine(event, speech), speech)
  const { buttons = [], words: _, ...rest } = parts
  // The card above shows the report and has all buttons.
  const short = { ...rest, buttons: buttons.slice(0, 2) }
  return { card: noticeCard(after, line, parts, frame), brief: briefCard(after, line, short, frame) }
}

/** What a notice is about: its event; of people told at once, as agreed, that it is no warning of anything. */
const aboutOf = ({ event, after, directory }: Occasion): string => {
  if (event.type !== 'ticket.prewarned') return event.type
  const { rungs } = agreementOf(directory, after).policy
  const rung = rungs.find(({ id, target }) => id === event.rung && target === event.target)
  return rung !== undefined && isAtOnce(rung) ? 'ticket.told_at_start' : event.type
}

/** The clock pauses once the person asked was really reached, never before (M2.C1). */
const onDelivered = ({ event }: Occasion, { id, side }: Addressee): Pick<Notice, 'onDelivered'> =>
  event.type === 'ticket.customer_asked' && side === 'customer' && event.of === id
    ? { onDelivered: { command: 'ticket.record_ask_delivered', askedAt: event.at } }
    : {}

/** Everything that is owed to anybody because of an event (M2.3, RS.7): whom, where, in whose language, what. Pure. */
export const announce = (occasion: Occasion): readonly Notice[] =>
  addressees(occasion).flatMap((addressee) => {
    const { event, after, seq, directory, now } = occasion
    const reading = readingOf(addressee, { directory, now, ticket: after })
    if (reading === undefined) return []
    const { side, place, id, role, as } = addressee
    const said =
      side === 'customer'
        ? customerNotice(occasion, addressee, reading)
        : supplierNotice(occasion, addressee, reading)
    if (said === undefined) return []
    const told = {
      ...conditionOf(event, after, addressee),
      ...ringsOf(occasion, addressee, agreementOf(directory, after).policy),
    }
    return [
      {
        key: [after.id, seq, event.type.replace('ticket.', ''), place === 'report_thread' ? place : id].join(
          '.',
        ),
        to: destinationOf(addressee),
        role,
        side,
        about: aboutOf(occasion),
        ...said,
        language: reading.language,
        zone: reading.zone,
        lane: laneOf(as, after.priority),
        ...told,
        ...waiting(occasion, addressee, told, reading.alone),
        ...(lives(occasion) ? { living: side } : {}),
        ...onDelivered(occasion, addressee),
      },
    ]
  })
