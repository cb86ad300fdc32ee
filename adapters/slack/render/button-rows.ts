import type { ActionsBlock } from '@slack/types'
import type { Card } from '../../../src/chat/card.ts'
import { onePrimaryButton } from '../../shared/one-primary-button.ts'
import { screenReaderLabel } from '../../shared/screen-reader-label.ts'
import type { Joined } from '../../shared/table-shape.ts'
import { limits } from '../limits.ts'
import { button } from './button.ts'

/** The buttons of a card, a few in each row. */
export const buttonRows = (
  card: Pick<Card, 'title' | 'summary' | 'buttons'>,
  join: Joined,
): readonly ActionsBlock[] => {
  const elements = onePrimaryButton(card.buttons).map((one, place) =>
    button(one, { place, ...screenReaderLabel(one, card, join) }),
  )
  return Array.from({ length: Math.ceil(elements.length / limits.row) }, (_, line) => ({
    type: 'actions',
    elements: elements.slice(line * limits.row, (line + 1) * limits.row),
  }))
}
