import { withWords } from '../../src/chat/card.ts'
import type { Step } from '../../src/chat/flow.ts'
import { proposalCard } from '../../src/view/proposal-card.ts'
import type { TicketContext } from './on-ticket.ts'

/** `agree` and `decline` are said of a merge too, which its own buttons decide: they are shown, and begin with the words. */
export const otherProposal = (context: TicketContext): Step | undefined => {
  if (context.ticket.downgrade !== undefined) return undefined
  const found = proposalCard(context, { passedOn: false })
  return found && { kind: 'show', card: { ...found, buttons: found.buttons.map(withWords) } }
}
