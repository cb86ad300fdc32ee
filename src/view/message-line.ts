import type { OpenEvent } from '../domain/ticket/customer-event.ts'
import { deadlineSaid } from '../domain/words/senses/deadline-said.ts'
import { hurrySaid } from '../domain/words/senses/hurry-said.ts'
import type { Speech } from './reading.ts'

type Message = Pick<
  Extract<OpenEvent, { readonly type: 'ticket.message_added' }>,
  'by' | 'text' | 'decided' | 'apartAs'
>

/** What a customer's words press for, beside what they say: that it is done soon, or by a time they name. */
export const pressedFor = ({ by, text, decided, apartAs }: Message): 'haste' | 'deadline' | undefined => {
  if (by.kind !== 'person' || by.side !== 'customer' || decided !== undefined || apartAs !== undefined)
    return undefined
  if (deadlineSaid(text)) return 'deadline'
  return hurrySaid(text) === undefined ? undefined : 'haste'
}

/**
 * How words were said: as a verdict on another ticket's request, as what is about another ticket, to press for haste, to name a
 * time, or as nothing but words.
 */
export const messageLine = ({ t: { lines }, actor }: Pick<Speech, 't' | 'actor'>, event: Message): string => {
  const { decided, apartAs } = event
  const who = actor(event)
  if (decided !== undefined) return lines.verdictOn(who, decided.verdict, decided.ticket)
  if (apartAs !== undefined) return lines.apartAs(who, apartAs)
  const pressed = pressedFor(event)
  if (pressed === undefined) return lines.messageAdded(who)
  return pressed === 'deadline' ? lines.needsBy(who) : lines.presses(who)
}
