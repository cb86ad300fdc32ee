import type { Block } from '../../../src/chat/card.ts'
import { plainClip } from '../../shared/plain-clip.ts'
import { plainText } from '../../shared/plain-text.ts'
import { limits } from '../limits.ts'
import type { Element } from './adaptive-card.ts'
import { sizeOf } from './adaptive-card.ts'
import { rich, runs } from './rich.ts'
import { noted, said } from './words.ts'

type Quote = Extract<Block, { readonly type: 'quote' }>

/** An address of the web, of a length that leaves room beside it. */
const address = /^https:\/\/[!-~]{1,2000}$/

/** A file as a line of its own; its link is one that the adapter itself let in. */
const file = ({ label, link }: NonNullable<Quote['files']>[number]): Element => {
  const words = `📎 ${plainClip(plainText(label).replaceAll('\n', ' '), limits.fileLabel)}`
  const isLink = link !== undefined && address.test(link)
  return rich(runs(words, isLink ? { selectAction: { type: 'Action.OpenUrl', url: link } } : {}), {
    spacing: 'Small',
  })
}

/** What a person wrote, set off as their words, with the files that came with it; a long one in boxes without a gap. */
export const quoted = ({ text, by, files = [] }: Quote): readonly Element[] => {
  const items = [...said(text), ...files.map(file), ...(by === undefined ? [] : noted(by))]
  const boxes: Element[][] = []
  for (const item of items) {
    const box = boxes.at(-1)
    if (box === undefined || sizeOf([...box, item]) > limits.box) boxes.push([item])
    else box.push(item)
  }
  return boxes.map((box, place) => ({
    type: 'Container',
    style: 'emphasis',
    ...(place === 0 ? {} : { spacing: 'None' }),
    items: box,
  }))
}
