import { defineFlow } from '../../src/chat/flow.ts'
import { texts } from '../../src/text/texts.ts'
import { onTicket } from '../shared/on-ticket.ts'
import { order } from '../shared/order.ts'
import { otherProposal } from '../shared/other-proposal.ts'
import { unlessMoved } from '../shared/unless-moved.ts'
import { client } from '../shared/who.ts'

/** Agree to the lower priority the supplier proposed: that very proposal, not one made since. */
export const agreeDowngrade = defineFlow({
  name: 'agree_downgrade',
  opensWith: { en: ['agree', 'agree downgrade'], 'zh-CN': ['同意降级', '同意调整'] },
  about: 'ticket',
  may: client,
  help: (t) => t.flows.help.agree_downgrade,
  begin: onTicket((context) =>
    unlessMoved(
      context,
      { staleAfter: ['ticket.downgrade_proposed', 'ticket.downgrade_declined', 'ticket.prioritised'] },
      () =>
        otherProposal(context) ??
        order(context, { do: 'ticket.agree_downgrade' }, texts(context.language).flows.downgrade.agreed),
    ),
  ),
})
