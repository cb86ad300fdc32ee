import { defineFlow } from '../../src/chat/flow.ts'
import { historyCard } from '../../src/view/history-card.ts'
import { onTicket } from '../shared/on-ticket.ts'
import { either } from '../shared/who.ts'

/** All that happened, in words; the customer reads the same story without the internal notes (M2.2). */
export const history = defineFlow({
  name: 'history',
  opensWith: { en: ['history', 'record'], 'zh-CN': ['记录', '处理记录', '历史', '历史记录'] },
  about: 'ticket',
  may: either,
  help: (t) => t.flows.help.history,
  begin: onTicket((context) => ({
    kind: 'history',
    item: context.ticket.id,
    yields: (log, badSeq) => ({ kind: 'show', card: historyCard(context.ticket.id, log, context, badSeq) }),
  })),
})
