import { type Card, card } from '../../chat/card.ts'
import { namesAnother } from '../../domain/ticket/suggest/another.ts'
import { texts } from '../../text/texts.ts'
import { anewButton } from '../../view/which-card.ts'
import type { OfTicket } from './heard.ts'

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
