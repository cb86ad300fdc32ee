import { type Card, card } from '../../chat/card.ts'
import type { Flow } from '../../chat/flow.ts'
import { isOpen } from '../../domain/ticket/clocks.ts'
import { namesAnother } from '../../domain/ticket/suggest/another.ts'
import { deadlineSaid } from '../../domain/words/senses/deadline-said.ts'
import { hurrySaid } from '../../domain/words/senses/hurry-said.ts'
import { stateSaid } from '../../domain/words/senses/state-said.ts'
import { thanksSaid } from '../../domain/words/senses/thanks-said.ts'
import { withdrawalSaid } from '../../domain/words/senses/withdrawal-said.ts'
import { texts } from '../../text/texts.ts'
import { type PassedOn, passedOnCard } from '../../view/passed-on-card.ts'
import { anewButton } from '../../view/which-card.ts'
import type { OfTicket } from './heard.ts'
import { wordsOfTicket } from './tickets-near.ts'

/** Whether they would be no report either: they greet, thank or agree. */
export const isCourtesy = (flows: readonly Flow[], words: string, context: OfTicket): boolean =>
  flows.find(({ name }) => name === 'report')?.begin({ ...context, words }).kind === 'show'

/** What else a customer's words to this ticket say, beside what is for its record. */
const whatIsSaid = (flows: readonly Flow[], text: string, context: OfTicket): PassedOn | undefined => {
  const { ticket } = context
  if (thanksSaid(text) !== undefined) return 'thanks'
  if (!isOpen(ticket) || namesAnother(text, ticket)) return undefined
  if (withdrawalSaid(text)) return 'withdraw'
  if (deadlineSaid(text)) return 'deadline'
  if (hurrySaid(text, wordsOfTicket(ticket)) !== undefined) return 'haste'
  // `Yes` and `great` may be said to what an engineer wrote.
  if (isCourtesy(flows, text, context)) return undefined
  const said = stateSaid(text, wordsOfTicket(ticket))
  return said?.leans === true ? said.state : undefined
}

/** The answer that fits a customer's words to a ticket; nothing where all there is to say is that they joined it. */
export const aptCard = (flows: readonly Flow[], text: string, context: OfTicket): Card | undefined => {
  const said = whatIsSaid(flows, text, context)
  return said && passedOnCard(context, said)
}

/**
 * The answer to words that joined a ticket, with the one press that reports them as a ticket of their own where they read as one.
 */
export const withAnew = <Said extends Card | undefined>(
  said: Said,
  text: string,
  context: OfTicket,
): Card | Said => {
  const { ticket, language } = context
  if (!namesAnother(text, ticket)) return said
  const t = texts(language)
  const saying = t.app.notedButAnother(ticket.id)
  const before: Card = said ?? card({ summary: saying, blocks: [{ type: 'text', text: saying }] })
  return {
    ...before,
    blocks: before.blocks.filter((block) => block.type !== 'note' || block.text !== t.app.somethingNew),
    buttons: [...before.buttons.filter(({ press }) => press.flow !== 'report'), anewButton(t, ticket)],
  }
}
