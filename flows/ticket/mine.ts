import { defineFlow } from '../../src/chat/flow.ts'
import { asksForList } from '../shared/asks-for-list.ts'
import { either } from '../shared/who.ts'
import { listOf } from './tickets.ts'

/** What a customer's person reported, or a supplier's person owns. */
export const mine = defineFlow({
  name: 'mine',
  opensWith: {
    en: ['my tickets', 'mine', 'my open tickets'],
    'zh-CN': ['我的事件', '我的工单', '我报的工单'],
  },
  about: 'nothing',
  takes: asksForList,
  may: either,
  begin: (context) => listOf(context, { person: 'me' }),
})
