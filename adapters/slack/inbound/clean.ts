/** Text as the database and every screen can hold it: no NUL, no half of a character, one kind of line end. */
export const clean = (text: string): string =>
  text
    .replaceAll('\0', '')
    .replace(/\p{Surrogate}/gu, '')
    .replace(/\r\n?/g, '\n')
