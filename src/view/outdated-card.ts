import type { Button, Card } from '../chat/card.ts'
import { actOf, isLookUp } from './offers.ts'

/** A notice as it reads now, and what of it can still be done, in its order. */
type Outdated = { readonly card: Card; readonly acts: readonly string[] }

/** What a notice offers to do, look-ups apart. */
export const actsOf = ({ buttons }: Pick<Card, 'buttons'>): readonly string[] =>
  buttons.flatMap((button) => (isLookUp(button) ? [] : [actOf(button.press)]))

/**
 * A notice after its item moved: what it said stands, what it offered to do is taken away where it is not among what is
 * `offered` now, but for what is of another item, and a note says how the item stands.
 */
export const outdatedCard = (said: Card, offered: ReadonlySet<string>, stands: () => string): Outdated => {
  const own = said.buttons.find(isLookUp)?.press.item
  const elsewhere = ({ press: { item } }: Button): boolean => own !== undefined && item !== own
  const buttons = said.buttons.filter(
    (button) => isLookUp(button) || elsewhere(button) || offered.has(actOf(button.press)),
  )
  const acts = actsOf({ buttons })
  if (buttons.length === said.buttons.length) return { card: said, acts }
  return { card: { ...said, buttons, blocks: [...said.blocks, { type: 'note', text: stands() }] }, acts }
}
