import type { WebPerson } from '../../who.ts'
import type { Desk, PrivateCard } from '../state/desk.ts'
import { textsOf } from '../state/replies.ts'
import { CardView } from './card.tsx'
import { Cross } from './icons.tsx'

type Props = { desk: Desk; person: WebPerson; shown: PrivateCard }

/** An answer of the bot to this person alone. It is gone when the page is loaded again. */
export const PrivateCardView = ({ desk, person, shown: { id, card, conversation, thread } }: Props) => {
  const words = textsOf(person.id)
  const dismiss = () => {
    desk.cards.value = desk.cards.value.filter((other) => other.id !== id)
  }
  return (
    <li class="message private" data-card={id} tabIndex={-1}>
      <p class="only">
        {words.onlyYou}
        <button type="button" class="icon" aria-label={words.dismiss} title={words.dismiss} onClick={dismiss}>
          <Cross />
        </button>
      </p>
      <div class="said">
        <CardView
          desk={desk}
          spot={{ conversation, ...(thread === undefined ? {} : { thread }) }}
          id={id}
          card={card}
          language={person.language}
        />
      </div>
    </li>
  )
}
