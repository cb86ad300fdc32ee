import type { Language } from '../../../src/domain/people/directory.ts'
import { texts } from '../../../src/text/texts.ts'
import { wordsCard } from '../../shared/card-words.ts'
import type { TeamsMessage } from '../render/adaptive-card.ts'
import { render } from '../render.ts'

/** What is left in a message that a card no longer needs. */
export const emptied = (language: Language): readonly TeamsMessage[] =>
  render(wordsCard(texts(language).teams.emptied), { language })
