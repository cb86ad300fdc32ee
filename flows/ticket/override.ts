import { defineFlow, type Step } from '../../src/chat/flow.ts'
import type { Form, Values } from '../../src/chat/form.ts'
import { type Priority, priorities } from '../../src/domain/agreement/matrix.ts'
import { priorityFor } from '../../src/domain/agreement/priority.ts'
import { agreementOf } from '../../src/domain/ticket/clocks.ts'
import { plain } from '../../src/domain/words/plain.ts'
import { texts } from '../../src/text/texts.ts'
import { checked, fits, textMax } from '../shared/checked.ts'
import { onTicket, type TicketContext } from '../shared/on-ticket.ts'
import { order } from '../shared/order.ts'
import { isProposal, unlessRefused } from '../shared/preflight.ts'
import { ask, ticketForm } from '../shared/ticket-form.ts'
import { staff } from '../shared/who.ts'

const form = (context: TicketContext): Form => {
  const { ticket, directory } = context
  const t = texts(context.language)
  const byMatrix = priorityFor(agreementOf(directory, ticket), {
    impact: ticket.impact.value,
    urgency: ticket.urgency.value,
    category: ticket.category.value,
    work: ticket.work,
  })
  return ticketForm(context, {
    flow: 'override',
    title: t.buttons.override,
    ...(byMatrix === undefined ? {} : { intro: t.flows.override.byMatrix(t.ticket.priorities[byMatrix]) }),
    fields: [
      {
        kind: 'choice',
        name: 'priority',
        label: t.flows.override.priority,
        choices: priorities.map((id) => ({ id, label: t.ticket.priorities[id] })),
        initial: ticket.priority,
      },
      {
        kind: 'paragraph',
        name: 'reason',
        label: t.flows.form.reason,
        hint: t.flows.form.bothRead,
        max: textMax,
      },
    ],
  })
}

const isPriority = (word: string): word is Priority => priorities.some((priority) => priority === word)

/** What was typed after the opening words: `P1 the minister is visiting`. */
const typed = (words: string): { readonly priority?: Priority; readonly reason: string } => {
  const { text, from } = plain(words)
  const priority = text.slice(0, 2).toUpperCase()
  // `p2p` is no priority.
  if (!isPriority(priority) || /^[a-z0-9_-]/.test(text.slice(2))) return { reason: words }
  const pause = /^[\s:,]{0,3}/.exec(text.slice(2))?.[0].length ?? 0
  return { priority, reason: from(2 + pause).trim() }
}

const overridden = (context: TicketContext, { priority = '', reason = '' }: Values): Step => {
  const { flows, ticket } = texts(context.language)
  if (!isPriority(priority))
    return { kind: 'amend', problems: [{ field: 'priority', message: flows.form.notOffered }] }
  const wish = { do: 'ticket.override', priority, reason } as const
  const done = isProposal(context, wish)
    ? flows.downgrade.proposed
    : flows.override.done(ticket.priorities[priority])
  return order(context, wish, done)
}

/** Set the priority beside the matrix, with a reason both parties read (RS.5c). */
export const override = defineFlow({
  name: 'override',
  opensWith: {
    en: ['override', 'priority', 'set priority'],
    'zh-CN': ['优先级', '改优先级', '调整优先级'],
  },
  about: 'ticket',
  takes: 'text',
  may: staff,
  help: (t) => t.flows.help.override,
  begin: onTicket((context) => {
    const known = typed(context.words)
    const other = priorities.find((one) => one !== context.ticket.priority) ?? context.ticket.priority
    const wish = { do: 'ticket.override', priority: known.priority ?? other, reason: '…' } as const
    return unlessRefused(context, wish, () =>
      fits(form(context), known) ? overridden(context, known) : ask(form(context), known),
    )
  }),
  submit: onTicket((context, values) =>
    checked(form(context), values, context, () => overridden(context, values)),
  ),
})
