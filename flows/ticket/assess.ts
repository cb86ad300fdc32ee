import { defineFlow, type Step } from '../../src/chat/flow.ts'
import type { Choice, Form } from '../../src/chat/form.ts'
import type { Level } from '../../src/domain/agreement/matrix.ts'
import type { Language } from '../../src/domain/people/sides.ts'
import { agreementOf } from '../../src/domain/ticket/clocks.ts'
import type { TicketWish } from '../../src/domain/ticket/command.ts'
import { texts } from '../../src/text/texts.ts'
import { checked, textMax } from '../shared/checked.ts'
import { onTicket, type TicketContext } from '../shared/on-ticket.ts'
import { order } from '../shared/order.ts'
import { isProposal, unlessRefused } from '../shared/preflight.ts'
import { ask, ticketForm } from '../shared/ticket-form.ts'
import { either } from '../shared/who.ts'

const choices = (levels: readonly Level[], language: Language): readonly Choice[] =>
  levels.map(({ id, name, meaning }) => ({ id, label: name[language], hint: meaning[language] }))

const form = (context: TicketContext): Form => {
  const { language, ticket, person } = context
  const t = texts(language)
  const { impacts, urgencies } = agreementOf(context.directory, ticket).matrix
  const { impact, urgency } = t.flows.assess
  return ticketForm(context, {
    flow: 'assess',
    title: t.buttons.assess,
    fields: [
      {
        kind: 'choice',
        name: 'impact',
        label: impact,
        choices: choices(impacts, language),
        initial: ticket.impact.value,
      },
      {
        kind: 'choice',
        name: 'urgency',
        label: urgency,
        choices: choices(urgencies, language),
        initial: ticket.urgency.value,
      },
      {
        kind: 'paragraph',
        name: 'reason',
        label: t.flows.form.reason,
        hint: t.flows.form.bothRead,
        max: textMax,
        // The customer states how it is for them; the supplier gives a reason for correcting it (RS.5c).
        ...(person.side === 'customer' ? { optional: true as const } : {}),
      },
    ],
  })
}

/** What was said goes to the record; of a lower priority the supplier hears that it is only proposed. */
const assessed = (context: TicketContext, wish: Extract<TicketWish, { do: 'ticket.assess' }>): Step => {
  const { assess: words, downgrade } = texts(context.language).flows
  return order(context, wish, isProposal(context, wish) ? downgrade.proposed : words.done)
}

/** One tap on a level. It needs no reason: whoever reads the level reads its agreed meaning, in their own language. */
const tapped = (context: TicketContext): Step | undefined => {
  const { ticket, choice = '' } = context
  const { impacts, urgencies } = agreementOf(context.directory, ticket).matrix
  const [axis, id] = choice.split(':', 2)
  const level = (axis === 'impact' ? impacts : axis === 'urgency' ? urgencies : []).find(
    (one) => one.id === id,
  )
  if (level === undefined) return undefined
  const stated = axis === 'impact' ? { impact: level.id } : { urgency: level.id }
  return assessed(context, { do: 'ticket.assess', ...stated, reason: '' })
}

/** Who is affected and how pressing it is: the two inputs of the priority, by either party (RS.5c). */
export const assess = defineFlow({
  name: 'assess',
  opensWith: {
    en: ['assess', 'impact', 'urgency', 'impact and urgency'],
    'zh-CN': ['评估', '影响', '紧急度', '评估影响和紧急度'],
  },
  about: 'ticket',
  may: either,
  help: (t) => t.flows.help.assess,
  begin: onTicket(
    (context) =>
      tapped(context) ??
      unlessRefused(context, { do: 'ticket.assess', reason: '…' }, () =>
        ask(form(context), { reason: context.words }),
      ),
  ),
  submit: onTicket((context, values) =>
    checked(form(context), values, context, () => {
      const { impact = '', urgency = '', reason = '' } = values
      return assessed(context, { do: 'ticket.assess', impact, urgency, reason })
    }),
  ),
})
