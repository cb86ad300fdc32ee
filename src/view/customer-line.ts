import type { CustomerEvent } from '../domain/ticket/customer-event.ts'
import { type Line, openLine } from './open-line.ts'
import type { Speech } from './reading.ts'

/** What happened, as the customer's people read it in the record: with who of them was told of it. */
export const customerLine = (event: CustomerEvent, speech: Speech): Line => {
  const { t, names } = speech
  const said = openLine(event, speech)
  const told = 'to' in event && event.type !== 'ticket.reassigned' ? event.to : []
  return told.length === 0
    ? said
    : { ...said, text: t.common.sentences([said.text, t.lines.told(names(told))]) }
}
