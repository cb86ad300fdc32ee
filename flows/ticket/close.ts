import { defineFlow } from '../../src/chat/flow.ts'
import { texts } from '../../src/text/texts.ts'
import { onTicket } from '../shared/on-ticket.ts'
import { order } from '../shared/order.ts'
import { unlessMoved } from '../shared/unless-moved.ts'
import { lead } from '../shared/who.ts'

/** The supplier's person in charge confirms after the customer agreed; only then it is closed (X2). */
export const close = defineFlow({
  name: 'close',
  opensWith: { en: ['close', 'confirm closing', 'confirm and close'], 'zh-CN': ['关闭', '确认关闭', '结单'] },
  about: 'ticket',
  may: lead,
  help: (t) => t.flows.help.close,
  begin: onTicket(
    (context) =>
      unlessMoved(
        context,
        { staleAfter: ['ticket.resolved', 'ticket.solution_rejected', 'ticket.reopened'] },
        () =>
          order(context, { do: 'ticket.close' }, texts(context.language).flows.close.done(context.ticket.id)),
      ),
    { kind: 'ticket', list: 'waiting', for: 'confirmation' },
  ),
})
