import type { OpenEvent } from '../domain/ticket/customer-event.ts'
import { deadlineSaid } from '../domain/words/senses/deadline-said.ts'
import { hurrySaid } from '../domain/words/senses/hurry-said.ts'
import type { Speech } from './reading.ts'

type Message = Extract<OpenEvent, { readonly type: 'ticket.message_added' }>

/**
 * How words were said: as a verdict on another ticket's request, as what is about another ticket, to press for haste, to name a
 * time, or as nothing but words.
 */
export const messageLine = ({ t: { lines }, actor }: Pick<Speech, 't' | 'actor'>, event: Message): string => {
  const { decided, apartAs, text, by } = event
  const who = actor(event)
  if (decided !== undefined) return lines.verdictOn(who, decided.verdict, decided.ticket)
  if (apartAs !== undefined) return lines.apartAs(who, apartAs)
  if (by.kind !== 'person' || by.side !== 'customer') return lines.messageAdded(who)
  if (deadlineSaid(text)) return lines.needsBy(who)
  return hurrySaid(text) === undefined ? lines.messageAdded(who) : lines.presses(who)
}
