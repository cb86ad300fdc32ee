/**
 * What no reader sees, as a part of a character class: format and control characters, halves of characters, variation
 * selectors, blank letters, tags.
 */
export const unseenSigns = String.raw`\p{Cf}\p{Cc}\p{Cs}\p{Variation_Selector}\u034f\u115f\u1160\u17b4\u17b5\u20e3\u2800\u3164\uffa0\u{e0000}-\u{e0fff}`

/** Anything that is read: a mark alone says nothing without its letter. */
const seen = new RegExp(String.raw`[^\s\p{M}${unseenSigns}]`, 'u')

const unseen = new RegExp(`[${unseenSigns}]`, 'gu')

/** A text without what no reader sees. */
export const seenOf = (text: string): string => text.replace(unseen, '')

/** Whether there is nothing to read in a text, however long it is. */
export const saysNothing = (text: string): boolean => !seen.test(text)
