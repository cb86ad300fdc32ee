import { card } from '../../src/chat/card.ts'
import { type Context, defineFlow, type Step } from '../../src/chat/flow.ts'
import type { Form, Values } from '../../src/chat/form.ts'
import type { ListedRow } from '../../src/chat/line.ts'
import { type Score, scoreSaid } from '../../src/domain/ticket/score-said.ts'
import { texts } from '../../src/text/texts.ts'
import { checked, textMax } from '../shared/checked.ts'
import { isCourtesy } from '../shared/courtesy.ts'
import { onTicket, type TicketContext } from '../shared/on-ticket.ts'
import { unlessRefused } from '../shared/preflight.ts'
import { showableRows } from '../shared/showable.ts'
import { ask, ticketForm } from '../shared/ticket-form.ts'
import { unlessMoved } from '../shared/unless-moved.ts'
import { client } from '../shared/who.ts'

const scores = [1, 2, 3, 4, 5] as const
/** So many tickets are offered as buttons. */
const mostOffered = 5

const scoreOf = (word: string | undefined): Score | undefined =>
  scores.find((score) => String(score) === word)

/** All that a form or an order needs of the ticket. */
type OfNumber = Parameters<typeof ticketForm>[0]

/** At such a score the customer is asked what should have been better (M3.2, M4.2a). */
const low = (score: Score): boolean => score <= 2

/** What was tapped (`4`, `score:4`) or typed (`2 it took two days`). */
const given = ({ choice, words, ticket }: TicketContext): { score?: Score; comment: string } => {
  const tapped = choice === 'comment' ? ticket.rating?.score : scoreOf(choice?.replace(/^score:/, ''))
  const typed = scoreSaid(words)
  const score = tapped ?? typed?.score
  const comment = typed?.comment ?? words
  return score === undefined ? { comment } : { score, comment }
}

const form = (context: OfNumber, score?: Score): Form => {
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

const saved = (context: OfNumber, score: Score, comment: string) => ({
  kind: 'order' as const,
  orders: [{ item: context.ticket.id, wish: rating(score, comment) }],
  saying: texts(context.language).flows.rate.done,
})

/**
 * The tap counts at once; why it was so low is asked after it, and may stay unsaid. That form is the one for a comment:
 * asked for again it rates nothing.
 */
const rated = (context: OfNumber, score: Score, comment: string): Step => ({
  ...saved(context, score, comment),
  ...(low(score) && comment === '' ? { asks: form({ ...context, choice: 'comment' }, score) } : {}),
})

const begin = (context: TicketContext): Step => {
  const { score, comment } = given(context)
  return score === undefined || context.choice === 'comment'
    ? ask(form(context, score ?? context.ticket.rating?.score), { comment })
    : rated(context, score, comment)
}

const submit = (context: TicketContext, { score, comment = '' }: Values): Step => {
  const chosen = scoreOf(score)
  const { notOffered } = texts(context.language).flows.form
  return chosen === undefined
    ? { kind: 'amend', problems: [{ field: 'score', message: notOffered }] }
    : saved(context, chosen, comment)
}

/** Several wait for a score: the person says which one they meant. */
const choose = ({ language }: Context, score: Score | undefined, rows: readonly ListedRow[]): Step => {
  const { common, flows } = texts(language)
  const saying = score === undefined ? flows.rate.whichOne : flows.rate.which(score)
  return {
    kind: 'show',
    card: card({
      summary: saying,
      blocks: [{ type: 'text', text: saying }],
      buttons: rows.slice(0, mostOffered).map(({ id, seq, line }) => ({
        label: common.row([id, line.title]),
        style: 'normal',
        press: {
          flow: 'rate',
          item: id,
          seen: seq,
          ...(score === undefined ? {} : { choice: `score:${score}` }),
        },
      })),
    }),
  }
}

const inside = onTicket((context) =>
  unlessRefused(context, { do: 'ticket.rate', score: 5 }, () =>
    unlessMoved(context, { staleAfter: ['ticket.reopened', 'ticket.closed'] }, () => begin(context)),
  ),
)

/** A score said where no ticket is named is for the one that waits for it; nothing is guessed between several. */
const outside = (context: Context): Step => {
  const { score, comment = '' } = scoreSaid(context.words) ?? {}
  return {
    kind: 'list',
    query: { list: 'mine_waiting', for: 'rating', kind: 'ticket' },
    yields: (rows) => {
      const [one, ...others] = showableRows(context, rows)
      if (one === undefined) return inside(context)
      if (others.length > 0) return choose(context, score, [one, ...others])
      const about = { ...context, ticket: one, seq: one.seq }
      return score === undefined ? ask(form(about), { comment }) : rated(about, score, comment)
    },
  }
}

/** The customer's 1 to 5 after closing, one tap (M3.2); of this closing, not of one before it was reopened. */
export const rate = defineFlow({
  name: 'rate',
  opensWith: { en: ['rate', 'rating', 'score'], 'zh-CN': ['评价', '评分', '打分'] },
  about: 'ticket',
  takes: (words) => {
    const said = scoreSaid(words)
    const isScore =
      said !== undefined && (said.next !== 'blank' || (said.hasUnit && isCourtesy(said.comment)))
    return isScore ? words : undefined
  },
  may: client,
  help: (t) => t.flows.help.rate,
  begin: (context) => (context.ticket === undefined ? outside(context) : inside(context)),
  submit: onTicket((context, values) =>
    checked(form(context, given(context).score), values, context, () =>
      unlessMoved(context, { staleAfter: ['ticket.reopened', 'ticket.closed'] }, () =>
        submit(context, values),
      ),
    ),
  ),
})
