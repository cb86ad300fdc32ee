import type { Context, Step } from '../../src/chat/flow.ts'
import { refuse } from '../../src/text/refuse.ts'
import type { TicketRefusal } from '../../src/ticket/refusal.ts'
import { speak } from '../../src/view/reading.ts'

/** An expected no, said in the person's words; nothing changed. */
export const saysRefusal = (context: Context, refusal: TicketRefusal): Step => ({
  kind: 'refuse',
  saying: refuse(refusal, context.language, speak(context, context.ticket)),
})
