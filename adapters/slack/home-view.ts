import type { HomeView, KnownBlock } from '@slack/types'
import type { Post } from '../../src/chat/adapter.ts'
import type { Block } from '../../src/chat/card.ts'
import { texts } from '../../src/text/texts.ts'
import type { Joined } from '../shared/table-shape.ts'
import { body } from './render/body.ts'
import { buttonRows } from './render/button-rows.ts'
import { cut } from './render/cut.ts'
import { headline, title } from './render/title.ts'
import { said } from './render/words.ts'

/** On a page words above a table are its headline, and rows with buttons need no names of columns above them. */
const paged = (blocks: readonly Block[], join: Joined): readonly KnownBlock[] =>
  blocks.flatMap((block, place) => {
    if (block.type === 'text' && blocks[place + 1]?.type === 'table') return headline(block.text)
    const bare =
      block.type === 'table' &&
      block.columns.length > 1 &&
      block.rows.some(({ button }) => button !== undefined)
    return body([bare ? { ...block, columns: [] } : block], join)
  })

/** The Home tab of one person: the title, what they can do, then what there is, as far as a page holds it. */
export const homeView = ({ card, language }: Omit<Post, 'key' | 'zone'>): HomeView => {
  const t = texts(language)
  const head = [...title(card), ...buttonRows(card, t.common.row)]
  const drawn =
    card.blocks.length === 0
      ? said(card.summary)
      : paged([...card.blocks, ...(card.below ?? [])], t.common.row)
  return { type: 'home', callback_id: 'home', blocks: [...head, ...cut(drawn, t, head.length)] }
}
