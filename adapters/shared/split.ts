import { plainHead } from './plain-clip.ts'
import { isBlank, lengthOf, plainText } from './plain-text.ts'

const pauses = [' ', '。', '，', '；', '、', '！', '？']

/** Where a full window is cut: after a line, else after a pause, else at its end. */
const borderOf = (window: string): number => {
  const half = window.length / 2
  const line = window.lastIndexOf('\n') + 1
  if (line > half) return line
  const pause = Math.max(...pauses.map((sign) => window.lastIndexOf(sign) + 1))
  return pause > half ? pause : window.length
}

/** Text in pieces of at most `max` characters, which joined are the text again. No character is cut. */
export const split = (text: string, max: number): readonly string[] => {
  const pieces: string[] = []
  let rest = text
  while (lengthOf(rest) > max) {
    const border = borderOf(plainHead(rest, max))
    pieces.push(rest.slice(0, border))
    rest = rest.slice(border)
  }
  return [...pieces, rest]
}

/** Text in pieces of at most `max` characters; blank ones are none. */
export const piecesOf = (text: string, max: number): readonly string[] =>
  split(plainText(text), max).filter((piece) => !isBlank(piece))
