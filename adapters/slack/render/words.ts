import type { KnownBlock } from '@slack/types'
import type { Block } from '../../../src/chat/card.ts'
import { plainClip } from '../../shared/plain-clip.ts'
import { plainText } from '../../shared/plain-text.ts'
import { piecesOf } from '../../shared/split.ts'
import { limits } from '../limits.ts'
import { plain } from '../plain.ts'
import { rich, run } from './rich.ts'

/** Text in pieces a block can hold. */
const pieces = (text: string): readonly string[] => piecesOf(text, limits.text)

/** What is said, at reading size. */
export const said = (text: string): readonly KnownBlock[] =>
  pieces(text).map((piece) => ({ type: 'section', text: plain(piece, limits.text) }))

/** Small print. */
export const noted = (text: string): readonly KnownBlock[] =>
  pieces(text).map((piece) => ({ type: 'context', elements: [plain(piece, limits.text)] }))

/** A line that stands out. */
export const headed = (text: string): readonly KnownBlock[] =>
  pieces(text).map((piece) => rich({ type: 'rich_text_section', elements: [run(piece, { bold: true })] }))

type Quote = Extract<Block, { readonly type: 'quote' }>

/** An address Slack takes; anything else would cost the whole message. */
const address = /^https:\/\/[!-~]{1,2000}$/

/** The way to somewhere else, as a line of its own; nothing where there is none. */
export const linked = (text: string, url: string | undefined): readonly KnownBlock[] =>
  url !== undefined && address.test(url)
    ? [rich({ type: 'rich_text_section', elements: [{ type: 'link', url, text: `↪ ${text}` }] })]
    : []

/** A file as a line of its own; its link is one that the adapter itself let in. */
const file = ({ label, link }: NonNullable<Quote['files']>[number]): KnownBlock => {
  const words = `📎 ${plainClip(plainText(label), limits.fileLabel)}`
  const element =
    link !== undefined && address.test(link)
      ? ({ type: 'link', url: link, text: words } as const)
      : run(words)
  return rich({ type: 'rich_text_section', elements: [element] })
}

/** What a person wrote, set off as their words, with the files that came with it. */
export const quoted = ({ text, by, files = [] }: Quote): readonly KnownBlock[] => [
  ...pieces(text).map((piece) => rich({ type: 'rich_text_quote', elements: [run(piece)] })),
  ...files.map(file),
  ...(by === undefined ? [] : noted(by)),
]
