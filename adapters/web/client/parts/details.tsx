import type { ComponentChildren } from 'preact'
import type { Details } from '../../../../src/chat/card.ts'
import { CardButton, type CardPlace } from './card-button.tsx'

type Props = CardPlace & { details: Details; of: string; children: ComponentChildren }

/** What is folded away behind its label. It stays open while its card is drawn anew, and where the list lets go of it. */
export const DetailsView = ({ details: { label, buttons }, of, children, ...place }: Props) => {
  const { desk, id } = place
  const isOpen = desk.unfolded.value.includes(id)
  const toggled = (open: boolean) => {
    const others = desk.unfolded.value.filter((one) => one !== id)
    desk.unfolded.value = open ? [...others, id] : others
  }
  return (
    <details
      class="details"
      open={isOpen}
      onToggle={({ currentTarget: { open } }) => open !== isOpen && toggled(open)}
    >
      <summary>
        {label}
        <span class="hidden"> {of}</span>
      </summary>
      <div class="inside">
        {children}
        {buttons.length > 0 && (
          <div class="buttons">
            {buttons.map((button) => (
              <CardButton key={JSON.stringify(button.press)} button={button} {...place} />
            ))}
          </div>
        )}
      </div>
    </details>
  )
}
