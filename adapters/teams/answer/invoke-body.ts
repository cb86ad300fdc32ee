import { oneLine } from '../../shared/card-title.ts'
import { plainClip } from '../../shared/plain-clip.ts'
import { plainText } from '../../shared/plain-text.ts'
import { limits } from '../limits.ts'
import type { AdaptiveCard } from '../render/adaptive-card.ts'
import type { Answered } from '../wire/port.ts'

const cardType = 'application/vnd.microsoft.card.adaptive'

/** A card as Teams attaches it. */
export const attached = (card: AdaptiveCard) => ({ contentType: cardType, content: card })

/** Words that Teams shows in a frame of its own, where nothing but the words must be seen. */
const shown = (words: string): string => plainClip(plainText(words), limits.notice)

const executed = (type: string, value: unknown): Answered => ({
  status: 200,
  body: { statusCode: 200, type, value },
})

/** The answer to `Action.Execute` that stands in the place of the pressed card, for the one who pressed. */
export const executedCard = (card: AdaptiveCard): Answered => executed(cardType, card)

/** The answer to `Action.Execute` that is said beside the card, which stays as it is. */
export const executedWords = (words: string): Answered =>
  executed('application/vnd.microsoft.activity.message', shown(words))

/** A dialog goes on with a card. */
export const dialogCard = (title: string, card: AdaptiveCard): Answered => ({
  status: 200,
  body: {
    task: {
      type: 'continue',
      value: {
        title: plainClip(oneLine(title).trim(), limits.heading),
        ...{ width: 'medium', height: 'medium', card: attached(card) },
      },
    },
  },
})

/** A dialog ends with words. */
export const dialogWords = (words: string): Answered => ({
  status: 200,
  body: { task: { type: 'message', value: shown(words) } },
})

/** Nothing to say: the request arrived. */
export const arrived: Answered = { status: 200 }
