import type { Context, Step } from '../../src/chat/flow.ts'
import type { TicketRefusal } from '../../src/domain/ticket/refusal.ts'
import { refuse } from '../../src/text/refuse.ts'
import { speak } from '../../src/view/reading.ts'

/** An expected no, said in the person's words; nothing changed. `act`: what of the ticket was tried. */
export const saysRefusal = (context: Context, refusal: TicketRefusal, act?: string): Step => {
  const { ticket } = context
  const said = (voice: Pick<Context, 'language' | 'zone'>): string =>
    refuse(refusal, voice.language, speak({ ...context, ...voice }, ticket))
  const tried = ticket === undefined || act === undefined ? {} : { tried: { act, ticket, why: said } }
  return { kind: 'refuse', saying: said(context), ...tried }
}
