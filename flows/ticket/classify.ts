import { defineFlow } from '../../src/chat/flow.ts'
import type { Form } from '../../src/chat/form.ts'
import { categories } from '../../src/domain/ticket/suggest/categories.ts'
import { plain } from '../../src/domain/words/plain.ts'
import { texts } from '../../src/text/texts.ts'
import { checked } from '../shared/checked.ts'
import { onTicket, type TicketContext } from '../shared/on-ticket.ts'
import { order } from '../shared/order.ts'
import { unlessRefused } from '../shared/preflight.ts'
import { ask, ticketForm } from '../shared/ticket-form.ts'
import { staff } from '../shared/who.ts'

const form = (context: TicketContext): Form => {
  const t = texts(context.language)
  return ticketForm(context, {
    flow: 'classify',
    title: t.buttons.classify,
    fields: [
      {
        kind: 'choice',
        name: 'category',
        label: t.flows.classify.category,
        choices: categories.map((id) => ({ id, label: t.ticket.category(id) })),
        initial: context.ticket.category.value,
      },
    ],
  })
}

/** The category a button chose or the words name, by its code or its name in the person's language. */
const named = ({ choice = '', words, language }: TicketContext): string | undefined => {
  const said = choice.startsWith('category:') ? choice.slice('category:'.length) : plain(words).text
  const { ticket } = texts(language)
  return categories.find((id) => id === said || plain(ticket.category(id)).text === said)
}

const classified = (context: TicketContext, category: string) => {
  const t = texts(context.language)
  return order(
    context,
    { do: 'ticket.classify', category },
    t.flows.classify.done(context.ticket.id, t.ticket.category(category)),
  )
}

/** Set or confirm the category: a human's word in place of the suggestion (RS.5b). */
export const classify = defineFlow({
  name: 'classify',
  opensWith: { en: ['classify', 'category', 'set category'], 'zh-CN': ['分类', '归类', '调整分类'] },
  about: 'ticket',
  takes: 'text',
  may: staff,
  help: (t) => t.flows.help.classify,
  begin: onTicket((context) => {
    const category = named(context)
    if (category !== undefined) return classified(context, category)
    return unlessRefused(context, { do: 'ticket.classify', category: 'other' }, () => ask(form(context)))
  }),
  submit: onTicket((context, values) =>
    checked(form(context), values, context, () => classified(context, values.category ?? '')),
  ),
})
