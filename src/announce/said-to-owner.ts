import type { TicketEventOf } from '../domain/ticket/event.ts'
import { thanksSaid } from '../domain/words/senses/thanks-said.ts'
import type { Routes } from './route.ts'

type Added = TicketEventOf<'ticket.message_added'>

/** A customer's words that are about another ticket, or only thank, are nothing to see to. */
const asksNothing = ({ text, apartAs }: Added): boolean =>
  apartAs !== undefined || thanksSaid(text) === 'only'

const isCustomers = ({ by }: Added): boolean => by.kind === 'person' && by.side === 'customer'

/** What a customer says is to be seen to by who has the ticket, unless it asks nothing of them. */
export const saidToOwner: Routes<Added>['supplier'] = [
  { to: 'owner', as: 'act', when: (event) => isCustomers(event) && !asksNothing(event) },
  { to: 'owner', as: 'chat', when: (event) => isCustomers(event) && asksNothing(event) },
]
