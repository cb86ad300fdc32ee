import type { Button } from '../../src/chat/card.ts'

/** Colour is for one act at a time: the first that asks for it. */
export const onePrimaryButton = (buttons: readonly Button[]): readonly Button[] => {
  const first = buttons.findIndex(({ style }) => style === 'primary')
  return buttons.map((one, place) =>
    one.style === 'primary' && place !== first ? { ...one, style: 'normal' } : one,
  )
}
