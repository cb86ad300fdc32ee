import { piecesOf } from '../../shared/split.ts'
import { limits } from '../limits.ts'
import type { Element } from './adaptive-card.ts'
import { type Look, rich, runs } from './rich.ts'

/** Text as paragraphs of one look, each as long as a card can surely hold. */
const paragraphs = (text: string, look: Look, more: Omit<Element, 'type'> = {}): readonly Element[] =>
  piecesOf(text, limits.text).map((piece, place) =>
    rich(runs(piece, look), place === 0 ? more : { spacing: 'None' }),
  )

/** What is said, at reading size. */
export const said = (text: string, more: Omit<Element, 'type'> = {}): readonly Element[] =>
  paragraphs(text, {}, more)

/** Small print. */
export const noted = (text: string, more: Omit<Element, 'type'> = {}): readonly Element[] =>
  paragraphs(text, { size: 'Small', isSubtle: true }, more)

/** The way to somewhere else, as a line of its own. */
export const linked = (text: string, url: string): readonly Element[] => [
  rich(runs(`↪ ${text}`, { selectAction: { type: 'Action.OpenUrl', url } }), { spacing: 'Small' }),
]

/** A line that stands out. */
export const headed = (text: string, more: Omit<Element, 'type'> = {}): readonly Element[] =>
  paragraphs(text, { weight: 'Bolder' }, more)
