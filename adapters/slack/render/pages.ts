import type { KnownBlock } from '@slack/types'
import { lengthOf } from '../../shared/plain-text.ts'
import { limits } from '../limits.ts'

/** All text in a block, as Slack counts it. */
export const sizeOf = (value: unknown): number => {
  if (Array.isArray(value)) return value.reduce((sum: number, one) => sum + sizeOf(one), 0)
  if (typeof value !== 'object' || value === null) return 0
  return Object.entries(value).reduce(
    (sum, [key, one]) => sum + (key === 'text' && typeof one === 'string' ? lengthOf(one) : sizeOf(one)),
    0,
  )
}

const fits = (page: readonly KnownBlock[], more: readonly KnownBlock[]): boolean =>
  page.length + more.length <= limits.message.blocks && sizeOf(page) + sizeOf(more) <= limits.message.text

/**
 * Blocks in as few messages as hold them, in order. What stands at the `end` stays together in the last one, below something
 * it is about.
 */
export const pages = (
  blocks: readonly KnownBlock[],
  end: readonly KnownBlock[],
): readonly (readonly KnownBlock[])[] => {
  const all: KnownBlock[][] = []
  let page: KnownBlock[] = []
  for (const block of blocks) {
    if (page.length > 0 && !fits(page, [block])) {
      all.push(page)
      page = []
    }
    page.push(block)
  }
  if (fits(page, end)) return [...all, [...page, ...end]]
  const last = page.slice(-1)
  const rest = page.slice(0, -1)
  return [...all, ...(rest.length === 0 ? [] : [rest]), [...last, ...end]]
}
