import type { Language } from '../../../src/domain/people/directory.ts'
import { texts } from '../../../src/text/texts.ts'
import type { TeamsMessage } from '../render/adaptive-card.ts'

/** Marks a message that may stand already: Teams cannot be asked (T06). */
export const withDoubt = ({ summary, card }: TeamsMessage, language: Language): TeamsMessage => {
  const text = texts(language).replies.maybeTwice('Teams')
  const note = { type: 'TextBlock', text, wrap: true, isSubtle: true, size: 'Small' }
  return { summary, card: { ...card, body: [...card.body, note] } }
}
