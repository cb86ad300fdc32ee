import { type Button, buttonsOf, type Card, withoutActs } from '../chat/card.ts'
import { actOf, isLookUp } from './offers.ts'

/** A notice as it reads now, and what of it can still be done, in its order. */
type Outdated = { readonly card: Card; readonly acts: readonly string[] }

type Offering = Pick<Card, 'buttons' | 'blocks' | 'below'>

/** What a notice offers to do, look-ups apart. */
export const actsOf = (card: Offering): readonly string[] =>
  buttonsOf(card).flatMap((button) => (isLookUp(button) ? [] : [actOf(button.press)]))

/** The item that all acts of an answer are on, and its seq when they were drawn; nothing where it offers none, or on several. */
export const offeredOn = (card: Offering): { readonly item: string; readonly seq: number } | undefined => {
  const drawn = buttonsOf(card).flatMap((button) => {
    const { item, seen } = button.press
    return isLookUp(button) || item === undefined || seen === undefined ? [] : [{ item, seq: seen }]
  })
  const [first] = drawn
  return drawn.every(({ item }) => item === first?.item) ? first : undefined
}

/**
 * A notice after its item moved: what it said stands, what it offered to do is taken away where it is not among what is
 * `offered` now, but for what is of another item or of none, and a note says how the item stands.
 */
export const outdatedCard = (said: Card, offered: ReadonlySet<string>, stands: () => string): Outdated => {
  const own = said.buttons.find(isLookUp)?.press.item ?? offeredOn(said)?.item
  const elsewhere = ({ press: { item } }: Button): boolean => own !== undefined && item !== own
  const stays = (button: Button): boolean =>
    isLookUp(button) || elsewhere(button) || offered.has(actOf(button.press))
  const all = buttonsOf(said)
  const acts = all.flatMap((button) => (stays(button) && !isLookUp(button) ? [actOf(button.press)] : []))
  if (all.every(stays)) return { card: said, acts }
  const note = { type: 'note', text: stands() } as const
  const card = withoutActs(said, stays)
  return { card: { ...card, blocks: [...card.blocks, note] }, acts }
}
