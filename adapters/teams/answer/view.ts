import { type Button, type Card, withoutActs } from '../../../src/chat/card.ts'
import type { Form, Problem } from '../../../src/chat/form.ts'
import type { Reply } from '../../../src/chat/reply.ts'
import { type Texts, texts } from '../../../src/text/texts.ts'
import { wordsCard } from '../../shared/card-words.ts'
import { formCard } from '../form.ts'
import type { AdaptiveCard } from '../render/adaptive-card.ts'
import { answerCard } from '../render.ts'
import { type Asked, drawingOf, frameLanguage, valuesOf } from './asked.ts'

/** Where a view is drawn: over a card, in a message of its own, or in a dialog. */
export type At = Parameters<typeof formCard>[1]['frame']

/** An answer to look at, or words to be told. */
export type View =
  | { readonly kind: 'view'; readonly card: AdaptiveCard; readonly title: string }
  | { readonly kind: 'words'; readonly words: string }

/** Dialogs know no buttons that act by themselves. */
const inDialog = (card: Card): Card => ({ ...withoutActs(card, () => false), buttons: [] })

const wordsOf = (problems: readonly Problem[]): string => problems.map(({ message }) => message).join('\n')

/** A report is answered by its receipt, which stands elsewhere; of everything else that says nothing there is nothing to say. */
const doneWords = ({ inbound }: Asked, { replies, teams }: Texts): string =>
  inbound.kind === 'adopt' || (inbound.kind === 'submit' && inbound.form.flow === 'report')
    ? teams.reported
    : replies.done

/** What a reply shows at `at`. What was typed is never lost by it: problems stand in the form they are about. */
export const viewOf = (asked: Asked, reply: Reply, at: At): View => {
  const language = frameLanguage(asked, reply)
  const t = texts(language)
  const thread = asked.inbound.place.thread
  const windows = asked.way.kind === 'execute' && asked.way.windows
  const framed = {
    language,
    frame: at,
    once: drawingOf(asked, reply),
    ...(windows ? { windows } : {}),
    ...(thread === undefined || at !== 'dialog' ? {} : { thread }),
  }
  const form = (shown: Form, more: { readonly problems?: readonly Problem[] } = {}): View => ({
    kind: 'view',
    title: shown.title,
    card: formCard(shown, { ...framed, ...more, ...('problems' in more ? { values: valuesOf(asked) } : {}) }),
  })
  switch (reply.kind) {
    case 'done':
      return { kind: 'words', words: reply.saying ?? doneWords(asked, t) }
    case 'refuse':
    case 'fault':
      return { kind: 'words', words: reply.saying }
    case 'ask':
      return form(reply.form)
    case 'amend':
      return reply.form === undefined
        ? { kind: 'words', words: wordsOf(reply.problems) }
        : form(reply.form, { problems: reply.problems })
    case 'show': {
      const card = at === 'dialog' ? inDialog(reply.card) : reply.card
      const frame = at === 'over' ? 'over' : 'own'
      return {
        kind: 'view',
        title: card.title ?? t.common.bot,
        card: answerCard(card, { language, frame, back: at === 'over' }),
      }
    }
  }
}

/** Where a card or form of a ticket became words, the ticket is opened from there. */
const wayOn = ({ inbound }: Asked, { buttons }: Texts): readonly Button[] => {
  const asked =
    inbound.kind === 'submit' ? inbound.form : inbound.kind === 'press' ? inbound.press : undefined
  const item = asked?.flow === 'report' ? undefined : asked?.item
  return item === undefined
    ? []
    : [{ label: buttons.status, style: 'normal', press: { flow: 'status', item } }]
}

/** Words as a card of their own. */
export const wordsView = (asked: Asked, reply: Reply, words: string): AdaptiveCard => {
  const tone = reply.kind === 'refuse' || reply.kind === 'fault' ? 'warning' : 'neutral'
  const language = frameLanguage(asked, reply)
  const buttons = reply.kind === 'done' ? wayOn(asked, texts(language)) : []
  return answerCard({ ...wordsCard(words, tone), buttons }, { language, frame: 'own', back: false })
}

/** The sentence a notification shows for an answer. */
export const summaryOf = (asked: Asked, reply: Reply): string => {
  if (reply.kind === 'show') return reply.card.summary
  if (reply.kind === 'ask') return reply.form.title
  const view = viewOf(asked, reply, 'own')
  return view.kind === 'words' ? view.words : view.title
}
