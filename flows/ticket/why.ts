import { defineFlow } from '../../src/chat/flow.ts'
import { whyCard } from '../../src/view/why-card.ts'
import { onTicket } from '../shared/on-ticket.ts'
import { either } from '../shared/who.ts'

/** How the deadlines came to be, counted minute by minute, for either party (M2.4). */
export const why = defineFlow({
  name: 'why',
  opensWith: { en: ['why', 'deadlines', 'why this deadline'], 'zh-CN': ['时限', '时限依据', '为什么'] },
  about: 'ticket',
  may: either,
  help: (t) => t.flows.help.why,
  begin: onTicket((context) => ({
    kind: 'history',
    item: context.ticket.id,
    yields: (log) => ({ kind: 'show', card: whyCard(context.ticket, log, context) }),
  })),
})
