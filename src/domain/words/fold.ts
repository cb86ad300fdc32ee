import { simplified } from './simplified.ts'

/** Signs of other keyboards for the one that rules know. */
const signs: ReadonlyMap<number, string> = new Map(
  [
    [' ', '\u00a0\u2007\u202f\u3000'],
    ["'", '\u2018\u2019\u02bc'],
    ['-', '\u2010\u2011\u2012\u2013\u2212'],
    [':', '\u2236\ufe13\ufe55'],
    ['/', '\u2044\u2215'],
    ['\u2605', '\u2b50\u272d\u272f\u2730'],
  ].flatMap(([sign = '', others = '']) => [...others].map((other) => [other.charCodeAt(0), sign] as const)),
)

/**
 * Text as words are compared: full-width letters, digits and punctuation as their narrow twins, ASCII in lower case,
 * traditional characters as the simplified ones. One unit in, one unit out, so a place in the folded text is the same
 * place in what was typed.
 */
export const fold = (text: string): string => {
  let folded = ''
  for (let place = 0; place < text.length; place += 1) folded += foldUnit(text.charCodeAt(place))
  return folded
}

const foldUnit = (unit: number): string => {
  const narrow = unit >= 0xff01 && unit <= 0xff5e ? unit - 0xfee0 : unit
  if (narrow >= 0x41 && narrow <= 0x5a) return String.fromCharCode(narrow + 0x20)
  return narrow < 0x80
    ? String.fromCharCode(narrow)
    : (signs.get(narrow) ?? String.fromCharCode(simplified(narrow)))
}
