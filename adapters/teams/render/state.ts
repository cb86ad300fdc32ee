import type { Card } from '../../../src/chat/card.ts'
import { oneLine } from '../../shared/card-title.ts'
import { plainClip } from '../../shared/plain-clip.ts'
import { isBlank } from '../../shared/plain-text.ts'
import type { Joined } from '../../shared/table-shape.ts'
import { dotOf } from '../../shared/tag-words.ts'
import { limits } from '../limits.ts'
import type { Element } from './adaptive-card.ts'
import { rich, runs } from './rich.ts'

/** How what a card is about stands: its tag, and the rest on the same line. */
export const state = ({ state: stands }: Pick<Card, 'state'>, join: Joined): readonly Element[] => {
  if (stands === undefined) return []
  const { tag, text } = stands
  const rest = isBlank(text) ? [] : runs(join(['', plainClip(oneLine(text), limits.text)]))
  return [
    rich([...runs(`${dotOf(tag)} `), ...runs(oneLine(tag.label), { weight: 'Bolder' }), ...rest], {
      spacing: 'Small',
    }),
  ]
}
