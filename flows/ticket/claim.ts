import { defineFlow } from '../../src/chat/flow.ts'
import { texts } from '../../src/text/texts.ts'
import { onTicket } from '../shared/on-ticket.ts'
import { order } from '../shared/order.ts'
import { staff } from '../shared/who.ts'

/** Take a ticket: the first human action on it, and its owner from then on (RS.5d). */
export const claim = defineFlow({
  name: 'claim',
  opensWith: { en: ['claim', 'take', 'take it', 'accept'], 'zh-CN': ['接单', '受理', '认领'] },
  about: 'ticket',
  may: staff,
  help: (t) => t.flows.help.claim,
  begin: onTicket(
    (context) =>
      order(context, { do: 'ticket.claim' }, texts(context.language).flows.claim.done(context.ticket.id)),
    { kind: 'ticket', list: 'unclaimed' },
  ),
})
