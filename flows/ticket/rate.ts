import { defineFlow, type Step } from '../../src/chat/flow.ts'
import type { Form, Values } from '../../src/chat/form.ts'
import { texts } from '../../src/text/texts.ts'
import { checked, textMax } from '../shared/checked.ts'
import { onTicket, type TicketContext } from '../shared/on-ticket.ts'
import { unlessRefused } from '../shared/preflight.ts'
import { ask, ticketForm } from '../shared/ticket-form.ts'
import { unlessMoved } from '../shared/unless-moved.ts'
import { client } from '../shared/who.ts'

const scores = [1, 2, 3, 4, 5] as const
type Score = (typeof scores)[number]

const scoreOf = (word: string | undefined): Score | undefined =>
  scores.find((score) => String(score) === word)

/** At such a score the customer is asked what should have been better (M3.2, M4.2a). */
const low = (score: Score): boolean => score <= 2

/** What was tapped (`4`, `score:4`) or typed (`2 it took two days`). */
const given = ({ choice, words, ticket }: TicketContext): { score?: Score; comment: string } => {
  const [, first, comment = ''] = /^([1-5])(?:[分星])?[\s:：,，]{0,3}(.*)$/s.exec(words) ?? []
  const tapped = choice === 'comment' ? ticket.rating?.score : scoreOf(choice?.replace(/^score:/, ''))
  const score = tapped ?? scoreOf(first)
  return score === undefined ? { comment: words } : { score, comment }
}

const form = (context: TicketContext, score?: Score): Form => {
  const t = texts(context.language)
  const { rate: words } = t.flows
  return ticketForm(context, {
    flow: 'rate',
    title: words.title,
    fields: [
      {
        kind: 'choice',
        name: 'score',
        label: words.score,
        choices: scores.map((one) => ({ id: String(one), label: String(one) })),
        ...(score === undefined ? {} : { initial: String(score) }),
      },
      {
        kind: 'paragraph',
        name: 'comment',
        label: score !== undefined && low(score) ? words.comment : words.more,
        optional: true,
        max: textMax,
      },
    ],
  })
}

const rating = (score: Score, comment: string) =>
  ({ do: 'ticket.rate', score, ...(comment === '' ? {} : { comment }) }) as const

const saved = (context: TicketContext, score: Score, comment: string) => ({
  kind: 'order' as const,
  orders: [{ item: context.ticket.id, wish: rating(score, comment) }],
  saying: texts(context.language).flows.rate.done,
})

/**
 * The tap counts at once; why it was so low is asked after it, and may stay unsaid. That form is the one for a comment:
 * asked for again it rates nothing.
 */
const rated = (context: TicketContext, score: Score, comment: string): Step => ({
  ...saved(context, score, comment),
  ...(low(score) && comment === '' ? { asks: form({ ...context, choice: 'comment' }, score) } : {}),
})

const begin = (context: TicketContext): Step => {
  const { score, comment } = given(context)
  return score === undefined || context.choice === 'comment'
    ? ask(form(context, score), { comment })
    : rated(context, score, comment)
}

const submit = (context: TicketContext, { score, comment = '' }: Values): Step => {
  const chosen = scoreOf(score)
  const { notOffered } = texts(context.language).flows.form
  return chosen === undefined
    ? { kind: 'amend', problems: [{ field: 'score', message: notOffered }] }
    : saved(context, chosen, comment)
}

/** The customer's 1 to 5 after closing, one tap (M3.2); of this closing, not of one before it was reopened. */
export const rate = defineFlow({
  name: 'rate',
  opensWith: { en: ['rate', 'rating'], 'zh-CN': ['评价', '评分', '打分'] },
  about: 'ticket',
  takes: scores.map(String),
  may: client,
  help: (t) => t.flows.help.rate,
  begin: onTicket((context) =>
    unlessRefused(context, { do: 'ticket.rate', score: 5 }, () =>
      unlessMoved(context, { staleAfter: ['ticket.reopened', 'ticket.closed'] }, () => begin(context)),
    ),
  ),
  submit: onTicket((context, values) =>
    checked(form(context, given(context).score), values, context, () =>
      unlessMoved(context, { staleAfter: ['ticket.reopened', 'ticket.closed'] }, () =>
        submit(context, values),
      ),
    ),
  ),
})
