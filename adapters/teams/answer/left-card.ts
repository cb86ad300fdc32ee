import type { Press } from '../../../src/chat/card.ts'
import type { Language } from '../../../src/domain/people/sides.ts'
import { texts } from '../../../src/text/texts.ts'
import { wordsCard } from '../../shared/card-words.ts'
import type { AdaptiveCard } from '../render/adaptive-card.ts'
import { answerCard } from '../render.ts'

/** What one person sees where they left a form and nothing is known that stood under it: it can be opened once more. */
export const leftCard = (press: Press, language: Language): AdaptiveCard => {
  const { app, teams } = texts(language)
  const buttons = [{ label: app.openForm, style: 'normal', press }] as const
  return answerCard({ ...wordsCard(teams.left), buttons }, { language })
}
