import { withToneSign } from '../../shared/lead-with-tone.ts'
import { plainClip } from '../../shared/plain-clip.ts'
import { plainText } from '../../shared/plain-text.ts'
import { limits } from '../limits.ts'
import type { Element } from '../render/adaptive-card.ts'
import { said } from '../render/words.ts'

/** What must be read before the form is filled in, in a box above it: a refusal, or what is wrong with no field of it. */
export const told = (words: string, style: 'warning' | 'attention'): Element => ({
  type: 'Container',
  style,
  items: said(withToneSign(plainClip(plainText(words), limits.notice), 'warning')),
})
