import type { Button } from '../../../../src/chat/card.ts'
import { buttonKey, press } from '../state/acts.ts'
import type { Desk } from '../state/desk.ts'
import { textsOf } from '../state/replies.ts'
import type { Spot } from '../wire.ts'
import { Tick } from './icons.tsx'

/** What a card stands on: whose desk, where, and as which message. */
export type CardPlace = { readonly desk: Desk; readonly spot: Spot; readonly id: string }

const ticketNumber = /^[A-Z]{1,6}-\d+$/

/** As it is read out: with its ticket, for many stand below each other. */
const nameOf = ({ label, press: { item = '' } }: Button, state: string | undefined): string =>
  [label, ticketNumber.test(item) && !label.includes(item) ? item : '', state ?? '']
    .filter((part) => part !== '')
    .join(' ')

/** A button of a card. It shows that it was pressed until the answer is there. */
export const CardButton = ({ button, desk, spot, id }: CardPlace & { button: Button }) => {
  const words = textsOf(desk.person)
  const pressed = desk.pressed.value[buttonKey(id, button.press)]
  return (
    <button
      type="button"
      class={button.style}
      data-pressed={pressed}
      aria-label={nameOf(button, pressed === 'busy' ? words.working : undefined)}
      aria-busy={pressed === 'busy'}
      aria-disabled={pressed === 'busy'}
      onClick={() => press(desk, spot, id, button.press)}
    >
      {pressed === 'done' && <Tick />}
      {button.label}
    </button>
  )
}
