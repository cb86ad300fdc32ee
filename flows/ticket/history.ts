import { defineFlow } from '../../src/chat/flow.ts'
import { onItem } from '../shared/on-ticket.ts'
import { either } from '../shared/who.ts'

/** All that happened, in words; the customer reads the same story without the internal notes (M2.2). */
export const history = defineFlow({
  name: 'history',
  opensWith: { en: ['history', 'record'], 'zh-CN': ['记录', '处理记录', '历史', '历史记录'] },
  about: 'item',
  may: either,
  help: (t) => t.flows.help.history,
  begin: onItem((context) => ({
    kind: 'history',
    item: context.item.id,
    yields: (log, badSeq) => ({ kind: 'show', card: context.item.history(log, context, badSeq) }),
  })),
})
