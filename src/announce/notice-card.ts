import type { Block, Card } from '../chat/card.ts'
import type { Instant } from '../domain/calendar/calendar.ts'
import type { OpenTicket } from '../domain/ticket/customer-ticket.ts'
import { titleOf } from '../domain/ticket/decide/report.ts'
import { button, type SeenItem } from '../view/buttons.ts'
import type { Line } from '../view/open-line.ts'
import { priorityTag } from '../view/priority-tag.ts'
import { clockBars } from '../view/promise-blocks.ts'
import type { Speech } from '../view/reading.ts'
import { standingWords } from '../view/status-word.ts'
import type { Parts } from './parts.ts'

type Frame = {
  readonly speech: Speech
  readonly drawn: SeenItem
  readonly now: Instant
  /** It stands by itself, outside the ticket's thread: the ticket is opened from it. */
  readonly alone: boolean
  /** When it happened. */
  readonly at: Instant
  /** Something is to be done about it. */
  readonly acts: boolean
}

const quoteOf = ({ quote = '', files }: Line): readonly Block[] =>
  quote === '' && files === undefined
    ? []
    : [{ type: 'quote', text: quote, ...(files === undefined ? {} : { files }) }]

/** What happened in one sentence, with the words that were said: whoever is only told that there is news reads it too. */
const spoken = ({ text, quote }: Line, { t }: Speech): string =>
  quote === undefined || quote.trim() === '' ? text : t.common.quoted(text, titleOf(quote))

/**
 * A notice below the ticket's card, which names the ticket and shows how it stands: one line of news and when that was, whatever
 * was said with it, and, where something is to be done, its buttons.
 */
export const briefCard = (
  ticket: OpenTicket,
  line: Line,
  { tone, saying = [], buttons = [], words }: Parts,
  { speech, at, acts }: Frame,
): Card => {
  const { t, clock } = speech
  const news = acts ? line.text : t.common.sentences([line.text, ...saying])
  return {
    tone: tone === 'info' ? 'neutral' : tone,
    blocks: [
      { type: 'text', text: t.common.row([news.replace(/[.。:：]$/, ''), clock(at)]) },
      ...quoteOf(line),
      ...(!acts || words === undefined || words === line.quote
        ? []
        : [{ type: 'quote', text: words } as const]),
      ...(!acts || saying.length === 0 ? [] : [{ type: 'text', text: t.common.sentences(saying) } as const]),
    ],
    buttons: acts ? buttons : [],
    summary: t.notices.summary(ticket.id, t.common.sentences([spoken(line, speech), ...saying])),
  }
}

/** One shape for all notices that stand by themselves: which ticket, what happened, in whose words, what is promised, what to do next. */
export const noticeCard = (
  ticket: OpenTicket,
  line: Line,
  { tone, saying = [], buttons = [], bars, words }: Parts,
  { speech, drawn, now, alone }: Frame,
): Card => {
  const { t } = speech
  return {
    title: t.card.title(ticket.id, ticket.title),
    state: { tag: priorityTag(speech, ticket.priority), text: standingWords(speech, ticket) },
    tone,
    blocks: [
      { type: 'text', text: line.text },
      ...quoteOf(line),
      ...(words === undefined || words === line.quote ? [] : [{ type: 'quote', text: words } as const]),
      ...(saying.length === 0 ? [] : [{ type: 'text', text: t.common.sentences(saying) } as const]),
    ],
    buttons: alone ? [...buttons, button(speech, drawn, 'status')] : buttons,
    ...(bars === true ? { below: clockBars(ticket, speech, now) } : {}),
    summary: t.notices.summary(ticket.id, t.common.sentences([spoken(line, speech), ...saying])),
  }
}
