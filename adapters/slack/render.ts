import type { KnownBlock } from '@slack/types'
import type { Post } from '../../src/chat/adapter.ts'
import type { Card } from '../../src/chat/card.ts'
import { texts } from '../../src/text/texts.ts'
import { sentenceOf, wordsOf } from '../shared/card-words.ts'
import { leadWithTone } from '../shared/lead-with-tone.ts'
import { limits } from './limits.ts'
import { escapeMrkdwn } from './plain.ts'
import { body } from './render/body.ts'
import { buttonRows } from './render/button-rows.ts'
import { folded } from './render/folded.ts'
import { pages } from './render/pages.ts'
import { state } from './render/state.ts'
import { title } from './render/title.ts'
import { linked, said } from './render/words.ts'

/** A message as Slack takes it. `text` is for notifications and screen readers. */
export type SlackMessage = { readonly text: string; readonly blocks: KnownBlock[] }

/** `way`: the address of the thread in a room where what the card is about is talked about. */
type Look = Pick<Post, 'language'> & { readonly way?: string | undefined }

/** A card as it stands for everybody: what only some want to know is a press away. */
export const render = (card: Card, look: Look): readonly SlackMessage[] => renderWhole(folded(card), look)

/** A card drawn for Slack whole. One too large for a message is several: the first has the title, the last the buttons. */
export const renderWhole = (card: Card, { language, way }: Look): readonly SlackMessage[] => {
  const join = texts(language).common.row
  const drawn = [...title(card), ...state(card, join), ...body(leadWithTone(card), join)]
  const above = drawn.some(({ type }) => type !== 'divider') ? drawn : [...said(wordsOf(card)), ...drawn]
  const [acts, below] = [buttonRows(card, join), body(card.below ?? [], join)]
  const there = linked(texts(language).replies.toThread, way)
  const words = [...above, ...(below.length === 0 ? there : [])]
  const all = below.length === 0 ? pages(words, acts) : pages([...words, ...acts, ...below, ...there], [])
  return all.map((blocks, part) => ({
    text: escapeMrkdwn(sentenceOf(card, { part, parts: all.length, max: limits.message.summary })),
    blocks: [...blocks],
  }))
}
