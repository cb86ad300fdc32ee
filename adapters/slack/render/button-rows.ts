import type { ActionsBlock } from '@slack/types'
import type { Button, Card } from '../../../src/chat/card.ts'
import { calm } from '../../shared/calm.ts'
import { limits } from '../limits.ts'
import { button } from './button.ts'
import type { Joined } from './row.ts'

/** A number says nothing by itself. */
const isTerse = ({ label }: Button): boolean => /^\d+$/.test(label)

/** The buttons of a card, a few in each row. */
export const buttonRows = ({ buttons, title, summary }: Card, join: Joined): readonly ActionsBlock[] => {
  const elements = calm(buttons).map((one, place) =>
    button(one, {
      place,
      ...(isTerse(one) ? { aloud: join([one.label, title ?? summary]) } : {}),
    }),
  )
  return Array.from({ length: Math.ceil(elements.length / limits.row) }, (_, line) => ({
    type: 'actions',
    elements: elements.slice(line * limits.row, (line + 1) * limits.row),
  }))
}
