import { defineFlow, type Step } from '../../src/chat/flow.ts'
import type { Field, Form, Values } from '../../src/chat/form.ts'
import { isContact } from '../../src/domain/ticket/permission.ts'
import { saysNothing } from '../../src/domain/words/blank.ts'
import { texts } from '../../src/text/texts.ts'
import { nameOf, speak } from '../../src/view/reading.ts'
import { requestCard } from '../../src/view/request-card.ts'
import { checked, fits, textMax } from '../shared/checked.ts'
import { onTicket, type TicketContext } from '../shared/on-ticket.ts'
import { order } from '../shared/order.ts'
import { unlessRefused } from '../shared/preflight.ts'
import { isSure, sure } from '../shared/sure.ts'
import { ask, ticketForm } from '../shared/ticket-form.ts'
import { unlessMoved } from '../shared/unless-moved.ts'
import { client } from '../shared/who.ts'

type Verdict = 'approved' | 'refused'

const verdictOf = (word: string | undefined): Verdict | undefined =>
  word === 'approved' || word === 'refused' ? word : undefined

/** A contact who is asked for an approval decides; anybody else's answer is words. */
const decides = ({ ticket, person, directory }: TicketContext): boolean =>
  ticket.ask?.kind === 'approval' && isContact(directory, ticket, person)

const form = (context: TicketContext): Form => {
  const { ticket, directory, choice } = context
  const t = texts(context.language)
  const { answer: words } = t.flows
  const asker = ticket.ask === undefined ? undefined : nameOf(directory, ticket.ask.askedBy, context.language)
  const initial = verdictOf(choice)
  const verdict: Field = {
    kind: 'choice',
    name: 'verdict',
    label: words.verdict,
    choices: [
      { id: 'approved', label: words.approved },
      { id: 'refused', label: words.refused },
    ],
    ...(initial === undefined ? {} : { initial }),
  }
  const text: Field = { kind: 'paragraph', name: 'text', label: words.text, max: textMax }
  return ticketForm(context, {
    flow: 'answer',
    title: t.buttons.answer,
    ...(ticket.ask === undefined ? {} : { intro: words.asked(asker ?? '', ticket.ask.text) }),
    fields: decides(context) ? [verdict, text] : [text],
  })
}

const answered = (context: TicketContext, text: string, verdict?: Verdict): Step => {
  const wish = { do: 'ticket.answer', text, ...(verdict === undefined ? {} : { verdict }) } as const
  const done = order(context, wish, texts(context.language).flows.answer.done)
  // Words approve nothing: they go to the supplier, and the verdict is still missing.
  const awaits = verdict === undefined && context.ticket.ask?.kind === 'approval'
  const shows = awaits ? requestCard(context) : undefined
  return shows === undefined ? done : { kind: 'order', orders: [{ item: context.item.id, wish }], shows }
}

/** Asked for again the form approves nothing: that it is about to is in its field, and no more in its choice. */
const open = (context: TicketContext, known: Values): Step => {
  const { choice, ...others } = context
  return ask(form(choice === 'approved' ? others : context), known)
}

const approves = (context: TicketContext): Step => {
  const { ticket, language } = context
  const { buttons, flows } = texts(language)
  const { ask: asked } = ticket
  const asker = asked === undefined ? '' : speak(context).name(asked.askedBy)
  const saying = flows.answer.sure(asker, asked?.text ?? '')
  return sure(context, { flow: 'answer', act: buttons.answer_approved, saying })
}

const begin = (context: TicketContext): Step => {
  const { words, choice } = context
  // An approval needs no words, and is asked once more, for it may cost money at once; a refusal, or an answer in words, is written.
  if (choice === 'approved' && words === '') return approves(context)
  const { draft = '' } = context
  if (draft !== '' && choice !== 'approved') return open(context, { text: draft, verdict: choice ?? '' })
  const known = { text: words, ...(choice === undefined ? {} : { verdict: choice }) }
  const verdict = decides(context) ? verdictOf(choice) : undefined
  // Typed with words an approval is shown once more with them.
  if (verdict === 'approved') return open(context, known)
  return fits(form(context), known) ? answered(context, words, verdict) : open(context, known)
}

/** Nothing is asked any more, as when a colleague was quicker: what is said all the same belongs to the ticket. */
const added = (context: TicketContext): Step => {
  const { item, words, message, files } = context
  const stands = { ...(message === undefined ? {} : { message }), ...(files === undefined ? {} : { files }) }
  const wish = { do: 'ticket.add_message', text: words, ...stands } as const
  return unlessRefused(context, wish, () => order(context, wish, texts(context.language).app.noted(item.id)))
}

/** Answer what the supplier asked (M2.C1): the clock runs again. Only a contact approves. */
export const answer = defineFlow({
  name: 'answer',
  opensWith: { en: ['answer', 'reply'], 'zh-CN': ['答复', '回复', '回答'] },
  about: 'ticket',
  takes: 'text',
  may: client,
  help: (t) => t.flows.help.answer,
  begin: onTicket(
    (context) => {
      const { ticket, choice, words } = context
      if (ticket.ask === undefined && choice === undefined && !saysNothing(words)) return added(context)
      const verdict = verdictOf(choice)
      const wish = { do: 'ticket.answer', text: '…', ...(verdict === undefined ? {} : { verdict }) } as const
      return unlessRefused(context, wish, () =>
        unlessMoved(context, { staleAfter: ['ticket.customer_asked'] }, () => begin(context)),
      )
    },
    { kind: 'ticket', list: 'waiting', for: 'answer' },
  ),
  submit: onTicket((context, values) => {
    const unmoved = (goOn: () => Step): Step =>
      unlessMoved(context, { staleAfter: ['ticket.customer_asked'] }, goOn)
    if (context.choice === 'approved' && isSure(values))
      return unmoved(() => answered(context, '', 'approved'))
    return checked(form(context), values, context, () =>
      unmoved(() =>
        answered(context, values.text ?? '', decides(context) ? verdictOf(values.verdict) : undefined),
      ),
    )
  }),
})
