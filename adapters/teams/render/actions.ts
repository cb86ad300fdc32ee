import type { Card } from '../../../src/chat/card.ts'
import { onePrimaryButton } from '../../shared/one-primary-button.ts'
import { isTerse, screenReaderLabel } from '../../shared/screen-reader-label.ts'
import type { Joined } from '../../shared/table-shape.ts'
import { limits } from '../limits.ts'
import type { Action, Element } from './adaptive-card.ts'
import { type ButtonFrame, button } from './button.ts'

/** No more than `most` beside each other: the last of those that stand out by nothing are in a menu at their end. */
const inReach = (actions: readonly Action[], most: number): readonly Action[] => {
  const first = actions.filter(({ style }) => style !== undefined)
  const behind = new Set([...first, ...actions.filter((one) => !first.includes(one))].slice(most))
  return actions.map((action) => (behind.has(action) ? { ...action, mode: 'secondary' } : action))
}

/** What can be done with a card: `scale`, numbers to choose one from, stands in a row of its own above the other acts. */
export type Acts = { readonly scale: readonly Element[]; readonly acts: readonly Action[] }

/** Buttons in the body of a card, where something stands below them. */
export const actSets = (
  buttons: Card['buttons'],
  named: Pick<Card, 'title' | 'summary'>,
  { join, frame }: { readonly join: Joined; readonly frame: ButtonFrame | undefined },
): readonly Element[] => {
  const { scale, acts } = actsOf({ ...named, buttons }, join, { frame, beside: -buttons.length })
  // In a body no menu takes what finds no room in a row: it gets a row of its own.
  const rows = Array.from({ length: Math.ceil(acts.length / limits.primary) }, (_, row) => ({
    type: 'ActionSet',
    actions: acts.slice(row * limits.primary, (row + 1) * limits.primary),
  }))
  return [...scale, ...rows]
}

/** The buttons of a card. `beside`: how many others stand beside them. */
export const actsOf = (
  card: Pick<Card, 'title' | 'summary' | 'buttons'>,
  join: Joined,
  { frame, beside = 0 }: { readonly frame: ButtonFrame | undefined; readonly beside?: number },
): Acts => {
  const framed = frame === undefined ? {} : { frame }
  const drawn = onePrimaryButton(card.buttons).map((one) => ({
    isTerse: isTerse(one),
    action: button(one, { ...screenReaderLabel(one, card, join), ...framed }),
  }))
  const of = (terse: boolean) => drawn.filter((one) => one.isTerse === terse).map(({ action }) => action)
  const numbers = of(true)
  return {
    scale: numbers.length === 0 ? [] : [{ type: 'ActionSet', actions: numbers }],
    acts: inReach(of(false), limits.primary - beside),
  }
}
