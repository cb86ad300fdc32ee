import type { Element } from './adaptive-card.ts'
import { withoutMacros } from './client-syntax.ts'

/** How a run of text looks. */
export type Look = {
  readonly weight?: 'Bolder'
  readonly size?: 'Small' | 'Large'
  readonly isSubtle?: true
  readonly color?: 'Accent' | 'Attention' | 'Good' | 'Warning'
  readonly selectAction?: Element
}

/** Text as it stands: no client looks for formatting, mentions or links in runs. */
export const runs = (text: string, look: Look = {}): readonly Element[] =>
  withoutMacros(text).map((part) => ({ type: 'TextRun', text: part, ...look }))

/** A paragraph of runs. */
export const rich = (inlines: readonly Element[], more: Omit<Element, 'type'> = {}): Element => ({
  type: 'RichTextBlock',
  inlines,
  ...more,
})
