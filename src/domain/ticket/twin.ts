import type { Instant } from '../calendar/calendar.ts'
import { fold } from '../words/fold.ts'
import { isOpen } from './clocks.ts'
import type { Ticket } from './ticket.ts'

/** So long after the first, the same words are taken for the same trouble, ms: later they may be another one. */
const windowMs = 30 * 60_000
/** Fewer letters than these say too little. */
const least = 4

const lettersOf = (text: string): string => fold(text).replace(/[^\p{L}\p{N}]+/gu, '')

/**
 * The open ticket that says the very same, reported minutes ago by somebody else of the same customer: when a whole office
 * reports one outage, it is one escalation chain (RS.5a). Only equal words count; what is merely alike, people decide.
 */
export const twinOf = (
  open: readonly Ticket[],
  report: { readonly customer: string; readonly reporter: string; readonly text: string },
  now: Instant,
): Ticket | undefined => {
  const letters = lettersOf(report.text)
  if (letters.length < least) return undefined
  return open
    .filter(
      (ticket) =>
        ticket.customer === report.customer &&
        ticket.reporter !== report.reporter &&
        !ticket.followers.includes(report.reporter) &&
        isOpen(ticket) &&
        now - ticket.acceptedAt <= windowMs &&
        lettersOf(ticket.text) === letters,
    )
    .sort((one, other) => one.acceptedAt - other.acceptedAt)[0]
}
