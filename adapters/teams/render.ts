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
import { said } from './render/words.ts'

type Look = Pick<Post, 'language'> & { readonly frame?: ButtonFrame }

const elementsOf = (card: Card, { language, frame }: Look): readonly Element[] => {
  const join = texts(language).common.row
  const drawn = [...title(card), ...state(card, join), ...body(leadWithTone(card), join, frame)]
  const above = drawn.length === 0 ? said(wordsOf(card)) : drawn
  if (card.below === undefined) return above
  return [...above, ...actSets(card.buttons, card, { join, frame }), ...body(card.below, join, frame)]
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
