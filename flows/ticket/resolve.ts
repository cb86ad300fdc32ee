import { defineFlow, type Step } from '../../src/chat/flow.ts'
import type { Form, Values } from '../../src/chat/form.ts'
import { agreementOf, dueAt } from '../../src/domain/ticket/clocks.ts'
import { texts } from '../../src/text/texts.ts'
import { checked, fits, textMax } from '../shared/checked.ts'
import { onTicket, type TicketContext } from '../shared/on-ticket.ts'
import { order } from '../shared/order.ts'
import { unlessRefused } from '../shared/preflight.ts'
import { ask, ticketForm } from '../shared/ticket-form.ts'
import { unlessMoved } from '../shared/unless-moved.ts'
import { staff } from '../shared/who.ts'

/** A target was missed, recorded or not yet: resolving needs the cause, unless it was given before. */
const owesCause = ({ ticket, directory, now }: TicketContext): boolean =>
  ticket.breachReason === undefined &&
  (['response', 'resolution'] as const).some((target) => {
    const { breachedAt, metAt } = ticket.promised[target]
    const due = metAt === undefined ? dueAt(ticket, target, agreementOf(directory, ticket)) : undefined
    return breachedAt !== undefined || (due !== undefined && due <= now)
  })

const form = (context: TicketContext): Form => {
  const t = texts(context.language)
  const { resolve: words } = t.flows
  return ticketForm(context, {
    flow: 'resolve',
    title: t.buttons.resolve,
    intro: words.intro,
    fields: [
      { kind: 'paragraph', name: 'description', label: words.description, max: textMax },
      {
        kind: 'choice',
        name: 'workaround',
        label: words.workaround,
        choices: [
          { id: 'no', label: words.solution },
          { id: 'yes', label: words.temporary },
        ],
        initial: 'no',
      },
      ...(owesCause(context)
        ? [
            {
              kind: 'paragraph' as const,
              name: 'breachReason',
              label: words.breachReason,
              hint: words.missed,
              max: textMax,
            },
          ]
        : []),
    ],
  })
}

const resolved = (context: TicketContext, values: Values): Step => {
  const { description = '', workaround, breachReason } = values
  return order(
    context,
    {
      do: 'ticket.resolve',
      description,
      workaround: workaround === 'yes',
      ...(breachReason === undefined ? {} : { breachReason }),
    },
    texts(context.language).flows.resolve.done,
  )
}

/** Propose the solution, with what was done (RS.8). It ends nothing: the customer says whether it is solved. */
export const resolve = defineFlow({
  name: 'resolve',
  opensWith: { en: ['resolve', 'propose solution'], 'zh-CN': ['解决', '提交解决', '提交解决方案'] },
  about: 'ticket',
  takes: 'text',
  may: staff,
  help: (t) => t.flows.help.resolve,
  begin: onTicket((context) =>
    unlessRefused(context, { do: 'ticket.resolve', description: '…', workaround: false }, () => {
      const { draft } = context
      if (draft !== undefined) return ask(form(context), { description: draft })
      const known = { description: context.words, workaround: 'no' }
      return fits(form(context), known) ? resolved(context, known) : ask(form(context), known)
    }),
  ),
  submit: onTicket((context, values) => {
    // The target may have run out while the form was open: then it opens again, with what was typed and the new question.
    if (owesCause(context) && values.breachReason === undefined) return ask(form(context), values)
    return checked(form(context), values, context, () =>
      unlessMoved(context, { staleAfter: ['ticket.resolved'] }, () => resolved(context, values)),
    )
  }),
})
