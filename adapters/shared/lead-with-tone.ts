import type { Card } from '../../src/chat/card.ts'

/** A sign for each tone, each of another shape: nothing hangs on seeing colours. */
const signs: { readonly [tone in Card['tone']]: string } = {
  neutral: '',
  info: '🔹',
  good: '✅',
  warning: '⚠️',
  alarm: '🚨',
}

/** Words led by the sign of their tone. */
export const withToneSign = (text: string, tone: Card['tone']): string =>
  signs[tone] === '' ? text : `${signs[tone]} ${text}`

/** Without a title the first words of a card carry the sign of its tone. */
export const leadWithTone = ({ title, tone, blocks: [first, ...rest] }: Card): Card['blocks'] => {
  if (first === undefined) return []
  return title === undefined && first.type === 'text'
    ? [{ ...first, text: withToneSign(first.text, tone) }, ...rest]
    : [first, ...rest]
}
