import { plainHead } from './plain-clip.ts'
import { isBlank, lengthOf, plainText } from './plain-text.ts'

/** What a text field of `max` characters begins with; `isLonger`: only the beginning of the words fits it. */
export const fieldStart = (
  initial: string,
  max: number,
): { readonly begun?: string; readonly isLonger: boolean } => {
  const words = plainText(initial)
  const isLonger = lengthOf(words) > max
  return isBlank(words) ? { isLonger } : { begun: isLonger ? plainHead(words, max) : words, isLonger }
}
