import { targetOf } from '../domain/agreement/work.ts'
import { addOpenTime } from '../domain/calendar/business-time.ts'
import type { Instant } from '../domain/calendar/calendar.ts'
import { isAtOnce } from '../domain/escalation/policy.ts'
import { calendarOf } from '../domain/ticket/clocks.ts'
import type { CustomerEvent } from '../domain/ticket/customer-event.ts'
import type { CustomerTicket } from '../domain/ticket/customer-ticket.ts'
import { rungOf } from '../view/agreed-words.ts'
import { type ButtonName, button, buttonRow, type SeenItem, scoreButtons } from '../view/buttons.ts'
import type { Speech } from '../view/reading.ts'
import type { Parts } from './parts.ts'

/** The customer's side of an occasion, and nothing else of it. */
export type CustomerOccasion = {
  readonly event: CustomerEvent
  readonly ticket: CustomerTicket
  readonly speech: Speech
  readonly drawn: SeenItem
  /** Who can say that it is solved, who confirms the closing: by name. */
  readonly consenters: string
  readonly inCharge: string
  /** This person can speak for the customer. */
  readonly mayConsent: boolean
  /** This person can agree to the lower priority that is proposed. */
  readonly mayLower: boolean
  /** This person hears of it for a ticket that was merged into it. */
  readonly follows: boolean
  /** The tickets merged into this one that this person hears for. */
  readonly merged: readonly string[]
  /** In the ticket’s thread the bot hears only those who mention it. */
  readonly called: boolean
}

const reopenUntil = ({ ticket, speech }: CustomerOccasion): Instant | undefined => {
  const { agreement } = speech
  if (agreement === undefined || ticket.closedAt === undefined) return undefined
  const { closure } = agreement
  return addOpenTime(calendarOf(agreement, closure.calendar), ticket.closedAt, closure.reopenWindow)
}

const asks = ({ ask }: CustomerTicket): readonly ButtonName[] =>
  ask?.kind === 'approval'
    ? ['answer_approved', 'answer_refused', 'contest_pause']
    : ['answer', 'contest_pause']

/** Said by the customer's own people, so they need not object to it. */
const isOwnWord = ({ by }: CustomerEvent): boolean => by.kind === 'person' && by.side === 'customer'

/** Their own ticket was merged into one that nobody works on any more, or that was merged again: it can be opened again. */
const ownMerged = ({ event, merged, speech, drawn }: CustomerOccasion): Parts => {
  const { t } = speech
  const words = t.notices.customer
  const saying = 'how' in event && event.how === 'duplicate' ? words.mergedOn : words.mergedEnded
  return {
    tone: 'warning',
    saying: [saying(t.common.list(merged))],
    buttons: merged.map((ticket) => {
      const { press, label, style } = button(speech, drawn, 'contest')
      const own = { flow: press.flow, item: ticket }
      return { press: own, style, label: merged.length > 1 ? `${label} ${ticket}` : label }
    }),
  }
}

