import { defineFlow, type Step } from '../../src/chat/flow.ts'
import type { Form, Values } from '../../src/chat/form.ts'
import { ticketNumber } from '../../src/chat/ticket-number.ts'
import type { TicketRefusal } from '../../src/domain/ticket/refusal.ts'
import { plain } from '../../src/domain/words/plain.ts'
import { refuse } from '../../src/text/refuse.ts'
import { texts } from '../../src/text/texts.ts'
import { speak } from '../../src/view/reading.ts'
import { checked, fits, textMax } from '../shared/checked.ts'
import { lastMaster } from '../shared/last-master.ts'
import { onTicket, type TicketContext } from '../shared/on-ticket.ts'
import { order } from '../shared/order.ts'
import { isProposal, unlessRefused } from '../shared/preflight.ts'
import { ask, ticketForm } from '../shared/ticket-form.ts'
import { either } from '../shared/who.ts'

/** The letters this customer's numbers begin with. */
const keyOf = ({ directory, ticket }: TicketContext): string =>
  directory.customers[ticket.customer]?.key ?? ticket.customer

const form = (context: TicketContext): Form => {
  const t = texts(context.language)
  return ticketForm(context, {
    flow: 'mark_duplicate',
    title: t.buttons.mark_duplicate,
    fields: [
      {
        kind: 'line',
        name: 'master',
        label: t.flows.markDuplicate.master,
        hint: t.flows.markDuplicate.numberHint(keyOf(context)),
        max: 20,
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

/** `of HX-3: the same switch`: the earlier ticket of this customer and the reason, as far as they were typed. */
const typed = (context: TicketContext): Values => {
  const { text, from } = plain(context.words)
  const lead = /^(?:of |与 ?|和 ?)?/.exec(text)?.[0].length ?? 0
  const master = ticketNumber(text.slice(lead), [keyOf(context)])
  if (master === undefined) return { reason: from(lead).trim() }
  const end = lead + master.length
  const pause = /^[\s:,]{0,3}/.exec(text.slice(end))?.[0].length ?? 0
  return { master: master.number, reason: from(end + pause).trim() }
}

/** Merges it into this ticket, or into the one that this was merged into itself; the supplier's people propose it. */
const into = (
  context: TicketContext,
  master: string,
  reason: string,
  amend: (problem: TicketRefusal) => Step,
): Step =>
  lastMaster(context, master, amend, (last) => {
    const { ticket, language } = context
    const { flows } = texts(language)
    const wish = { do: 'ticket.mark_duplicate', master: last, reason } as const
    const said = isProposal(context, wish) ? flows.merge.proposed : flows.markDuplicate.done
    return order(context, wish, said(ticket.id, last))
  })

const merged = (context: TicketContext, { master = '', reason = '' }: Values): Step => {
  const { ticket, language } = context
  const amend = (message: string): Step => ({ kind: 'amend', problems: [{ field: 'master', message }] })
  const number = ticketNumber(plain(master).text)?.number
  return number === undefined
    ? amend(texts(language).flows.markDuplicate.notANumber(keyOf(context)))
    : into(context, number, reason, (problem) => amend(refuse(problem, language, speak(context, ticket))))
}

/** The same trouble as another ticket (RS.5a): merged into it, and its reporter is told with that one's. */
export const markDuplicate = defineFlow({
  name: 'mark_duplicate',
  opensWith: { en: ['duplicate', 'same as'], 'zh-CN': ['重复', '重复申报', '合并'] },
  about: 'ticket',
  takes: 'text',
  may: either,
  help: (t) => t.flows.help.mark_duplicate,
  begin: onTicket((context) =>
    unlessRefused(context, { do: 'ticket.mark_duplicate', master: '', reason: '…' }, () => {
      const { splitFrom } = context.ticket
      // One trouble after all: the ticket it was split off from is known.
      if (context.choice === 'origin' && splitFrom !== undefined)
        return ask(form(context), {
          master: splitFrom,
          reason: texts(context.language).flows.split.rejoined(splitFrom),
        })
      const known = typed(context)
      return fits(form(context), known) ? merged(context, known) : ask(form(context), known)
    }),
  ),
  submit: onTicket((context, values) =>
    checked(form(context), values, context, () => merged(context, values)),
  ),
})
