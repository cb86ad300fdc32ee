import { defineFlow, type Step } from '../../src/chat/flow.ts'
import type { Form, Values } from '../../src/chat/form.ts'
import { ticketNumber } from '../../src/chat/ticket-number.ts'
import { isEventOf } from '../../src/domain/item/kinds.ts'
import type { Recorded } from '../../src/domain/item/reading.ts'
import { isOpen } from '../../src/domain/ticket/clocks.ts'
import { evolve } from '../../src/domain/ticket/evolve.ts'
import type { TicketRefusal } from '../../src/domain/ticket/refusal.ts'
import type { Ticket } from '../../src/domain/ticket/ticket.ts'
import { plain } from '../../src/domain/words/plain.ts'
import { refuse } from '../../src/text/refuse.ts'
import { texts } from '../../src/text/texts.ts'
import { speak } from '../../src/view/reading.ts'
import { checked, fits, textMax } from '../shared/checked.ts'
import { onTicket, type TicketContext } from '../shared/on-ticket.ts'
import { unlessRefused } from '../shared/preflight.ts'
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

/** Why a ticket cannot be the one this is merged into; a ticket the person cannot see is none. */
const problemWith = (
  number: string,
  log: readonly Recorded[],
  { ticket }: TicketContext,
): TicketRefusal | undefined => {
  if (number === ticket.id) return { code: 'duplicate_of_itself' }
  const events = log.flatMap(({ event }) => (isEventOf('ticket', event) ? [event] : []))
  const master = events.reduce<Ticket | undefined>(evolve, undefined)
  if (master === undefined || master.customer !== ticket.customer) return { code: 'not_found' }
  return isOpen(master) ? undefined : { code: 'master_not_open', master: number }
}

const merged = (context: TicketContext, { master = '', reason = '' }: Values): Step => {
  const { ticket, language } = context
  const { markDuplicate: words } = texts(language).flows
  const amend = (message: string): Step => ({ kind: 'amend', problems: [{ field: 'master', message }] })
  const number = ticketNumber(plain(master).text)?.number
  if (number === undefined) return amend(words.notANumber(keyOf(context)))
  return {
    kind: 'history',
    item: number,
    yields: (log) => {
      const problem = problemWith(number, log, context)
      if (problem !== undefined) return amend(refuse(problem, language, speak(context, ticket)))
      return {
        kind: 'order',
        orders: [
          { item: ticket.id, wish: { do: 'ticket.mark_duplicate', master: number, reason } },
          {
            item: number,
            wish: { do: 'ticket.link_duplicate', duplicate: ticket.id, reporter: ticket.reporter },
          },
        ],
        saying: words.done(ticket.id, number),
      }
    },
  }
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
      const known = typed(context)
      return fits(form(context), known) ? merged(context, known) : ask(form(context), known)
    }),
  ),
  submit: onTicket((context, values) =>
    checked(form(context), values, context, () => merged(context, values)),
  ),
})
