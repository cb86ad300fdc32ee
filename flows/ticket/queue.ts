import { defineFlow } from '../../src/chat/flow.ts'
import { asksForList } from '../shared/asks-for-list.ts'
import { staff } from '../shared/who.ts'
import { listOf } from './tickets.ts'

/** What nobody has taken yet and what is one's own, the least remaining time first (RS.5d). */
export const queue = defineFlow({
  name: 'queue',
  opensWith: { en: ['queue', 'open tickets', 'unclaimed'], 'zh-CN': ['队列', '待接单', '待处理'] },
  about: 'nothing',
  takes: asksForList,
  may: staff,
  help: (t) => t.flows.help.queue,
  begin: (context) => listOf(context, { groups: ['queue'] }),
})
