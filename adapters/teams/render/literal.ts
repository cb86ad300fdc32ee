import { oneLine } from '../../shared/card-title.ts'
import { plainClip } from '../../shared/plain-clip.ts'
import { isBlank } from '../../shared/plain-text.ts'
import { withoutMacros } from './client-syntax.ts'

/** Anybody's words on the line of a button, label or choice; a hair space keeps apart what a client would replace. */
export const literal = (text: string, max: number): string => {
  const words = withoutMacros(plainClip(oneLine(text).trim(), max)).join('\u200a')
  return isBlank(words) ? '–' : words
}
