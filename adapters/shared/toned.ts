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
export const toned = (text: string, tone: Card['tone']): string =>
  signs[tone] === '' ? text : `${signs[tone]} ${text}`
