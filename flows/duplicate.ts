import { defineFlow, type Step } from '../src/chat/flow.ts'
import type { Form, Values } from '../src/chat/form.ts'
import { ticketNumber } from '../src/chat/ticket-number.ts'
import { texts } from '../src/text/texts.ts'
import { fold } from '../src/ticket/suggest/fold.ts'
import { checked, fits, textMax } from './shared/checked.ts'
import { onTicket, type TicketContext } from './shared/on-ticket.ts'
import { unlessRefused } from './shared/preflight.ts'
import { ask, ticketForm } from './shared/ticket-form.ts'
import { either } from './shared/who.ts'

const form = (context: TicketContext): Form => {
  const t = texts(context.language)
  return ticketForm(context, {
    flow: 'duplicate',
    title: t.buttons.duplicate,
    fields: [
      {
        kind: 'line',
        name: 'master',
        label: t.flows.duplicate.master,
        hint: t.flows.duplicate.numberHint,
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

/** `of HX-3: the same switch`: the earlier ticket and the reason, as far as they were typed. */
const typed = (words: string): Values => {
  const said = words.replace(/^(?:of |与|和)/i, '')
  const master = ticketNumber(fold(said.slice(0, 40)))
  return master === undefined
    ? { reason: said }
    : { master: master.number, reason: said.slice(master.length).replace(/^[\s:：,，]{1,3}/, '') }
}

const merged = ({ ticket, language }: TicketContext, { master = '', reason = '' }: Values): Step => {
  const { duplicate: words } = texts(language).flows
  const number = ticketNumber(fold(master))?.number
  if (number === undefined)
    return { kind: 'amend', problems: [{ field: 'master', message: words.notANumber }] }
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
}

/** The same trouble as another ticket (RS.5a): merged into it, and its reporter is told with that one's. */
export const duplicate = defineFlow({
  name: 'duplicate',
  opensWith: { en: ['duplicate', 'same as'], 'zh-CN': ['重复', '重复申报', '合并'] },
  about: 'ticket',
  takes: 'text',
  may: either,
  help: (t) => t.flows.help.duplicate,
  begin: onTicket((context) =>
    unlessRefused(context, { do: 'ticket.mark_duplicate', master: '', reason: '…' }, () => {
      const known = typed(context.words)
      return fits(form(context), known) ? merged(context, known) : ask(form(context), known)
    }),
  ),
  submit: onTicket((context, values) =>
    checked(form(context), values, context, () => merged(context, values)),
  ),
})
