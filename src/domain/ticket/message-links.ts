import type { MessageRef, TicketEvent } from './event.ts'

/** A message that an event made part of the record, on which side it stands, and whether it is the root of the thread. */
type Link = { readonly message: MessageRef; readonly side: 'supplier' | 'customer'; readonly root: boolean }

/** The messages an event ties to its ticket, so that later words, edits and deletions find it. */
export const messageLinks = (event: TicketEvent): readonly Link[] => {
  switch (event.type) {
    case 'ticket.reported': {
      if (event.message === undefined) return []
      const { thread, ...message } = event.message
      const root = { ...message, message: thread ?? message.message }
      const own: Link = { message: event.message, side: 'customer', root: thread === undefined }
      return thread === undefined ? [own] : [{ message: root, side: 'customer', root: true }, own]
    }
    case 'ticket.message_added':
    case 'ticket.customer_answered':
      return event.message === undefined ? [] : [{ message: event.message, side: 'customer', root: false }]
    case 'ticket.note_added':
      return event.message === undefined ? [] : [{ message: event.message, side: 'supplier', root: false }]
    default:
      return []
  }
}
