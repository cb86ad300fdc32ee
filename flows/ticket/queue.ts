import { defineFlow } from '../../src/chat/flow.ts'
import { texts } from '../../src/text/texts.ts'
import { listed } from '../shared/listed.ts'
import { staff } from '../shared/who.ts'

/** What nobody has taken yet and what is one's own, the least remaining time first (RS.5d). */
export const queue = defineFlow({
  name: 'queue',
  opensWith: { en: ['queue', 'open tickets', 'unclaimed'], 'zh-CN': ['队列', '待接单', '待处理'] },
  about: 'nothing',
  may: staff,
  help: (t) => t.flows.help.queue,
  begin: (context) =>
    listed(
      context,
      texts(context.language).flows.list.queue,
      { kind: 'ticket', list: 'unclaimed' },
      { kind: 'ticket', list: 'mine' },
    ),
})
