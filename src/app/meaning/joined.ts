import { type Button, type Card, card, withWords } from '../../chat/card.ts'
import type { Flow, Step } from '../../chat/flow.ts'
import type { Ticket } from '../../domain/ticket/ticket.ts'
import { type StateSaid, stateSaid } from '../../domain/words/senses/state-said.ts'
import { saysVerdict } from '../../domain/words/senses/verdict-said.ts'
import { texts } from '../../text/texts.ts'
import { againCard } from '../../view/again-card.ts'
import { proposalCard } from '../../view/proposal-card.ts'
import { requestCard } from '../../view/request-card.ts'
import { statusWord } from '../../view/status-word.ts'
import { ticketCard } from '../../view/ticket-card.ts'
import { reportButton } from '../../view/which-card.ts'
import { aptCard, withAnew } from './apt.ts'
import { type OfTicket, standsOf } from './heard.ts'
import { meant } from './meant.ts'
import { wordsOfTicket } from './tickets-near.ts'

/** A customer's words in a conversation without threads. `quotes`: they quote a message of the ticket, so it is certain. */
type Said = { readonly context: OfTicket; readonly quotes: boolean }

/** Whether its solution waits for the customer's word. */
export const awaitsConsent = ({ status, resolution }: Ticket): boolean =>
  status === 'resolved' && resolution !== undefined && resolution.consent === undefined

const hasEnded = ({ status }: Ticket): boolean => status === 'closed' || status === 'cancelled'

/** Whether words alone change nothing of such a ticket, so that they are asked what they mean. */
export const asksBack = (ticket: Ticket): boolean =>
  awaitsConsent(ticket) || (hasEnded(ticket) && ticket.ask === undefined)

/** Whether it is solved, or goes on after all, for whoever reads it there: words are no consent, only the button is (RS.C1b). */
const verdicts = ({ ticket, seq, ...context }: OfTicket): readonly Button[] => {
  const alone = context.place.direct ? { alone: context.person } : {}
  const { buttons } = ticketCard(ticket, seq, { ...context, ...alone })
  return buttons.filter(({ press: { flow } }) =>
    ['confirm_solution', 'reject_solution', 'reopen', 'contest'].includes(flow),
  )
}

/** How to report something new is said too, where it is not certain which ticket the words are to. */
const withReport = (said: Card, { context, quotes }: Said): Card => {
  const t = texts(context.language)
  if (quotes) return said
  return {
    ...said,
    blocks: [...said.blocks, { type: 'note', text: t.app.somethingNew }],
    buttons: [...said.buttons, reportButton(t)],
  }
}

/** Says where words went, or what they wait for, with the way on. */
const answer = (saying: string, buttons: readonly Button[], said: Said): Card =>
  withReport(card({ summary: saying, blocks: [{ type: 'text', text: saying }], buttons }), said)

/** What words come to that something is asked of their speaker for, where that alone says which ticket they are to. */
export const toRequest = (context: OfTicket): Card | undefined => {
  const said = requestCard(context) ?? proposalCard(context, { passedOn: true })
  return said && withReport(said, { context, quotes: false })
}

const answered = (
  flows: readonly Flow[],
  text: string,
  said: Said,
  guess?: ReturnType<typeof meant>,
): Card => {
  const { ticket, language } = said.context
  const { app } = texts(language)
  const asks = verdicts(said.context).map(withWords)
  if (guess !== undefined && !asksBack(ticket)) return answer(guess.card.summary, guess.card.buttons, said)
  if (awaitsConsent(ticket)) return answer(app.addedIsItSolved(ticket.id), asks, said)
  const state = stateSaid(text, wordsOfTicket(ticket))
  if (ticket.status === 'closed' && state?.state === 'fails') return againCard(said.context)
  if (ticket.status === 'closed' && state?.state === 'works')
    return answer(texts(language).asked.worksNow(ticket.id), [], { ...said, quotes: true })
  if (asksBack(ticket))
    return answer(app.addedToEnded(ticket.id, statusWord({ t: texts(language) }, ticket)), asks, {
      ...said,
      quotes: false,
    })
  const proposal = saysVerdict(text, wordsOfTicket(ticket))
    ? proposalCard(said.context, { passedOn: true })
    : undefined
  const apt = requestCard(said.context) ?? proposal ?? aptCard(flows, text, said.context)
  return apt === undefined ? answer(app.noted(ticket.id), [], said) : withReport(apt, said)
}

/**
 * A customer’s words that belong to a ticket of this conversation join its record. The answer says so: nothing else there
 * shows where they went. Of a solution that waits for their word, or a ticket that has ended, it asks what they mean; so it
 * does of a button.
 */
export const joined = (flows: readonly Flow[], text: string, said: Said): Step => {
  const { ticket } = said.context
  const guess = meant(flows, text, { addressed: true, filedAs: 'answer', context: said.context })
  if (guess?.instead) return { kind: 'show', card: guess.card }
  const wish = { do: 'ticket.add_message', text, ...standsOf(said.context) } as const
  return {
    kind: 'order',
    orders: [{ item: ticket.id, wish }],
    shows: withAnew(answered(flows, text, said, guess), text, said.context),
  }
}

/** Whether it is solved, asked of somebody who said nothing for the record. */
export const questioned = (said: Said): Step => {
  const { ticket, language } = said.context
  const { app } = texts(language)
  return { kind: 'show', card: answer(app.isItSolved(ticket.id), verdicts(said.context), said) }
}

/** Thanks or a greeting while a solution waits for their word: it may mean yes, and says nothing for the record. */
export const thanked = (said: Said): Step | undefined =>
  awaitsConsent(said.context.ticket) ? questioned(said) : undefined

/** What whoever reads along is asked, where somebody said in a ticket's thread how it is with its solution; else nothing. */
export const stateQuestion = (
  context: OfTicket,
  state: StateSaid['state'],
  text: string,
): Card | undefined => {
  const { ticket } = context
  const isAsked = awaitsConsent(ticket) || (asksBack(ticket) && state === 'fails')
  return isAsked ? answered([], text, { context, quotes: true }) : undefined
}
