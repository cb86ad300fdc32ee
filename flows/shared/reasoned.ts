import type { Flow } from '../../src/chat/flow.ts'
import type { Form } from '../../src/chat/form.ts'
import type { TicketWish } from '../../src/domain/ticket/command.ts'
import type { TicketEventType } from '../../src/domain/ticket/event.ts'
import { type Texts, texts } from '../../src/text/texts.ts'
import { checked, fits, textMax } from './checked.ts'
import { onTicket, type TicketContext } from './on-ticket.ts'
import { order } from './order.ts'
import { unlessRefused } from './preflight.ts'
import { ask, ticketForm } from './ticket-form.ts'
import { unlessMoved } from './unless-moved.ts'

/** An act that needs one text and nothing else: a reason, a note, an answer. */
export type Reasoned = {
  readonly flow: string
  readonly title: (t: Texts) => string
  readonly label: (t: Texts, context: TicketContext) => string
  readonly hint?: (t: Texts) => string
  readonly intro?: (t: Texts, context: TicketContext) => string
  readonly wish: (text: string, context: TicketContext) => TicketWish
  readonly done: (t: Texts, context: TicketContext) => string
  /** Events since the form was opened that make the act stale, whoever caused them. */
  readonly staleAfter?: readonly TicketEventType[]
  /** The event the act itself causes: by the same person since the form was opened, it is a second press. */
  readonly once?: TicketEventType
}

/** Begins with the words already typed, or asks for them; the act is ordered once the text stands. */
export const reasoned = (act: Reasoned): Pick<Flow, 'begin'> & Required<Pick<Flow, 'submit'>> => {
  const form = (context: TicketContext): Form => {
    const t = texts(context.language)
    return ticketForm(context, {
      flow: act.flow,
      title: act.title(t),
      ...(act.intro === undefined ? {} : { intro: act.intro(t, context) }),
      fields: [
        {
          kind: 'paragraph',
          name: 'text',
          label: act.label(t, context),
          max: textMax,
          ...(act.hint === undefined ? {} : { hint: act.hint(t) }),
        },
      ],
    })
  }
  const doIt = (context: TicketContext, text: string) =>
    order(context, act.wish(text, context), act.done(texts(context.language), context))
  return {
    begin: onTicket((context) =>
      unlessRefused(context, act.wish('…', context), () => {
        const { draft } = context
        if (draft !== undefined) return ask(form(context), { text: draft })
        const known = { text: context.words }
        return fits(form(context), known) ? doIt(context, context.words) : ask(form(context), known)
      }),
    ),
    submit: onTicket((context, values) =>
      checked(form(context), values, context, () =>
        unlessMoved(context, act, () => doIt(context, values.text ?? '')),
      ),
    ),
  }
}
