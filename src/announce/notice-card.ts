import type { Bar, Block, Card } from '../chat/card.ts'
import type { Instant } from '../domain/calendar/calendar.ts'
import type { OpenTicket } from '../domain/ticket/customer-ticket.ts'
import { titleOf } from '../domain/ticket/decide/report.ts'
import { button, type SeenItem } from '../view/buttons.ts'
import type { Line } from '../view/open-line.ts'
import { clockBars } from '../view/promise-blocks.ts'
import type { Speech } from '../view/reading.ts'
import type { Parts } from './parts.ts'

type Frame = {
  readonly speech: Speech
  readonly drawn: SeenItem
  readonly now: Instant
  /** It stands by itself, outside the ticket's thread: the ticket is opened from it. */
  readonly alone: boolean
  /** It is drawn anew as the ticket moves, so its bars may run; words of a moment say what held at that moment. */
  readonly lives: boolean
}

const promises = (bars: readonly Bar[], lives: boolean, { t }: Speech): readonly Block[] =>
  lives ? bars : bars.map(({ label, text }) => ({ type: 'note', text: t.common.labelled(label, text) }))

const quoteOf = ({ quote = '', files }: Line): readonly Block[] =>
  quote === '' && files === undefined
    ? []
    : [{ type: 'quote', text: quote, ...(files === undefined ? {} : { files }) }]

/** What happened in one sentence: words that were announced by a colon stand in it. */
const spoken = ({ text, quote }: Line, { t }: Speech): string =>
  quote !== undefined && /[:：]$/.test(text) ? t.common.quoted(text, titleOf(quote)) : text

/** One shape for all notices: which ticket, what happened, in whose words, what is promised, what to do next. */
export const noticeCard = (
  ticket: OpenTicket,
  line: Line,
  { tone, saying = [], buttons = [], bars, words }: Parts,
  { speech, drawn, now, alone, lives }: Frame,
): Card => {
  const { t } = speech
  return {
    title: t.card.title(ticket.id, ticket.title),
    tone,
    blocks: [
      { type: 'text', text: line.text },
      ...quoteOf(line),
      ...(words === undefined || words === line.quote ? [] : [{ type: 'quote', text: words } as const]),
      ...(bars === true ? promises(clockBars(ticket, speech, now), lives, speech) : []),
      ...(saying.length === 0 ? [] : [{ type: 'text', text: t.common.sentences(saying) } as const]),
    ],
    buttons: alone ? [...buttons, button(speech, drawn, 'status')] : buttons,
    summary: t.notices.summary(ticket.id, t.common.sentences([spoken(line, speech), ...saying])),
  }
}
