import type { Sql } from './sql.ts'

const isGone = `item is not null and not exists (select from items i where i.id = item)
  and not exists (select from events e where e.item = p.item)`
const place = ['platform', 'team', 'conversation', 'message']
/** What speaks of items, by which key it is read in pages, and where that begins. */
const speaking = [
  { table: 'outbox', keys: ['id'], from: ['0'] },
  { table: 'threads', keys: place, from: ['', '', '', ''] },
  { table: 'living', keys: place, from: ['', '', '', ''] },
] as const
type Spoken = { readonly [key in (typeof speaking)[number]['keys'][number]]: string } & {
  readonly item: string
  readonly gone: boolean
}
const pageOf = ({ table, keys }: { readonly table: string; readonly keys: readonly string[] }): string => {
  const given = keys.map((_, index) => `$${index + 1}${table === 'outbox' ? '::bigint' : ''}`)
  return `select ${keys.map((key) => `${key}::text`).join(', ')}, item, ${isGone} as gone
from (select ${keys.join(', ')}, item from ${table} where (${keys.join(', ')}) > (${given.join(', ')})
  order by ${keys.join(', ')} limit $${keys.length + 1}) p order by ${keys.map((key) => `p.${key}`).join(', ')}`
}

/** Items that something still speaks of and that are gone with their whole log, by id; what speaks of them is read in pages. */
export const createVanished = (sql: Sql, page: number) => async (): Promise<readonly string[]> => {
  const found = new Set<string>()
  for (const one of speaking) {
    const text = pageOf(one)
    for (let after: readonly string[] = one.from; ; ) {
      const rows = await sql<Spoken>(text, [...after, page])
      for (const { item, gone } of rows) if (gone) found.add(item)
      const last = rows.at(-1)
      if (last === undefined) break
      after = one.keys.map((key) => last[key] ?? '')
    }
  }
  return [...found].toSorted()
}
