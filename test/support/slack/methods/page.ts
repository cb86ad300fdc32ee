import type { Fields } from '../../fake/fields.ts'
import { refuse } from './refuse.ts'

/** One page of a list, by Slack's `limit` and `cursor`. */
export const page = <Item>(
  all: readonly Item[],
  args: Fields,
  { usual, most }: { readonly usual: number; readonly most: number },
): { readonly items: readonly Item[]; readonly response_metadata: { readonly next_cursor: string } } => {
  const limit = args.limit === undefined ? usual : Number(args.limit)
  if (!Number.isInteger(limit) || limit < 1 || limit > most) return refuse('invalid_limit')
  const cursor = typeof args.cursor === 'string' ? args.cursor : ''
  const start =
    cursor === ''
      ? 0
      : Number(
          Buffer.from(cursor, 'base64')
            .toString()
            .replace(/^next:/, ''),
        )
  if (!Number.isInteger(start) || start > all.length) return refuse('invalid_cursor')
  const end = start + limit
  const next = end < all.length ? Buffer.from(`next:${end}`).toString('base64') : ''
  return { items: all.slice(start, end), response_metadata: { next_cursor: next } }
}
