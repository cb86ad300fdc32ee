/**
 * Text as the database and every screen can hold it: no NUL, no half of a character, one kind of line end. Everything
 * else stays as written and is shown literally.
 */
export const clean = (text: string): string =>
  text
    .replaceAll('\0', '')
    .replace(/\p{Surrogate}/gu, '')
    .replace(/\r\n?/g, '\n')

/** The length people would count: characters, not code units. */
export const lengthOf = (text: string): number => [...text].length
