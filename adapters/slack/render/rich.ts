import type { RichTextBlock, RichTextBlockElement, RichTextText } from '@slack/types'

/** A run of literal text; rich text interprets nothing in it. */
export const run = (text: string, style?: RichTextText['style']): RichTextText => ({
  type: 'text',
  text,
  ...(style === undefined ? {} : { style }),
})

/** A block of rich text. */
export const rich = (...elements: RichTextBlockElement[]): RichTextBlock => ({ type: 'rich_text', elements })
