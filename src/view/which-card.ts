import { type Button, type Card, card, withWords } from '../chat/card.ts'
import type { Ticket } from '../domain/ticket/ticket.ts'
import { type Texts, texts } from '../text/texts.ts'
import type { Reading } from './reading.ts'

/** So many are offered as buttons; whoever means another says its number. */
const most = 5

/** Reports the words that this answers as something new. */
export const reportButton = ({ flows }: Texts): Button =>
  withWords({ label: flows.report.button, style: 'normal', press: { flow: 'report', choice: 'form' } })

/** Reports the words that this answers at once, as a ticket of their own beside the one they were said to. */
export const anewButton = ({ flows }: Texts, { id }: Pick<Ticket, 'id'>): Button =>
  withWords({ label: flows.report.anew, style: 'normal', press: { flow: 'report', choice: `anew:${id}` } })

type Choice = readonly { readonly ticket: Pick<Ticket, 'id' | 'title'>; readonly seq: number }[]

const choices = (near: Choice, flow: string, t: Texts): readonly Button[] =>
  near.slice(0, most).map(({ ticket: { id, title }, seq }) => ({
    label: t.card.title(id, title),
    style: 'normal',
    press: { flow, item: id, seen: seq },
  }))

/** Asks which of several tickets words are about. The button that is pressed carries them there, or into the form of `flow`. */
export const whichCard = (
  near: Choice,
  { language }: Pick<Reading, 'language'>,
  flow = 'add_message',
): Card => {
  const t = texts(language)
  const { which, whichNote } = t.asked
  return card({
    summary: which,
    blocks: [
      { type: 'text', text: which },
      { type: 'note', text: whichNote },
    ],
    buttons: [...choices(near, flow, t).map(withWords), reportButton(t)],
  })
}

/**
 * Answers a question that names something: which of these is meant, `found`, or that none is and what is open. The button shows
 * how that one stands; what is new after all is reported with the words of the question.
 */
export const namedCard = (
  near: Choice,
  { found, reports }: { readonly found: boolean; readonly reports: boolean },
  { language }: Pick<Reading, 'language'>,
): Card => {
  const t = texts(language)
  const { which, thisOne, noneNamed, nothingNamed } = t.asked
  const one = near.length === 1 ? thisOne : which
  const saying = found ? one : near.length > 0 ? noneNamed : nothingNamed
  return card({
    summary: saying,
    blocks: [{ type: 'text', text: saying }],
    buttons: [...choices(near, 'status', t), ...(reports ? [reportButton(t)] : [])],
  })
}
