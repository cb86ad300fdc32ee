import type { Details } from '../../../src/chat/card.ts'
import { limits } from '../limits.ts'
import type { Element } from './adaptive-card.ts'
import { sizeOf } from './adaptive-card.ts'
import { literal } from './literal.ts'
import { headed } from './words.ts'

/** What is folded away behind its label, which clients of all ages open and close by themselves; too much of it is not. */
export const details = ({ label }: Pick<Details, 'label'>, items: readonly Element[]): readonly Element[] => {
  if (items.length === 0 || sizeOf(items) > limits.fold) return [...headed(label), ...items]
  const id = `details ${label}`
  const toggle = {
    type: 'Action.ToggleVisibility',
    title: literal(label, limits.button),
    targetElements: [id],
  }
  return [
    {
      type: 'Container',
      items: [
        { type: 'ActionSet', actions: [toggle] },
        { type: 'Container', id, isVisible: false, items },
      ],
    },
  ]
}
