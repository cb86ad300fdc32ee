import type { Context, Step } from '../../src/chat/flow.ts'
import type { TicketRefusal } from '../../src/domain/ticket/refusal.ts'
import { refuse } from '../../src/text/refuse.ts'
import { speak } from '../../src/view/reading.ts'

/** An expected no, said in the person's words; nothing changed. */
export const saysRefusal = (context: Context, refusal: TicketRefusal): Step => ({
  kind: 'refuse',
  saying: refuse(refusal, context.language, speak(context, context.ticket)),
})
