import { type Card, card } from '../../src/chat/card.ts'
import type { Context, Step } from '../../src/chat/flow.ts'
import type { Agreement } from '../../src/domain/agreement/agreement.ts'
import type { Customer } from '../../src/domain/people/directory.ts'
import { agreementFor } from '../../src/domain/people/find.ts'
import { agreementOf } from '../../src/domain/ticket/clocks.ts'
import { plain } from '../../src/domain/words/plain.ts'
import { texts } from '../../src/text/texts.ts'
import { saysRefusal } from './says-refusal.ts'
import { showable } from './showable.ts'

/** The customers whose agreement may be shown to this person, where they ask. */
const customersFor = (context: Context): readonly Customer[] =>
  Object.values(context.directory.customers).filter(
    ({ id, supplier }) =>
      showable(context, id) && (context.person.side === 'customer' || supplier === context.person.org),
  )

/** Several are possible: the person says which, by a button. */
const choose = ({ language }: Context, flow: string, customers: readonly Customer[]): Step => {
  const { flows, common } = texts(language)
  const { whichCustomer } = flows
  const isAlone = ({ name }: Customer) =>
    customers.filter((other) => plain(other.name).text === plain(name).text).length === 1
  return {
    kind: 'show',
    card: card({
      summary: whichCustomer,
      blocks: [{ type: 'text', text: whichCustomer }],
      // Those of one name are told apart by the letters of their tickets' numbers.
      buttons: customers.map((customer) => ({
        label: isAlone(customer) ? customer.name : common.row([customer.key, customer.name]),
        style: 'normal',
        press: { flow, choice: customer.id },
      })),
    }),
  }
}

/**
 * Shows something of an agreement: the one a ticket stands under, else the one valid now with the person's own customer,
 * the room's, or the one a supplier's person chooses.
 */
export const aboutAgreement =
  (flow: string, draw: (agreement: Agreement, context: Context) => Card) =>
  (context: Context): Step => {
    const { directory, ticket, choice, now } = context
    if (ticket !== undefined && showable(context, ticket.customer))
      return { kind: 'show', card: draw(agreementOf(directory, ticket), context) }
    const customers = customersFor(context)
    const chosen = customers.length === 1 ? customers[0] : customers.find(({ id }) => id === choice)
    if (chosen === undefined && customers.length > 1) return choose(context, flow, customers)
    const found = chosen && agreementFor(directory, chosen.supplier, chosen.id, now)
    if (found?.ok) return { kind: 'show', card: draw(found.value, context) }
    return saysRefusal(context, found?.no ?? { code: 'no_agreement' })
  }
