import { defineFlow, type Step } from '../../src/chat/flow.ts'
import type { Choice, Form, Values } from '../../src/chat/form.ts'
import { onDuty } from '../../src/domain/people/roster.ts'
import { ofSupplier } from '../../src/domain/ticket/permission.ts'
import { texts } from '../../src/text/texts.ts'
import { nameOf } from '../../src/view/reading.ts'
import { checked, fits, textMax } from '../shared/checked.ts'
import { onTicket, type TicketContext } from '../shared/on-ticket.ts'
import { order } from '../shared/order.ts'
import { personNamed } from '../shared/person-named.ts'
import { unlessRefused } from '../shared/preflight.ts'
import { ask, ticketForm } from '../shared/ticket-form.ts'
import { staff } from '../shared/who.ts'

/** The colleagues a ticket can go to: those on duty first, its owner left out. */
const colleagues = ({ directory, ticket, now, language }: TicketContext): readonly Choice[] => {
  const t = texts(language)
  const duty = onDuty(directory, ticket.supplier, 1, now)
  const place = (id: string) => (duty.includes(id) ? duty.indexOf(id) : duty.length)
  return Object.values(directory.people)
    .filter((person) => ofSupplier(ticket, person) && person.id !== ticket.assignee)
    .sort((one, other) => place(one.id) - place(other.id))
    .map(({ id, name }) => ({
      id,
      label: name,
      ...(duty[0] === id ? { hint: t.flows.reassign.onDuty } : {}),
    }))
}

const form = (context: TicketContext): Form => {
  const t = texts(context.language)
  return ticketForm(context, {
    flow: 'reassign',
    title: t.buttons.reassign,
    fields: [
      { kind: 'person', name: 'to', label: t.flows.reassign.to, people: colleagues(context) },
      {
        kind: 'paragraph',
        name: 'reason',
        label: t.flows.form.reason,
        hint: t.flows.form.supplierReads,
        max: textMax,
      },
    ],
  })
}

const reassigned = (context: TicketContext, { to = '', reason = '' }: Values): Step =>
  order(
    context,
    { do: 'ticket.reassign', to, reason: { internal: reason } },
    texts(context.language).flows.reassign.done(context.ticket.id, nameOf(context.directory, to)),
  )

/** Hand the work to a colleague, with a reason that stays inside (RS.5d). */
export const reassign = defineFlow({
  name: 'reassign',
  opensWith: { en: ['reassign', 'hand over', 'transfer'], 'zh-CN': ['转派', '改派', '转单'] },
  about: 'ticket',
  takes: 'text',
  may: staff,
  help: (t) => t.flows.help.reassign,
  begin: onTicket((context) =>
    unlessRefused(context, { do: 'ticket.reassign', to: '', reason: { internal: '…' } }, () => {
      const { id: to = '', rest: reason = context.words } =
        personNamed(context.words, colleagues(context)) ?? {}
      const known = { to, reason }
      return fits(form(context), known) ? reassigned(context, known) : ask(form(context), known)
    }),
  ),
  submit: onTicket((context, values) =>
    checked(form(context), values, context, () => reassigned(context, values)),
  ),
})