/** What an event means for the customer's people: what they can do next, and by when. */
export const customerParts = (occasion: CustomerOccasion): Parts => {
  const { event, ticket, speech, drawn, consenters, mayConsent } = occasion
  const { t, moment } = speech
  const words = t.notices.customer
  const buttons = (...names: readonly ButtonName[]) => buttonRow(speech, drawn, names)
  const consent: Parts = mayConsent
    ? { tone: 'warning', saying: [words.consent], buttons: buttons('confirm_solution', 'reject_solution') }
    : { tone: 'info', saying: [t.card.awaitsConsent(consenters)] }
  switch (event.type) {
    case 'ticket.downgrade_proposed':
    case 'ticket.downgrade_reminded':
      return occasion.mayLower
        ? {
            tone: 'warning',
            saying: [words.downgrade],
            buttons: buttons('agree_downgrade', 'decline_downgrade'),
          }
        : { tone: 'info' }
    case 'ticket.customer_asked':
      return {
        tone: 'warning',
        saying: [
          ticket.ask?.kind === 'approval' ? words.approval : occasion.called ? words.askCalled : words.ask,
        ],
        buttons: buttons(...asks(ticket)),
      }
    case 'ticket.answer_reminded':
      return {
        tone: 'warning',
        saying: [words.askReminder],
        buttons: buttons(...asks(ticket)),
        ...(ticket.ask === undefined ? {} : { words: ticket.ask.text }),
      }
    case 'ticket.resolved':
      return consent
    case 'ticket.consent_reminded':
      return {
        ...consent,
        ...(ticket.resolution === undefined ? {} : { words: ticket.resolution.description }),
      }
    case 'ticket.closed': {
      const until = reopenUntil(occasion)
      if (!mayConsent || until === undefined) return { tone: 'good' }
      return {
        tone: 'good',
        saying: [words.survey(moment(until))],
        buttons: [...scoreButtons(drawn), ...buttons('reopen')],
      }
    }
    case 'ticket.cancelled': {
      const isContestable = event.how !== 'withdrawn' && !isOwnWord(event) && mayConsent
      if (occasion.merged.length > 0 && (occasion.follows || !isContestable)) return ownMerged(occasion)
      return isContestable
        ? { tone: 'warning', saying: [words.contest], buttons: buttons('contest') }
        : { tone: 'neutral' }
    }
    case 'ticket.merge_proposed':
    case 'ticket.merge_reminded':
      return mayConsent && ticket.merging !== undefined
        ? {
            tone: 'warning',
            saying: [words.merging(ticket.merging.master)],
            buttons: buttons('agree_merge', 'decline_merge'),
            words: ticket.merging.reason,
          }
        : { tone: 'info' }
    case 'ticket.split_off': {
      if (isOwnWord(event) || !mayConsent) return { tone: 'info' }
      const { press, ...together } = button(speech, drawn, 'mark_duplicate_of_origin')
      const own = { flow: press.flow, item: event.into, choice: 'origin' }
      return { tone: 'info', saying: [words.splitOff], buttons: [{ ...together, press: own }] }
    }
    case 'ticket.prewarned': {
      const rung = rungOf(speech, event)
      const atOnce = rung !== undefined && isAtOnce(rung)
      const priority = t.ticket.priorities[ticket.priority]
      return {
        tone: 'warning',
        ...(atOnce ? { saying: [words.atOnce(priority)] } : {}),
        bars: true,
        words: ticket.text,
      }
    }
    case 'ticket.breached':
      return { tone: 'alarm', saying: [words.breached], bars: true, buttons: buttons('escalate') }
    case 'ticket.escalated':
    case 'ticket.escalation_repeated':
    case 'ticket.escalated_by_hand':
      return {
        tone: 'alarm',
        saying: [words.acknowledge],
        bars: true,
        buttons: buttons('acknowledge_escalation'),
      }
    default:
      return customerNews(occasion)
  }
}

/** What an event means for the customer's people who only need to know of it. */
export const customerNews = ({ event, ticket, speech, consenters, inCharge }: CustomerOccasion): Parts => {
  const { t, duration, agreement } = speech
  const words = t.notices.customer
  switch (event.type) {
    case 'ticket.acknowledged': {
      if (agreement === undefined) return { tone: 'good' }
      const { calendar, updateEvery } = targetOf(agreement, ticket)
      const always = calendarOf(agreement, calendar).hours === 'always'
      const every = (always ? words.updates : words.updatesInHours)(duration(updateEvery))
      return { tone: 'good', saying: [every] }
    }
    case 'ticket.prioritised':
    case 'ticket.pause_contested':
    case 'ticket.solution_rejected':
    case 'ticket.reopened':
    case 'ticket.contested':
      return { tone: 'info', bars: true }
    case 'ticket.resolved':
      return { tone: 'info', saying: [t.card.awaitsConsent(consenters)] }
    case 'ticket.solution_confirmed':
      return { tone: 'good', saying: [words.confirmation(inCharge)] }
    case 'ticket.closed':
      return { tone: 'good' }
    default:
      return { tone: 'info' }
  }
}
