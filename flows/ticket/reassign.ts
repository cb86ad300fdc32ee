import { defineFlow, type Step } from '../../src/chat/flow.ts'
import type { Choice, Form, Values } from '../../src/chat/form.ts'
import type { Person } from '../../src/domain/people/directory.ts'
import { onDuty } from '../../src/domain/people/roster.ts'
import { ofCustomer, ofSupplier } from '../../src/domain/ticket/permission.ts'
import { texts } from '../../src/text/texts.ts'
import { nameOf } from '../../src/view/reading.ts'
import { toldApart } from '../../src/view/told-apart.ts'
import { checked, fits, textMax } from '../shared/checked.ts'
import { onTicket, type TicketContext } from '../shared/on-ticket.ts'
import { order } from '../shared/order.ts'
import { personNamed } from '../shared/person-named.ts'
import { unlessRefused } from '../shared/preflight.ts'
import { ask, ticketForm } from '../shared/ticket-form.ts'
import { staff } from '../shared/who.ts'

/** The colleagues a ticket can go to: those on duty first, its owner left out. */
const colleagues = (context: TicketContext): readonly Choice[] => {
  const { directory, ticket, now, language } = context
  const t = texts(language)
  const duty = onDuty(directory, ticket.supplier, 1, now)
  const place = (id: string) => (duty.includes(id) ? duty.indexOf(id) : duty.length)
  const choices = Object.values(directory.people)
    .filter((person) => ofSupplier(ticket, person) && person.id !== ticket.assignee)
    .sort((one, other) => place(one.id) - place(other.id))
    .map(({ id }) => ({
      id,
      label: nameOf(directory, id, language),
      ...(duty[0] === id ? { hint: t.flows.reassign.onDuty } : {}),
    }))
  return toldApart(context, choices)
}

/** Everybody who may be meant by a name here. Whoever is no colleague is nobody to hand it to, but never taken for one either. */
const people = ({ directory, ticket }: TicketContext): readonly Person[] =>
  Object.values(directory.people).filter((person) => ofSupplier(ticket, person) || ofCustomer(ticket, person))

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

/** Whom it went to, told apart from whoever is called the same. */
const calledOf = (context: TicketContext, to: string): string =>
  colleagues(context).find(({ id }) => id === to)?.label ?? nameOf(context.directory, to, context.language)

const reassigned = (context: TicketContext, { to = '', reason = '' }: Values): Step =>
  order(
    context,
    { do: 'ticket.reassign', to, reason: { internal: reason } },
    texts(context.language).flows.reassign.done(context.ticket.id, calledOf(context, to)),
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
      const { id = '', rest: reason = context.words } = personNamed(context.words, people(context)) ?? {}
      const to = colleagues(context).some((choice) => choice.id === id) ? id : ''
      const known = { to, reason }
      return fits(form(context), known) ? reassigned(context, known) : ask(form(context), known)
    }),
  ),
  submit: onTicket((context, values) =>
    checked(form(context), values, context, () => reassigned(context, values)),
  ),
})
