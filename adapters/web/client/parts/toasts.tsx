import type { Desk } from '../state/desk.ts'
import { textsOf, untoast } from '../state/replies.ts'
import { Cross } from './icons.tsx'

/** Passing words of the bot to this person. A no stays until it is read. */
export const Toasts = ({ desk }: { desk: Desk }) => {
  const words = textsOf(desk.person)
  return (
    <div class="toasts" aria-live="polite">
      {desk.toasts.value.map(({ id, tone, text }) => (
        <div key={id} class="toast" data-tone={tone}>
          <p>{text}</p>
          <button
            type="button"
            class="icon"
            aria-label={words.dismiss}
            title={words.dismiss}
            onClick={() => untoast(desk, id)}
          >
            <Cross />
          </button>
        </div>
      ))}
    </div>
  )
}
