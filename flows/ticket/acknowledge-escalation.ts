import { defineFlow } from '../../src/chat/flow.ts'
import { texts } from '../../src/text/texts.ts'
import { onTicket } from '../shared/on-ticket.ts'
import { order } from '../shared/order.ts'
import { either } from '../shared/who.ts'

/** "I know of the escalation": until then this person is asked again and again (hard rule 1). */
export const acknowledgeEscalation = defineFlow({
  name: 'acknowledge_escalation',
  opensWith: { en: ['acknowledge', 'ack'], 'zh-CN': ['知悉', '已知悉', '确认收到'] },
  about: 'ticket',
  may: either,
  help: (t) => t.flows.help.acknowledge_escalation,
  begin: onTicket(
    (context) =>
      order(
        context,
        { do: 'ticket.acknowledge_escalation' },
        texts(context.language).flows.acknowledgeEscalation.done,
      ),
    { kind: 'ticket', list: 'waiting', for: 'acknowledgement' },
  ),
})
