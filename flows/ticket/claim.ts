import { card } from '../../src/chat/card.ts'
import { defineFlow, type Step } from '../../src/chat/flow.ts'
import { texts } from '../../src/text/texts.ts'
import { buttonRow } from '../../src/view/buttons.ts'
import { onTicket, type TicketContext } from '../shared/on-ticket.ts'
import { order } from '../shared/order.ts'
import { staff } from '../shared/who.ts'

/**
 * Where the ticket's own card is not at hand, which shows what comes next, the answer offers it: taken from a row of a list,
 * or by words.
 */
const taken = (context: TicketContext): Step => {
  const { ticket, seq, language, choice, message } = context
  const t = texts(language)
  const summary = t.flows.claim.done(ticket.id)
  const ordered = order(context, { do: 'ticket.claim' }, summary)
  if (ordered.kind !== 'order' || (choice !== 'listed' && message === undefined)) return ordered
  const steps = buttonRow({ t }, { item: ticket.id, seen: seq }, ['update', 'ask', 'resolve'])
  return {
    ...ordered,
    shows: card({ tone: 'good', summary, blocks: [{ type: 'text', text: summary }], buttons: steps }),
  }
}

/** Take a ticket: the first human action on it, and its owner from then on (RS.5d). */
export const claim = defineFlow({
  name: 'claim',
  opensWith: { en: ['claim', 'take', 'take it', 'accept'], 'zh-CN': ['接单', '受理', '认领'] },
  about: 'ticket',
  may: staff,
  help: (t) => t.flows.help.claim,
  begin: onTicket(taken, { kind: 'ticket', list: 'unclaimed' }),
})
