import type { TextObject } from '@slack/types'
import { lengthOf, plainText } from '../../shared/plain-text.ts'
import { plain } from '../plain.ts'

/** Whatever a client could take for formatting, a mention, a link or the name of an emoji. */
const meaning = /[*_~`<>&@#|\\[\]]|:[^\s:]+:|:\/\//

/**
 * Text with its first line in bold. Emphasis needs mrkdwn, which cannot show every text literally: words with any sign in
 * them that could mean something stay plain.
 */
export const bold = (lines: readonly string[], max: number): TextObject => {
  const [first = '', ...rest] = lines.map((line) => plainText(line).trim())
  const whole = [first, ...rest].join('\n')
  if (first === '' || first.includes('\n') || meaning.test(whole) || lengthOf(whole) > max - 2)
    return plain(whole, max)
  return { type: 'mrkdwn', text: [`*${first}*`, ...rest].join('\n'), verbatim: true }
}
