const lineEnd = /\r\n?|[\v\f\u0085\u2028\u2029]/g

/**
 * What no reader can see and what turns the reading direction: control and format characters, halves of characters,
 * letters without a glyph. Joiners stay where emoji and scripts need them, tags where they make a flag.
 */
const unseen = new RegExp(
  [
    '(?![\\n\\t])\\p{Cc}',
    '\\p{Cs}',
    '(?![\\u200c\\u200d\\u{e0020}-\\u{e007f}])\\p{Cf}',
    '(?<![\\p{Extended_Pictographic}\\p{Emoji_Modifier}\\p{M}\\p{sc=Arab}])[\\u200c\\u200d]',
    '[\\u200c\\u200d](?![\\p{Extended_Pictographic}\\p{L}])',
    '(?<!\\u{1f3f4}[\\u{e0020}-\\u{e007e}]*)[\\u{e0020}-\\u{e007f}]',
    '[\\u034f\\u115f\\u1160\\u17b4\\u17b5\\u3164\\uffa0]',
  ].join('|'),
  'gu',
)

/** Text as it is shown: everything a reader can see, nothing they cannot. */
export const plainText = (text: string): string => text.replace(lineEnd, '\n').replace(unseen, '')

/** The length as people count it: characters, not code units. */
export const lengthOf = (text: string): number => {
  let length = 0
  for (const _ of text) length += 1
  return length
}

/** Nothing to read in it. */
export const isBlank = (text: string): boolean => text.trim() === ''
