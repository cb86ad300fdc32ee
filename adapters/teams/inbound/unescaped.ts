/** No part can match the same character twice: the time is that of reading the text once (T45). */
const entity = /&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|(amp|lt|gt|quot|apos|nbsp));/gi

const signs: { readonly [name: string]: string } = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
}

const character = (code: number): string => (code <= 0x10ffff ? String.fromCodePoint(code) : '')

/** Text as people read it: one escape of HTML undone, spaces that keep words together made plain ones. */
export const unescaped = (text: string): string =>
  text
    .replace(
      entity,
      (_, decimal: string | undefined, hexadecimal: string | undefined, name: string | undefined) =>
        name === undefined
          ? character(decimal === undefined ? Number.parseInt(hexadecimal ?? '', 16) : Number(decimal))
          : (signs[name.toLowerCase()] ?? ''),
    )
    .replaceAll('\u00a0', ' ')
