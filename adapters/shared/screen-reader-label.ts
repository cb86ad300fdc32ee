import type { Button, Card } from '../../src/chat/card.ts'
import type { Joined } from './table-shape.ts'

/** A number says nothing by itself. */
export const isTerse = ({ label }: Pick<Button, 'label'>): boolean => /^\d+$/.test(label)

/** What a screen reader says of a card's button where its label alone is not enough. */
export const screenReaderLabel = (
  button: Button,
  { title, summary }: Pick<Card, 'title' | 'summary'>,
  join: Joined,
): { readonly aloud?: string } => (isTerse(button) ? { aloud: join([button.label, title ?? summary]) } : {})
