import { plainClip } from '../../../adapters/shared/plain-clip.ts'
import { plainText } from '../../../adapters/shared/plain-text.ts'
import type { Block, Button, Card } from '../../../src/chat/card.ts'

/** Every text of a value, in order, whatever it is drawn with; `keys`: what a platform calls text. */
export const textsIn = (value: unknown, keys: readonly string[] = ['text']): readonly string[] => {
  if (Array.isArray(value)) return value.flatMap((one) => textsIn(one, keys))
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, one]) =>
    keys.includes(key) && typeof one === 'string' ? [one] : textsIn(one, keys),
  )
}

/** A label is short by nature; the 75 characters a button holds may cut the name of a level that is not. */
const labelOf = (button?: Button): string => plainClip(plainText(button?.label ?? ''), 75)

const wordsOf = (block: Block): readonly string[] => {
  switch (block.type) {
    case 'text':
    case 'note':
    case 'stamp':
      return [block.text]
    case 'quote':
      return [block.text, block.by ?? '']
    case 'facts':
      return block.facts.flatMap(({ label, value }) => [label, value])
    case 'table':
      return block.rows.flatMap(({ cells, button }) => [...cells, labelOf(button)])
    case 'details':
      return [block.label, ...block.blocks.flatMap(wordsOf), ...block.buttons.map(labelOf)]
    case 'divider':
      return []
    case 'bar':
      return [block.label, block.text]
  }
}

/** Every text a card has to show. */
const wordsIn = ({ title = '', state, blocks, buttons, below = [] }: Card): readonly string[] => [
  title,
  ...(state === undefined ? [] : [state.tag.label, state.text]),
  ...blocks.flatMap(wordsOf),
  ...buttons.map(labelOf),
  ...below.flatMap(wordsOf),
]

/** Text as it can be compared: line ends and spaces may move where it is cut. */
export const compact = (text: string): string => plainText(text).replaceAll(/\s/g, '')

/** The words of a card that its drawing lacks. */
export const missingFrom = (drawn: unknown, card: Card, keys?: readonly string[]): readonly string[] => {
  const all = compact(textsIn(drawn, keys).join(''))
  return wordsIn(card).filter((words) => !all.includes(compact(words)))
}

/** Halves of characters, control and format characters: what no drawing may hold. */
export const unseen = /(?![\n\t])\p{Cc}|\p{Cs}|[\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff\u00ad]/u
