import type { Language } from '../../../src/domain/people/sides.ts'
import type { Action, AdaptiveCard, Element } from './adaptive-card.ts'
import { escapeMarkdown, withoutMacros } from './client-syntax.ts'

/** What is around the elements of a card. `words`: the sentence that stands for it where it is read aloud or cannot be drawn. */
export type Around = { readonly language: Language; readonly words: string; readonly isWide: boolean }

/** Elements and actions as a card. */
export const framed = (
  body: readonly Element[],
  actions: readonly Action[],
  { language, words, isWide }: Around,
): AdaptiveCard => ({
  type: 'AdaptiveCard',
  $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
  version: '1.5',
  // Teams takes no region here.
  lang: language === 'zh-CN' ? 'zh' : language,
  // Its language of marks would be obeyed; nothing is said differently without them.
  speak: withoutMacros(words.replace(/[<>&]/g, ' ')).join('\u200a'),
  fallbackText: escapeMarkdown(words),
  ...(isWide ? { msteams: { width: 'Full' } } : {}),
  body,
  ...(actions.length === 0 ? {} : { actions }),
})
