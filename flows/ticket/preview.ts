import { defineFlow } from '../../src/chat/flow.ts'
import { previewCard } from '../../src/view/preview-card.ts'
import { onTicket } from '../shared/on-ticket.ts'
import { staff } from '../shared/who.ts'

/** Who would be told when, if nothing happened from now on: the ladder as it would run (RS.6d). */
export const preview = defineFlow({
  name: 'preview',
  opensWith: { en: ['preview', 'who is told when', 'dry run'], 'zh-CN': ['预演', '预警升级预览'] },
  about: 'ticket',
  may: staff,
  help: (t) => t.flows.help.preview,
  begin: onTicket((context) => ({ kind: 'show', card: previewCard(context.ticket, context) })),
})
