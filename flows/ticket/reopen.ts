import { card } from '../../src/chat/card.ts'
import { defineFlow, type Step } from '../../src/chat/flow.ts'
import type { TicketRefusal } from '../../src/domain/ticket/refusal.ts'
import { refuse } from '../../src/text/refuse.ts'
import { texts } from '../../src/text/texts.ts'
import { speak } from '../../src/view/reading.ts'
import { onTicket, type TicketContext } from '../shared/on-ticket.ts'
import { refusalOf } from '../shared/preflight.ts'
import { reasoned } from '../shared/reasoned.ts'
import { either } from '../shared/who.ts'

const act = reasoned({
  flow: 'reopen',
  title: (t) => t.buttons.reopen,
  label: (t) => t.flows.reopen.reason,
  hint: (t) => t.flows.form.bothRead,
  wish: (reason) => ({ do: 'ticket.reopen', reason }),
  done: (t, { ticket }) => t.flows.reopen.done(ticket.id),
  staleAfter: ['ticket.reopened'],
})

/** Too late to reopen: the way on is a new ticket that continues this one. */
const offerNew = (context: TicketContext, refusal: TicketRefusal): Step => {
  const { language, ticket } = context
  const { flows } = texts(language)
  const saying = refuse(refusal, language, speak(context, ticket))
  return {
    kind: 'show',
    card: card({
      summary: saying,
      blocks: [
        { type: 'text', text: saying },
        { type: 'note', text: flows.report.offer },
      ],
      buttons: [
        {
          label: flows.report.button,
          style: 'primary',
          press: { flow: 'report', item: ticket.id, choice: 'follow' },
        },
      ],
    }),
  }
}

/** Open a closed ticket again within the agreed window; later, offer a new one linked to it. */
export const reopen = defineFlow({
  name: 'reopen',
  opensWith: { en: ['reopen', 're-open', 'open again'], 'zh-CN': ['重新打开', '重开'] },
  about: 'ticket',
  takes: 'text',
  may: either,
  help: (t) => t.flows.help.reopen,
  begin: onTicket((context) => {
    const refusal = refusalOf(context, { do: 'ticket.reopen', reason: '…' })
    return refusal?.code === 'reopen_window_passed' && context.person.side === 'customer'
      ? offerNew(context, refusal)
      : act.begin(context)
  }),
  submit: act.submit,
})
