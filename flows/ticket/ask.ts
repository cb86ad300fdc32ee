import { defineFlow, type Step } from '../../src/chat/flow.ts'
import type { Form, Values } from '../../src/chat/form.ts'
import type { AskKind } from '../../src/domain/ticket/event.ts'
import { isContact, ofCustomer } from '../../src/domain/ticket/permission.ts'
import { texts } from '../../src/text/texts.ts'
import { nameOf } from '../../src/view/reading.ts'
import { toldApart } from '../../src/view/told-apart.ts'
import { checked, fits, textMax } from '../shared/checked.ts'
import { onTicket, type TicketContext } from '../shared/on-ticket.ts'
import { order } from '../shared/order.ts'
import { unlessRefused } from '../shared/preflight.ts'
import { ask as open, ticketForm } from '../shared/ticket-form.ts'
import { staff } from '../shared/who.ts'

const kinds: readonly AskKind[] = ['information', 'approval', 'access']
const kindOf = (word: string | undefined): AskKind => kinds.find((kind) => kind === word) ?? 'information'

const form = (context: TicketContext): Form => {
  const { directory, ticket, choice } = context
  const t = texts(context.language)
  const people = Object.values(directory.people).filter((person) => ofCustomer(ticket, person))
  const contacts = people.filter((person) => isContact(directory, ticket, person))
  // Nobody is chosen beforehand who could not give whatever is asked for: what is needed is chosen in the same form.
  const initial =
    kindOf(choice) === 'approval' ? contacts[0] : contacts.find(({ id }) => id === ticket.reporter)
  return ticketForm(context, {
    flow: 'ask',
    title: t.buttons.ask,
    intro: t.flows.ask.intro,
    fields: [
      {
        kind: 'choice',
        name: 'kind',
        label: t.flows.ask.kind,
        choices: kinds.map((id) => ({ id, label: t.flows.ask.kinds[id] })),
        initial: kindOf(choice),
      },
      { kind: 'paragraph', name: 'text', label: t.flows.ask.text, max: textMax },
      {
        kind: 'person',
        name: 'of',
        label: t.flows.ask.of,
        people: toldApart(
          context,
          people.map((person) => ({
            id: person.id,
            label: nameOf(directory, person.id, context.language),
            ...(isContact(directory, ticket, person) ? { hint: t.flows.ask.approves } : {}),
          })),
        ),
        ...(initial === undefined ? {} : { initial: initial.id }),
      },
    ],
  })
}

const asked = (context: TicketContext, values: Values): Step => {
  const { flows } = texts(context.language)
  const { text = '', of = '' } = values
  const kind = kindOf(values.kind)
  const person = context.directory.people[of]
  if (kind === 'approval' && (person === undefined || !isContact(context.directory, context.ticket, person)))
    return { kind: 'amend', problems: [{ field: 'of', message: flows.ask.contactOnly }] }
  return order(context, { do: 'ticket.ask', ask: kind, text, of }, flows.ask.done)
}

/** Ask the customer for information, an approval or access (M2.C1): the clock pauses once it was delivered. */
export const ask = defineFlow({
  name: 'ask',
  opensWith: {
    en: ['ask', 'ask the customer', 'ask customer', 'request information'],
    'zh-CN': ['询问', '询问客户', '请客户配合', '询问需方', '请需方配合', '请求配合'],
  },
  about: 'ticket',
  takes: 'text',
  may: staff,
  help: (t) => t.flows.help.ask,
  begin: onTicket((context) =>
    unlessRefused(
      context,
      { do: 'ticket.ask', ask: 'information', text: '…', of: context.ticket.reporter },
      () => {
        const { draft } = context
        if (draft !== undefined) return open(form(context), { text: draft })
        const known = { kind: kindOf(context.choice), text: context.words, of: context.ticket.reporter }
        return fits(form(context), known)
          ? asked(context, known)
          : open(form(context), { text: context.words })
      },
    ),
  ),
  submit: onTicket((context, values) =>
    checked(form(context), values, context, () => asked(context, values)),
  ),
})
