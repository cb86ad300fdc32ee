import type { Step } from '../../src/chat/flow.ts'
import type { Field, Form, Values } from '../../src/chat/form.ts'
import { texts } from '../../src/text/texts.ts'
import type { TicketContext } from './on-ticket.ts'

/** A form about a ticket: it comes back with the ticket, the seq it was opened on and what its button had chosen. */
export const ticketForm = (
  {
    ticket,
    seq,
    choice,
    language,
  }: Pick<TicketContext, 'seq' | 'choice' | 'language'> & {
    readonly ticket: { readonly id: string }
  },
  form: Pick<Form, 'flow' | 'title' | 'fields'> & Partial<Pick<Form, 'intro' | 'submit'>>,
): Form => ({
  submit: texts(language).flows.form.send,
  ...form,
  item: ticket.id,
  seen: seq,
  ...(choice === undefined ? {} : { choice }),
  title: texts(language).common.row([ticket.id, form.title]),
})

/** Opens a form, with what is already known filled in. */
export const ask = (form: Form, known: Values = {}): Step => ({
  kind: 'ask',
  form: { ...form, fields: form.fields.map((field) => filled(field, known[field.name])) },
})

const filled = (field: Field, value: string | undefined): Field =>
  value === undefined || value === '' ? field : { ...field, initial: value }
