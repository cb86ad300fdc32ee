import { defineFlow, type Step } from '../../src/chat/flow.ts'
import type { Form } from '../../src/chat/form.ts'
import { consenters } from '../../src/domain/ticket/permission.ts'
import { partOf } from '../../src/domain/ticket/split.ts'
import { otherTroubles, suggest } from '../../src/domain/ticket/suggest/suggest.ts'
import { plain } from '../../src/domain/words/plain.ts'
import { texts } from '../../src/text/texts.ts'
import { checked, fits, textMax } from '../shared/checked.ts'
import { onTicket, type TicketContext } from '../shared/on-ticket.ts'
import { unlessRefused } from '../shared/preflight.ts'
import { ask, ticketForm } from '../shared/ticket-form.ts'
import { unlessMoved } from '../shared/unless-moved.ts'
import { either } from '../shared/who.ts'
import { matrixFor } from './report.ts'

const form = (context: TicketContext): Form => {
  const { buttons, flows } = texts(context.language)
  return ticketForm(context, {
    flow: 'split',
    title: buttons.split,
    intro: flows.split.intro(context.ticket.id),
    fields: [
      {
        kind: 'paragraph',
        name: 'text',
        label: flows.split.text,
        hint: flows.form.bothRead,
        max: textMax,
      },
    ],
  })
}

/** Whose report the other trouble is: the same person's, or, of one who left, of whoever speaks for the customer now. */
const reporterOf = ({ directory, ticket }: TicketContext): string =>
  consenters(directory, ticket)[0] ?? ticket.reporter

/** Where its receipt stands: in the conversation of the first report, beside its thread. */
const placeOf = ({ ticket: { message, place } }: TicketContext) => {
  const at = message ?? place
  if (at === undefined) return {}
  const { platform, team, conversation } = at
  return { place: { platform, team, conversation } }
}

const splitOff = (context: TicketContext, text: string): Step => {
  const { ticket, now, language } = context
  const { supplier, customer, source, reportedAt } = ticket
  const { split: words } = texts(language).flows
  if (plain(text).text.trim() === plain(ticket.text).text.trim())
    return { kind: 'amend', problems: [{ field: 'text', message: words.whole(ticket.id) }] }
  return {
    kind: 'order',
    orders: [
      {
        newFor: customer,
        wish: {
          do: 'ticket.report',
          ...{ supplier, customer, reporter: reporterOf(context), text, source, reportedAt },
          ...suggest(text, matrixFor(context, supplier, customer)),
          ...placeOf(context),
          splitFrom: partOf(ticket, now),
        },
      },
    ],
    saying: words.done(ticket.id),
  }
}

/** The words of the other trouble where the report reads as two, else all of them: one deletes what stays. */
const toSplit = (context: TicketContext): string => {
  const { text, supplier, customer, splitOff = [] } = context.ticket
  const others = splitOff.length > 0 ? [] : otherTroubles(text, matrixFor(context, supplier, customer))
  return (others.length > 0 ? others.join('\n') : text).slice(0, textMax)
}

/**
 * Another trouble of the same report becomes a ticket of its own, with its own priority and its clock from when it was
 * reported. What was said is shown, so that one deletes what does not belong to it.
 */
export const split = defineFlow({
  name: 'split',
  opensWith: { en: ['split', 'split off'], 'zh-CN': ['拆分', '拆单', '拆分工单'] },
  about: 'ticket',
  takes: 'text',
  may: either,
  help: (t) => t.flows.help.split,
  begin: onTicket((context) => {
    const { ticket, now, words, draft } = context
    // Its number is not known yet: any of that customer stands for it.
    const wish = { do: 'ticket.split', into: `${ticket.id}0`, part: partOf(ticket, now) } as const
    return unlessRefused(context, wish, () => {
      const known = { text: words.trim() === '' ? (draft ?? toSplit(context)) : words }
      return words.trim() !== '' && fits(form(context), known)
        ? splitOff(context, words)
        : ask(form(context), known)
    })
  }),
  submit: onTicket((context, values) =>
    checked(form(context), values, context, () =>
      unlessMoved(context, { once: 'ticket.split_off' }, () => splitOff(context, values.text ?? '')),
    ),
  ),
})
