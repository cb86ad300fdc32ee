import { defineFlow } from '../../src/chat/flow.ts'
import { texts } from '../../src/text/texts.ts'
import { listed } from '../shared/listed.ts'
import { either } from '../shared/who.ts'

/** What a customer's person reported, or a supplier's person owns. */
export const tickets = defineFlow({
  name: 'tickets',
  opensWith: {
    en: ['tickets', 'my tickets', 'list', 'mine'],
    'zh-CN': ['我的事件', '我的工单', '列表', '事件列表', '工单列表'],
  },
  about: 'nothing',
  may: either,
  help: (t) => t.flows.help.tickets,
  begin: (context) =>
    listed(context, texts(context.language).flows.list.mine, { kind: 'ticket', list: 'mine' }),
})
