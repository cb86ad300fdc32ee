import { defineFlow } from '../../src/chat/flow.ts'
import { texts } from '../../src/text/texts.ts'
import { onTicket } from '../shared/on-ticket.ts'
import { order } from '../shared/order.ts'
import { unlessMoved } from '../shared/unless-moved.ts'
import { client } from '../shared/who.ts'

/** The customer's consent (RS.8, RS.C1b): to the solution they were shown, not to one proposed since. */
export const confirmSolution = defineFlow({
  name: 'confirm_solution',
  opensWith: { en: ['solved', 'confirm'], 'zh-CN': ['已解决', '确认解决', '确认已解决'] },
  about: 'ticket',
  may: client,
  help: (t) => t.flows.help.confirm_solution,
  begin: onTicket(
    (context) =>
      unlessMoved(
        context,
        { staleAfter: ['ticket.resolved', 'ticket.solution_rejected', 'ticket.reopened'] },
        () =>
          order(
            context,
            { do: 'ticket.confirm_solution' },
            texts(context.language).flows.confirmSolution.done,
          ),
      ),
    { kind: 'ticket', list: 'waiting', for: 'consent' },
  ),
})
