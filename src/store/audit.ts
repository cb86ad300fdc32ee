import { createVanished } from './audit-vanished.ts'
import { type Link, noHead } from './chain.ts'
import type { Sql } from './sql.ts'
import { createVerify, follows, linkColumns } from './verify.ts'

/**
 * A log as it was walked: how many events it has, and the first that is missing, moved or changed. `spoken`: notices speak of
 * a later one, so its end was cut off, and its head set back.
 */
export type WalkedLog = {
  readonly item: string
  readonly length: number
  readonly badSeq?: number
  readonly spoken?: number
}

/** A number of a customer's tickets that was given and that no ticket has. */
export type Gap = { readonly customer: string; readonly number: number }

/** Reading of all logs, for who verifies them. Nothing is written. */
export type Audit = {
  /** Every log, in pages of bounded size, items in order; `seen` gets each event's place and hash on the way. */
  readonly walk: (
    seen?: (link: Pick<Link, 'item' | 'seq' | 'hash'>) => void,
  ) => AsyncGenerator<WalkedLog, void>
  /** Items that something still speaks of (a notice, a message in a chat), and that are gone with their whole log. */
  readonly vanished: () => Promise<readonly string[]>
  /** Numbers that were given and that no ticket has: the process died between the two, its form came twice, or the ticket was removed. */
  readonly gaps: () => Promise<readonly Gap[]>
  /** Customers whose next number is one that a ticket has already. */
  readonly numbersAgain: () => Promise<readonly { readonly customer: string; readonly given: number }[]>
}

const events = `
select ${linkColumns} from events e where (e.item, e.seq) > ($1, $2::int) order by e.item, e.seq limit $3`
const ends = `
select i.id as item, i.seq, '\\x' || encode(i.head, 'hex') as head,
  (select max(o.seq) from outbox o where o.item = i.id) as spoken from items i where i.id = any($1)`
const empty = `
select i.id as item from items i where i.id > $1 and not exists (select from events e where e.item = i.id)
order by i.id limit $2`
const prefix = 'ticket '
const numbers = `
select i.customer, substring(i.id from '-([0-9]+)$')::int as number from items i where i.kind = 'ticket'`
const gaps = `
with used as (${numbers})
select c.customer, n as number
from (select substr(name, ${prefix.length + 1}) as customer, value from counters where name like '${prefix}%') c
cross join lateral generate_series(1, c.value) n
left join used u on u.customer = c.customer and u.number = n
where u.number is null order by c.customer, n`
const again = `
with used as (${numbers})
select c.customer, c.value as given
from (select substr(name, ${prefix.length + 1}) as customer, value from counters where name like '${prefix}%') c
where c.value < (select max(u.number) from used u where u.customer = c.customer) order by c.customer`

type Tail = { readonly item: string; readonly length: number; readonly head: string; readonly bad: boolean }

/** The audit of a database. `page`: how many events are held at a time. */
export const createAudit = (sql: Sql, page = 2_000): Audit => {
  const verify = createVerify(sql)

  /** What looks wrong may only have moved between two pages: one statement decides. */
  const judged = async ({ item, length, bad }: Tail): Promise<WalkedLog> =>
    bad ? { item, ...(await verify(item)) } : { item, length }

  const ended = async function* (tails: readonly Tail[]): AsyncGenerator<WalkedLog, void> {
    type End = {
      readonly item: string
      readonly seq: number
      readonly head: string
      readonly spoken: number | null
    }
    const rows = await sql<End>(ends, [tails.map(({ item }) => item)])
    const kept = new Map(rows.map((row) => [row.item, row]))
    for (const tail of tails) {
      const end = kept.get(tail.item)
      const log = await judged({
        ...tail,
        bad: tail.bad || end?.seq !== tail.length || end.head !== tail.head,
      })
      const spoken = end?.spoken ?? 0
      yield end !== undefined && spoken > end.seq ? { ...log, spoken } : log
    }
  }

  return {
    walk: async function* (seen = () => {}) {
      let tail: Tail | undefined
      for (let after: readonly [string, number] = ['', 0]; ; ) {
        const links = await sql<Link>(events, [...after, page])
        const over: Tail[] = []
        for (const link of links) {
          if (tail !== undefined && tail.item !== link.item) over.push(tail)
          const before: Tail =
            tail?.item === link.item ? tail : { item: link.item, length: 0, head: noHead, bad: false }
          const bad = before.bad || !follows(before.length, before.head, link)
          tail = { item: link.item, length: before.length + 1, head: link.hash, bad }
          seen(link)
        }
        const last = links.at(-1)
        if (last === undefined) break
        yield* ended(over)
        after = [last.item, last.seq]
      }
      if (tail !== undefined) yield* ended([tail])
      for (let after = ''; ; ) {
        const rows = await sql<{ item: string }>(empty, [after, page])
        for (const { item } of rows) yield judged({ item, length: 0, head: noHead, bad: true })
        const last = rows.at(-1)
        if (last === undefined) break
        after = last.item
      }
    },
    vanished: createVanished(sql, page),
    gaps: () => sql<Gap>(gaps),
    numbersAgain: () => sql<{ customer: string; given: number }>(again),
  }
}
