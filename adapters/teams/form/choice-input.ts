import type { Choice } from '../../../src/chat/form.ts'
import { isBlank, plainText } from '../../shared/plain-text.ts'
import { dash } from '../../shared/table-shape.ts'
import { limits } from '../limits.ts'
import type { Element } from '../render/adaptive-card.ts'
import { isHarmless } from '../render/client-syntax.ts'
import { literal } from '../render/literal.ts'

const titleOf = ({ label, hint }: Choice): string =>
  literal(hint === undefined || isBlank(plainText(hint)) ? label : `${label}${dash}${hint}`, limits.choice)

/** Choices as far as a card has room for them, the chosen one among them. */
const within = (choices: readonly Choice[], most: number, chosen?: string): readonly Choice[] => {
  const shown = choices.slice(0, most)
  const one = choices.find(({ id }) => id === chosen)
  return one === undefined || shown.includes(one) ? shown : [one, ...shown.slice(0, -1)]
}

/** How choices are shown: the few are all seen at once, more are a menu, many a menu in which one types to find. */
const styleOf = (titles: readonly string[]): string => {
  // Words beside a circle may be read as Markdown, those in a menu are not.
  if (titles.length <= limits.radio && titles.every(isHarmless)) return 'expanded'
  // What is typed must name one.
  const areTold = new Set(titles).size === titles.length
  return titles.length > limits.menu && areTold ? 'filtered' : 'compact'
}

/** The part of an input that asks a choice, and how many of the choices found no room. */
export const choiceInput = (
  choices: readonly Choice[],
  { most, chosen }: { readonly most: number; readonly chosen?: string },
): { readonly element: Element; readonly left: number } => {
  const shown = within(choices, most, chosen)
  const titles = shown.map(titleOf)
  const isKnown = shown.some(({ id }) => id === chosen)
  return {
    element: {
      type: 'Input.ChoiceSet',
      style: styleOf(titles),
      wrap: true,
      choices: shown.map(({ id }, place) => ({ title: titles[place], value: id })),
      ...(isKnown ? { value: chosen } : {}),
    },
    left: choices.length - shown.length,
  }
}
