/** A piece of HTML: text as it is written, or a tag with its attributes as they are written. */
export type Token =
  | { readonly text: string }
  | { readonly tag: string; readonly opens: boolean; readonly attributes: string }

/** Up to the end of a tag or of a stretch in it that no quotation mark or bracket interrupts. */
const unquoted = /[^"'<>]*/y

/** Where the tag that begins at `from` ends; nothing where it is none, with the place up to which it was read. */
const endOf = (html: string, from: number): { readonly end?: number; readonly read: number } => {
  let at = from + 1
  for (;;) {
    unquoted.lastIndex = at
    unquoted.exec(html)
    at = unquoted.lastIndex
    const sign = html[at]
    if (sign === '>') return { end: at, read: at + 1 }
    if (sign === undefined || sign === '<') return { read: at }
    const closing = html.indexOf(sign, at + 1)
    if (closing === -1) return { read: html.length }
    at = closing + 1
  }
}

const tagOf = (inside: string): Token | undefined => {
  const [, slash, name, attributes = ''] = /^(\/?)([a-z][a-z0-9:-]{0,30})(?![^\s/])(.*)$/is.exec(inside) ?? []
  return name === undefined ? undefined : { tag: name.toLowerCase(), opens: slash === '', attributes }
}

/** Takes HTML apart. No character is read twice, whatever it is: what is no tag after all is text (T45). */
export const tokensOf = (html: string): readonly Token[] => {
  const tokens: Token[] = []
  let at = 0
  while (at < html.length) {
    const bracket = html.indexOf('<', at)
    const from = bracket === -1 ? html.length : bracket
    if (from > at) tokens.push({ text: html.slice(at, from) })
    if (from === html.length) break
    const { end, read } = endOf(html, from)
    at = read
    // A comment.
    if (html[from + 1] === '!') continue
    const tag = end === undefined ? undefined : tagOf(html.slice(from + 1, end))
    tokens.push(tag ?? { text: html.slice(from, read) })
  }
  return tokens
}

/** What an attribute says; an empty text where it is not there. */
export const attributeOf = (attributes: string, name: string): string => {
  for (const [, key, , double, single, bare] of attributes.matchAll(
    /([^\s"'=<>/]+)(=(?:"([^"]*)"|'([^']*)'|([^\s"'=<>]+)))?/g,
  ))
    if (key?.toLowerCase() === name) return double ?? single ?? bare ?? ''
  return ''
}
