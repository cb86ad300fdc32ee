import { isBlank, plainText } from './plain-text.ts'
import { split } from './split.ts'

/** Text in pieces of at most `max` characters; blank ones are none. */
export const piecesOf = (text: string, max: number): readonly string[] =>
  split(plainText(text), max).filter((piece) => !isBlank(piece))
