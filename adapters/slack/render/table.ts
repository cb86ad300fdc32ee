import type { KnownBlock } from '@slack/types'
import { type Joined, shapeOf, type Table } from '../../shared/table-shape.ts'
import { list } from './list.ts'
import { row } from './row.ts'
import { headed, noted } from './words.ts'

/**
 * A table as Slack shows it everywhere, in a narrow thread and on a phone too: one point or section a row. Its own table block
 * is for messages only and once in each.
 */
export const table = (whole: Table, join: Joined): readonly KnownBlock[] => {
  const shape = shapeOf(whole, join)
  return [
    ...(shape.question === undefined ? [] : headed(shape.question)),
    ...(shape.legend === undefined ? [] : noted(shape.legend)),
    ...(shape.kind === 'acts' ? shape.acts.flatMap(row) : list(shape.points)),
  ]
}
