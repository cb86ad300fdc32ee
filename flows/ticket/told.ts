import { defineFlow } from '../../src/chat/flow.ts'
import { toldCard, toldPart } from '../../src/view/told-card.ts'
import { onItem } from '../shared/on-ticket.ts'
import { either } from '../shared/who.ts'

/** Who was told what and when, by evidence of delivery (RS.7, M2.3). */
export const told = defineFlow({
  name: 'told',
  opensWith: {
    en: ['told', 'who was told', 'who knows'],
    'zh-CN': ['谁被通知了', '通知了谁', '通知记录'],
  },
  about: 'item',
  may: either,
  help: (t) => t.flows.help.told,
  begin: onItem((context) => ({
    kind: 'told',
    item: context.item.id,
    yields: (notices) => ({
      kind: 'show',
      card: toldCard(context.item, notices, context, toldPart(context.choice)),
    }),
  })),
})
