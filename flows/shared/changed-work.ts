import type { Step } from '../../src/chat/flow.ts'
import type { Work } from '../../src/domain/agreement/work.ts'
import { texts } from '../../src/text/texts.ts'
import type { TicketContext } from './on-ticket.ts'
import { order } from './order.ts'
import { isProposal } from './preflight.ts'

/** Says what sort of work the ticket at hand is, in one tap; words that came with it are the reason. */
export const changedWork = (context: TicketContext, work: Work): Step => {
  const { ticket, words, language } = context
  const { flows, ticket: called } = texts(language)
  const wish = { do: 'ticket.change_work', work, reason: words } as const
  const isSo = (ticket.work ?? 'incident') === work
  const said = isSo ? flows.changeWork.already : flows.changeWork.done
  const saying = isProposal(context, wish) ? flows.downgrade.proposed : said(ticket.id, called.asWork[work])
  return order(context, wish, saying)
}
