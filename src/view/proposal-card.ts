import { type Card, card } from '../chat/card.ts'
import type { Ticket } from '../domain/ticket/ticket.ts'
import { speak } from './reading.ts'
import type { Said } from './request-card.ts'
import { ticketCard } from './ticket-card.ts'
import { proposals } from './ticket-story.ts'

const decisions: readonly string[] = ['agree_downgrade', 'decline_downgrade', 'agree_merge', 'decline_merge']

/** Who proposed what the customer has not decided yet. */
const proposer = ({ downgrade, merging }: Ticket): string | undefined => (downgrade ?? merging)?.by

/**
 * What a yes or a no in words comes to while the supplier's proposal waits for this person: the decision is given by a button,
 * which is shown. Nothing where nothing waits, or for somebody else. `passedOn`: the words joined the ticket.
 */
export const proposalCard = (
  { ticket, seq, person, place, ...reading }: Said,
  { passedOn }: { readonly passedOn: boolean },
): Card | undefined => {
  const by = proposer(ticket)
  if (by === undefined) return undefined
  const speech = speak(reading, ticket)
  const { t, name } = speech
  const drawn = ticketCard(ticket, seq, { ...reading, alone: person })
  const buttons = drawn.buttons.filter(({ press: { flow } }) => decisions.includes(flow))
  if (buttons.length === 0) return undefined
  const saying = t.common.sentences([
    ...(passedOn ? [t.app.passedOn(ticket.id)] : []),
    t.app.decisionMissing(name(by)),
  ])
  return card({
    summary: saying,
    blocks: [{ type: 'text', text: saying }, ...proposals(ticket, speech)],
    buttons,
  })
}
