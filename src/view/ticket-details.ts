import type { Block, Details, Plain } from '../chat/card.ts'
import { targetOf } from '../domain/agreement/work.ts'
import { reaches } from '../domain/sla/clock.ts'
import { type Clocked, clockOf } from '../domain/ticket/clocks.ts'
import type { OpenTicket } from '../domain/ticket/customer-ticket.ts'
import { type ButtonName, buttonRow, type SeenItem } from './buttons.ts'
import type { Reading, Speech } from './reading.ts'
import { hoursWords } from './service-hours.ts'

/** What was promised when the report was accepted, whatever became of it since. */
export const promisedAtFirst = (
  { acceptedAt, priority, work, promised }: Pick<OpenTicket, 'acceptedAt' | 'priority' | 'work' | 'promised'>,
  { agreement, t, moment }: Speech,
): string | undefined => {
  if (agreement === undefined) return undefined
  // The resolution's history knows every change of the priority, also those after the response.
  const [first] = promised.resolution.history
  const accepted: Clocked = {
    acceptedAt,
    priority: first?.priority ?? priority,
    ...sortOf(first === undefined ? work : first.work),
    pauses: [],
    promised: untouched,
  }
  const due = (target: 'response' | 'resolution') => {
    const { calendar, facts, budget } = clockOf(accepted, target, agreement)
    const at = reaches(calendar, facts, budget)
    return at === undefined ? undefined : moment(at)
  }
  const [response, resolution] = [due('response'), due('resolution')]
  return response === undefined || resolution === undefined
    ? undefined
    : t.card.promisedAt(moment(acceptedAt), response, resolution)
}

const sortOf = (work: OpenTicket['work']): Pick<OpenTicket, 'work'> => (work === undefined ? {} : { work })

const untouched: Clocked['promised'] = {
  response: { epoch: 1, since: 0, history: [] },
  resolution: { epoch: 1, since: 0, history: [] },
}

/** The hours the promises are kept in. */
export const serviceHours = (
  ticket: Pick<OpenTicket, 'priority' | 'work'>,
  speech: Speech,
): string | undefined => {
  const { agreement } = speech
  const calendar = agreement?.calendars[targetOf(agreement, ticket).calendar]
  return calendar === undefined ? undefined : hoursWords(speech, calendar)
}

/** As of when a card is drawn, and on whose clock its moments are. */
export const stamp = ({ t, zoned }: Speech, { now }: Pick<Reading, 'now'>): Block => ({
  type: 'stamp',
  text: t.card.asOf(zoned(now)),
})

/** What of a ticket only some want to read or do; where nothing folds, the ticket is opened for it. */
export const ticketDetails = (
  speech: Speech,
  { item, seen }: SeenItem,
  blocks: readonly Plain[],
  acts: readonly ButtonName[],
): Details => ({
  type: 'details',
  label: speech.t.card.details,
  blocks,
  buttons: buttonRow(speech, { item, seen }, acts),
  open: { flow: 'status', item, seen },
})
