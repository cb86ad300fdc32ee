import { defineFlow } from '../../src/chat/flow.ts'
import { cardFor } from '../shared/card-for.ts'
import { onItem } from '../shared/on-ticket.ts'
import { either } from '../shared/who.ts'

/** How a ticket stands now, with what can be done. Its number alone opens it too. */
export const status = defineFlow({
  name: 'status',
  opensWith: { en: ['', 'status', 'show', 'open', 'ticket'], 'zh-CN': ['状态', '查看', '工单'] },
  about: 'item',
  may: either,
  help: (t) => t.flows.help.status,
  begin: onItem((context) => ({ kind: 'show', card: cardFor(context) })),
})
