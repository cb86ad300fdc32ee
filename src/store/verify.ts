import { bodyHash, chainHash, type Link, noHead } from './chain.ts'
import type { Sql } from './sql.ts'
import type { Store } from './store.ts'

/** An event, or none, beside what its item says of the end of its log. */
export type Checked = { readonly [column in keyof Link]: Link[column] | null } & {
  readonly item_seq: number | null
  readonly head: string | null
}

/** What the chain's hash is made of; bytes as `Link` holds them. */
export const linkColumns = `e.item, e.seq, e.at, e.by, e.type, e.body, '\\x' || encode(e.salt, 'hex') as salt,
  '\\x' || encode(e.body_hash, 'hex') as body_hash, '\\x' || encode(e.hash, 'hex') as hash`

/** Where the item says that its log ends. */
export const endColumns = `i.seq as item_seq, '\\x' || encode(i.head, 'hex') as head`

/** One statement, so one snapshot: an event committed meanwhile is not mistaken for a forged one. */
const log = `
select ${linkColumns}, ${endColumns}
from (select $1::text as id) q left join items i on i.id = q.id left join events e on e.item = q.id
order by e.seq`

const isLink = (row: Checked): row is Checked & Link => row.seq !== null

/** Whether an event is the one that belongs after the log of `length` events that ends with the hash `before`. */
export const follows = (length: number, before: string, link: Link): boolean =>
  link.seq === length + 1 && bodyHash(link) === link.body_hash && chainHash(before, link) === link.hash

/** The first seq that is missing, moved or changed. */
const firstBad = (links: readonly Link[]): number | undefined => {
  let before = noHead
  for (const [index, link] of links.entries()) {
    if (!follows(index, before, link)) return index + 1
    before = link.hash
  }
  return undefined
}

/**
 * Recomputes every hash of one log, then compares the tail with the item's own seq and head, so that a log cut short is
 * found too. `rows` are all of one item, in order; an item without events has one row that says so.
 */
export const checkLog = (rows: readonly Checked[]): { readonly badSeq?: number; readonly length: number } => {
  const links = rows.filter(isLink)
  const { length } = links
  const bad = firstBad(links)
  if (bad !== undefined) return { badSeq: bad, length }
  const seq = rows[0]?.item_seq ?? 0
  if (seq !== length) return { badSeq: Math.min(seq, length) + 1, length }
  const tail = links.at(-1)?.hash ?? noHead
  return (rows[0]?.head ?? noHead) === tail ? { length } : { badSeq: length, length }
}

/** `Store.verify`. Rewriting log and head alike is not found here: that needs a head kept elsewhere. */
export const createVerify =
  (sql: Sql): Store['verify'] =>
  async (item) =>
    checkLog(await sql<Checked>(log, [item]))
