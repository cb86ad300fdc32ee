import { lengthOf } from './plain-text.ts'

const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' })
/** How far to look on for the end of the character at a cut. */
const beyond = 64

/** The first `max` characters at most, none of those that several make up in part. */
export const plainHead = (text: string, max: number): string => {
  const cut = [...text.slice(0, 2 * max)].slice(0, max).join('').length
  if (cut >= text.length) return text
  const border = graphemes.segment(text.slice(0, cut + beyond)).containing(cut)?.index ?? cut
  return text.slice(0, border === 0 ? cut : border)
}

/** Text that fits a place of `max` characters, with a sign where it goes on. */
export const plainClip = (text: string, max: number): string =>
  lengthOf(text) <= max ? text : `${plainHead(text, max - 1).trimEnd()}…`
