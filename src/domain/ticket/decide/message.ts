import { saysNothing } from '../../words/blank.ts'
import type { TicketWish } from '../command.ts'
import { answersInWords, isContact, ofCustomer, ofSupplier } from '../permission.ts'
import { answer } from './ask.ts'
import type { Decision, Ground } from './ground.ts'
import { happened, nothingNew, notPermitted } from './ground.ts'

/**
 * A word in the customer's thread, by either side, or for it in a command. Of whoever is asked for something it is the answer,
 * in whatever channel it came; of anybody else it is passed on, and the request waits as it did.
 */
export const addMessage = (
  ground: Ground,
  { text, decided, apartAs, message, files }: Extract<TicketWish, { do: 'ticket.add_message' }>,
): Decision => {
  const { ticket, person, stamp, world } = ground
  const stands = {
    ...(message === undefined ? {} : { message }),
    ...(files === undefined ? {} : { files }),
  }
  if (!ofCustomer(ticket, person) && !ofSupplier(ticket, person)) return notPermitted('customer')
  // A verdict is on what another ticket asked, and answers nothing here.
  if (decided !== undefined && !isContact(world.directory, ticket, person)) return notPermitted('approver')
  if (decided !== undefined)
    return happened({ ...stamp, type: 'ticket.message_added', text, decided, ...stands })
  if (saysNothing(text)) return nothingNew
  // What is said to be about another ticket is no answer here.
  if (apartAs !== undefined)
    return happened({ ...stamp, type: 'ticket.message_added', text, apartAs, ...stands })
  if (answersInWords(world.directory, ticket, person))
    return answer(ground, { do: 'ticket.answer', text, ...stands })
  return happened({ ...stamp, type: 'ticket.message_added', text, ...stands })
}

/** An edited or deleted message is marked in the record; what was said before stays in it. */
export const changeMessage = (
  { ticket, person, stamp }: Ground,
  wish: Extract<TicketWish, { do: 'ticket.edit_message' | 'ticket.delete_message' }>,
): Decision => {
  const side = wish.internal
    ? ofSupplier(ticket, person)
    : ofCustomer(ticket, person) || ofSupplier(ticket, person)
  if (!side) return notPermitted(wish.internal ? 'supplier' : 'customer')
  const { message, internal } = wish
  return wish.do === 'ticket.edit_message'
    ? happened({ ...stamp, type: 'ticket.message_edited', text: wish.text, message, internal })
    : happened({ ...stamp, type: 'ticket.message_deleted', message, internal })
}
