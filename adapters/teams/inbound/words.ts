import type { Mention as Called } from '../../../src/chat/inbound.ts'
import { clean } from '../../../src/text/clean.ts'
import type { Mention } from './mentions.ts'
import type { Piece } from './plain-pieces.ts'

/** What people said, whom they called, and whether they said it to the bot. */
export type Words = {
  readonly text: string
  readonly addressed: boolean
  readonly mentions?: readonly Called[]
}

/** What follows a name at the beginning: `@Accord, help`. */
const pause = /^[ \t]*[,，:：]?[ \t]*/

/** The mention a name in the text stands for: two who are called the same are told apart by their order. */
const taken = (left: Mention[], named: string): Mention | undefined => {
  const at = left.findIndex(({ names }) => names.includes(named))
  return at === -1 ? undefined : left.splice(at, 1)[0]
}

/**
 * The pieces of a message as a person reads them: names for mentions, the bot's own taken out wherever it stands, no blanks at
 * the ends of lines.
 */
export const wordsOf = (pieces: readonly Piece[], mentions: readonly Mention[]): Words => {
  const left = [...mentions]
  const called: Called[] = []
  let isAfterUs = false
  const said = pieces.map((piece) => {
    if (typeof piece === 'string') {
      const text = isAfterUs ? piece.replace(pause, '') : piece
      isAfterUs &&= piece === ''
      return text
    }
    const { named, otherwise } = piece
    const mention = taken(left, named)
    isAfterUs = mention?.isUs === true
    if (mention === undefined) return otherwise
    if (mention.isUs) return ''
    if (mention.user !== undefined) called.push({ user: mention.user, written: named })
    return `@${named}`
  })
  const lines = clean(said.join('')).split('\n')
  return {
    text: lines
      .map((line) => line.trimEnd())
      .join('\n')
      .trim(),
    addressed: mentions.some(({ isUs }) => isUs),
    ...(called.length === 0 ? {} : { mentions: called }),
  }
}
