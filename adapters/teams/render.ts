import type { Post } from '../../src/chat/adapter.ts'
import type { Card } from '../../src/chat/card.ts'
import { texts } from '../../src/text/texts.ts'
import { isPage } from '../shared/card-title.ts'
import { sentenceOf, wordsOf } from '../shared/card-words.ts'
import { leadWithTone } from '../shared/lead-with-tone.ts'
import { carry } from './form/carried.ts'
import { limits } from './limits.ts'
import { actSets, actsOf } from './render/actions.ts'
import type { AdaptiveCard, Element, TeamsMessage } from './render/adaptive-card.ts'
import { sizeOf } from './render/adaptive-card.ts'
import { body } from './render/body.ts'
import type { ButtonFrame } from './render/button.ts'
import { cut } from './render/cut.ts'
import { execute } from './render/execute.ts'
import { framed } from './render/framed.ts'
import { pages } from './render/pages.ts'
import { state } from './render/state.ts'
import { title } from './render/title.ts'
import { wayTo } from './render/way-to.ts'
import { linked, said } from './render/words.ts'

/** `thread`: where in a room what the card is about is talked about. */
type Look = Pick<Post, 'language' | 'thread'> & { readonly frame?: ButtonFrame }

/** How a post is drawn, in a conversation of one person's with the way to its thread. */
export const lookOf = ({
  language,
  thread,
}: Pick<Post, 'language' | 'thread'>): Pick<Post, 'language' | 'thread'> =>
  thread === undefined ? { language } : { language, thread }

const elementsOf = (card: Card, { language, frame, thread }: Look): readonly Element[] => {
  const { common, replies } = texts(language)
  const join = common.row
  const drawn = [...title(card), ...state(card, join), ...body(leadWithTone(card), join, frame)]
  const above = drawn.length === 0 ? said(wordsOf(card)) : drawn
  const there = thread === undefined ? [] : linked(replies.toThread, wayTo(thread))
  if (card.below === undefined) return [...above, ...there]
  const acts = actSets(card.buttons, card, { join, frame })
  return [...above, ...acts, ...body(card.below, join, frame), ...there]
}

/** The buttons that stand at the end of a card. */
const atEnd = (card: Card): Card => (card.below === undefined ? card : { ...card, buttons: [] })

const aroundOf = (card: Card, { language }: Look, part = 0, parts = 1) => ({
  language,
  words: sentenceOf(card, { part, parts, max: limits.summary }),
  isWide: isPage(card),
})

/** A card drawn for Teams. One too large for a message is several: the first has the title, the last the buttons. */
export const render = (card: Card, look: Look): readonly TeamsMessage[] => {
  const { scale, acts } = actsOf(atEnd(card), texts(look.language).common.row, { frame: look.frame })
  // The number of its part is not known yet.
  const around = aroundOf(card, look, 998, 999)
  const frame = sizeOf(framed([], [], around))
  const end = sizeOf(framed(scale, acts, around)) - frame
  const all = pages(elementsOf(card, look), { room: limits.card - frame, end })
  return all.map((elements, part) => {
    const here = aroundOf(card, look, part, all.length)
    const drawn =
      part < all.length - 1 ? framed(elements, [], here) : framed([...elements, ...scale], acts, here)
    return { summary: here.words, card: drawn }
  })
}

/** An answer to look at, in one card as far as it holds it. `back`: it hides a card, which `Back` shows again. */
export const answerCard = (
  card: Card,
  { back: hides = false, ...look }: Look & { readonly back?: boolean },
): AdaptiveCard => {
  const t = texts(look.language)
  const back = execute({ title: t.teams.back, data: carry({ back: true, frame: 'over' }) })
  const { scale, acts } = actsOf(atEnd(card), t.common.row, { frame: look.frame, beside: hides ? 1 : 0 })
  const all = hides ? [...acts, back] : acts
  const around = aroundOf(card, look)
  const room = limits.card - sizeOf(framed(scale, all, around))
  return framed([...cut(elementsOf(card, look), room, t), ...scale], all, around)
}
