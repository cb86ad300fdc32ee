import type { Step } from '../../src/chat/flow.ts'
import type { TicketContext } from './on-ticket.ts'
import { ticketForm } from './ticket-form.ts'

type Act = {
  readonly flow: string
  /** The act, as its button calls it: it names the form and what sends it. */
  readonly act: string
  /** What will happen, and that it cannot be taken back. */
  readonly saying: string
}

/**
 * Asks once more before an act that nobody can take back: a form that asks nothing and says what will happen. Whoever leaves
 * it has done nothing; sent, it comes back with the choice of the press that opened it.
 */
export const sure = (context: TicketContext, { flow, act, saying }: Act): Step => ({
  kind: 'ask',
  form: ticketForm(context, { flow, title: act, intro: saying, fields: [], submit: act }),
})

/** Whether what came back is such a form: it held no fields. */
export const isSure = (values: { readonly [field: string]: string }): boolean =>
  Object.keys(values).length === 0
