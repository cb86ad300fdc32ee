import { isContact, isLead, isPersonInCharge, mayConsent } from '../domain/ticket/permission.ts'
import type { Ticket } from '../domain/ticket/ticket.ts'
import type { ButtonName } from './buttons.ts'
import type { Reading } from './reading.ts'

/**
 * Whether a button is offered to whoever of the customer reads it. Where several people read, they see what any of them
 * may press; who reads alone sees what they may press themselves.
 */
export const customerMay = (
  name: ButtonName | 'rate',
  ticket: Pick<Ticket, 'customer' | 'reporter'>,
  { alone }: Pick<Reading, 'alone'>,
): boolean => {
  if (alone === undefined) return true
  switch (name) {
    case 'approve':
    case 'refuse':
      return isContact(ticket, alone)
    case 'agree_downgrade':
    case 'decline_downgrade':
    case 'contest_pause':
    case 'confirm':
    case 'reject':
    case 'reopen':
    case 'cancel':
    case 'same_as_earlier':
    case 'contest':
    case 'rate':
    case 'comment':
      return mayConsent(ticket, alone)
    default:
      return true
  }
}

/** Whether a button is offered to whoever of the supplier reads it; see `customerMay`. */
export const supplierMay = (
  name: ButtonName,
  ticket: Ticket,
  { alone, directory }: Pick<Reading, 'alone' | 'directory'>,
): boolean => {
  if (alone === undefined) return true
  switch (name) {
    case 'acknowledge_escalation':
      return ticket.escalations.some(({ waitingFor }) => waitingFor.includes(alone.id))
    case 'close':
      return isPersonInCharge(directory, ticket, alone)
    case 'duplicate':
    case 'out_of_scope':
      return ticket.contests === 0 || isLead(ticket, alone)
    default:
      return true
  }
}
