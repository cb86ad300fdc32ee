import type { KnownBlock } from '@slack/types'
import type { Post } from '../../src/chat/adapter.ts'
import type { Card } from '../../src/chat/card.ts'
import { texts } from '../../src/text/texts.ts'
import { plainClip } from '../shared/plain-clip.ts'
import { isBlank, plainText } from '../shared/plain-text.ts'
import { toned } from '../shared/toned.ts'
import { limits } from './limits.ts'
import { body } from './render/body.ts'
import { buttonRows } from './render/button-rows.ts'
import { pages } from './render/pages.ts'
import { title } from './render/title.ts'
import { said } from './render/words.ts'
import { escapeMrkdwn } from './text/escape-mrkdwn.ts'

/** A message as Slack takes it. `text` is for notifications and screen readers. */
export type SlackMessage = { readonly text: string; readonly blocks: KnownBlock[] }

/** What stands for the card where it cannot be drawn. */
const wordsOf = ({ summary, title: heading = '' }: Card): string =>
  [summary, heading].find((words) => !isBlank(plainText(words))) ?? '–'

/** The sentence for notifications; a later part of the same card says which it is. */
const textOf = (card: Card, part: number, parts: number): string => {
  const words = plainClip(plainText(wordsOf(card)), limits.message.summary)
  return escapeMrkdwn(parts === 1 ? words : `${words} (${part + 1}/${parts})`)
}

/** Without a title the first words carry the sign of the tone. */
const led = ({ title: heading, tone, blocks: [first, ...rest] }: Card): Card['blocks'] => {
  if (first === undefined) return []
  return heading === undefined && first.type === 'text'
    ? [{ ...first, text: toned(first.text, tone) }, ...rest]
    : [first, ...rest]
}

/** A card drawn for Slack. One too large for a message is several: the first has the title, the last the buttons. */
export const render = (card: Card, { language }: Pick<Post, 'language'>): readonly SlackMessage[] => {
  const join = texts(language).common.row
  const drawn = [...title(card), ...body(led(card), join)]
  const words = drawn.some(({ type }) => type !== 'divider') ? drawn : [...said(wordsOf(card)), ...drawn]
  const all = pages(words, buttonRows(card, join))
  return all.map((blocks, part) => ({ text: textOf(card, part, all.length), blocks: [...blocks] }))
}
