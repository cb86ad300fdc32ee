import { isContact, isLead, isPersonInCharge, mayConsent, mayLower } from '../domain/ticket/permission.ts'
import type { Ticket } from '../domain/ticket/ticket.ts'
import type { ButtonName } from './buttons.ts'
import type { Reading } from './reading.ts'

/**
 * Whether a button is offered to whoever of the customer reads it. Where several people read, they see what any of them
 * may press; who reads alone sees what they may press themselves.
 */
export const customerMay = (
  name: ButtonName | 'rate',
  ticket: Pick<Ticket, 'supplier' | 'customer' | 'reporter' | 'merged' | 'downgrade'>,
  { alone, directory }: Pick<Reading, 'alone' | 'directory'>,
): boolean => {
  if (alone === undefined) return true
  switch (name) {
    case 'answer_approved':
    case 'answer_refused':
      return isContact(directory, ticket, alone)
    case 'agree_downgrade':
    case 'decline_downgrade':
      return ticket.downgrade !== undefined && mayLower(directory, ticket, alone, ticket.downgrade.priority)
    case 'contest_pause':
    case 'confirm_solution':
    case 'reject_solution':
    case 'reopen':
    case 'cancel':
    case 'mark_duplicate_of_earlier':
    case 'mark_duplicate_of_origin':
    case 'split':
    case 'split_other':
    case 'agree_merge':
    case 'decline_merge':
    case 'as_incident':
    case 'as_request':
    case 'contest':
    case 'rate':
    case 'rate_again':
    case 'rate_comment':
      return mayConsent(directory, ticket, alone)
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
    case 'mark_duplicate':
    case 'mark_out_of_scope':
      return ticket.contests === 0 || isLead(directory, ticket, alone)
    default:
      return true
  }
}
