import { bodyHash, chainHash, type Link, noHead } from './chain.ts'
import type { Sql } from './sql.ts'
import type { Store } from './store.ts'

type Checked = { readonly [column in keyof Link]: Link[column] | null } & {
  readonly item_seq: number | null
  readonly head: string | null
}

/** One statement, so one snapshot: an event committed meanwhile is not mistaken for a forged one. */
const log = `
select q.id as item, e.seq, e.at, e.by, e.type, e.body, '\\x' || encode(e.salt, 'hex') as salt,
  '\\x' || encode(e.body_hash, 'hex') as body_hash, '\\x' || encode(e.hash, 'hex') as hash,
  i.seq as item_seq, '\\x' || encode(i.head, 'hex') as head
from (select $1::text as id) q left join items i on i.id = q.id left join events e on e.item = q.id
order by e.seq`

const isLink = (row: Checked): row is Checked & Link => row.seq !== null

/** The first seq that is missing, moved or changed. */
const firstBad = (links: readonly Link[]): number | undefined => {
  let before = noHead
  for (const [index, link] of links.entries()) {
    const whole =
      link.seq === index + 1 && bodyHash(link) === link.body_hash && chainHash(before, link) === link.hash
    if (!whole) return index + 1
    before = link.hash
  }
  return undefined
}

/**
 * `Store.verify`: recomputes every hash, then compares the tail with the item's own seq and head, so that a log cut
 * short is found too. Rewriting log and head alike is not found here: that needs a head kept elsewhere.
 */
export const createVerify =
  (sql: Sql): Store['verify'] =>
  async (item) => {
    const rows = await sql<Checked>(log, [item])
    const links = rows.filter(isLink)
    const { length } = links
    const bad = firstBad(links)
    if (bad !== undefined) return { badSeq: bad, length }
    const seq = rows[0]?.item_seq ?? 0
    if (seq !== length) return { badSeq: Math.min(seq, length) + 1, length }
    const tail = links.at(-1)?.hash ?? noHead
    return (rows[0]?.head ?? noHead) === tail ? { length } : { badSeq: length, length }
  }
