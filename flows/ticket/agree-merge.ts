import { defineFlow } from '../../src/chat/flow.ts'
import { texts } from '../../src/text/texts.ts'
import { lastMaster } from '../shared/last-master.ts'
import { onTicket } from '../shared/on-ticket.ts'
import { order } from '../shared/order.ts'
import { unlessRefused } from '../shared/preflight.ts'
import { saysRefusal } from '../shared/says-refusal.ts'
import { unlessMoved } from '../shared/unless-moved.ts'
import { client } from '../shared/who.ts'

/** Agree that it is the same trouble as the ticket the supplier named: that very proposal, not one made since. */
export const agreeMerge = defineFlow({
  name: 'agree_merge',
  opensWith: { en: ['agree merge', 'agree to merge'], 'zh-CN': ['同意合并'] },
  about: 'ticket',
  may: client,
  help: (t) => t.flows.help.agree_merge,
  begin: onTicket((context) =>
    unlessMoved(context, { staleAfter: ['ticket.merge_proposed', 'ticket.merge_declined'] }, () => {
      const { ticket, language } = context
      const proposed = ticket.merging?.master ?? ticket.cancelled?.master ?? ''
      return unlessRefused(context, { do: 'ticket.agree_merge', master: proposed }, () =>
        lastMaster(
          context,
          proposed,
          (problem) => saysRefusal(context, problem),
          (master) =>
            order(
              context,
              { do: 'ticket.agree_merge', master },
              texts(language).flows.markDuplicate.done(ticket.id, master),
            ),
        ),
      )
    }),
  ),
})
