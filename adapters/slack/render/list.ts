import type { KnownBlock, RichTextSection } from '@slack/types'
import { lengthOf } from '../../shared/plain-text.ts'
import { dash, type Point } from '../../shared/table-shape.ts'
import { limits } from '../limits.ts'
import { rich, run } from './rich.ts'
import { headed, said } from './words.ts'

const drawn = ({ about, rest }: Point): RichTextSection => ({
  type: 'rich_text_section',
  elements: [run(about, { bold: true }), ...(rest === '' ? [] : [run(`${dash}${rest}`)])],
})

/** Points in as many blocks as their length asks for. One too long for a list is written out. */
export const list = (points: readonly Point[]): readonly KnownBlock[] => {
  const blocks: KnownBlock[] = []
  let open: RichTextSection[] = []
  let length = 0
  const close = (): void => {
    if (open.length > 0) blocks.push(rich({ type: 'rich_text_list', style: 'bullet', elements: open }))
    open = []
    length = 0
  }
  for (const point of points) {
    const size = lengthOf(`${point.about}${dash}${point.rest}`)
    if (length + size > limits.text) close()
    if (size > limits.text) blocks.push(...headed(point.about), ...said(point.rest))
    else {
      open.push(drawn(point))
      length += size
    }
  }
  close()
  return blocks
}
