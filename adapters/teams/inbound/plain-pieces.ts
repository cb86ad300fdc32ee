import { unescaped } from './unescaped.ts'

/** A stretch of what somebody said, or somebody it names. `otherwise`: what was typed, should it be no mention at all. */
export type Piece = string | { readonly named: string; readonly otherwise: string }

/** How Teams writes a mention and a quoted message into plain text. Both are short, so each is looked for only so far (T45). */
const marked = /<at(?: [^<>]{0,100})?>([^<>]{1,300})<\/at>|<quoted [^<>]{1,300}>/g

/**
 * The pieces of plain text. What people typed in angle brackets is theirs. `asWritten`: nothing in it was escaped, so an
 * `&amp;` was typed by somebody.
 */
export const plainPieces = (
  text: string,
  { quotes, asWritten = false }: { readonly quotes: boolean; readonly asWritten?: boolean },
): readonly Piece[] => {
  const read = asWritten ? (part: string) => part.replaceAll('\u00a0', ' ') : unescaped
  const pieces: Piece[] = []
  let from = 0
  for (const { 0: mark, 1: name, index } of text.matchAll(marked)) {
    if (name === undefined && !quotes) continue
    pieces.push(read(text.slice(from, index)))
    if (name !== undefined) pieces.push({ named: read(name).trim(), otherwise: read(mark) })
    from = index + mark.length
  }
  return [...pieces, read(text.slice(from))]
}
