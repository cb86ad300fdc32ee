import { isDeepStrictEqual } from 'node:util'
import { LRUCache } from 'lru-cache'
import type { World } from '../domain/item/item.ts'
import { isEventOf } from '../domain/item/kinds.ts'
import type { Index } from '../domain/item/reading.ts'
import { emptyDirectory, evolveDirectory } from '../domain/people/evolve-directory.ts'
import { directoryId } from '../domain/people/tenant.ts'
import type { Kinds } from './kinds.ts'
import { type EventRow, eventOf } from './recorded.ts'
import { type ListRow, listColumns, rowOf } from './rows.ts'
import type { Sql } from './sql.ts'

/** The kinds whose items are folded anew, and what lists need of them. */
export type Folding = Kinds & {
  readonly [kind: string]: { index(state: unknown, world: World): Index }
}

/** An item whose row is not what its log comes to: which parts of its state, and which of its columns. */
export type Strayed = {
  readonly item: string
  readonly state: readonly string[]
  readonly columns: readonly string[]
}

/** So many items are looked at together at most, and so many of their events. */
const mostItems = 200
const mostEvents = 5_000
/** Directories kept while tickets of their suppliers are looked at: those of one supplier stand side by side. */
const mostDirectories = 20

const page = `
with given as (select id, seq, sum(seq) over (order by id) as events from items where id > $1 order by id limit $2)
select id from given where events - seq < $3 order by id`

/** One statement, so one moment: what is committed meanwhile is not mistaken for a change by hand. */
const rows = `
select i.id as item, 0 as seq, to_jsonb(i) as what from (select ${listColumns}, i.state_seq from items i where i.id = any($1)) i
union all
select e.item, e.seq, jsonb_build_object('at', e.at, 'by', e.by, 'type', e.type, 'body', e.body) from events e
where e.item = any($1) order by 1, 2`
const log = 'select e.at, e.by, e.type, e.body from events e where e.item = $1 order by e.seq'

type Stored = ListRow & { readonly state_seq: number | null }
type Logged = Pick<EventRow, 'at' | 'by' | 'type' | 'body'>
type Part = { readonly item: string; readonly seq: number; readonly what: Stored & Logged }

/** As it is stored: without what is undefined. */
const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value ?? null))

const differing = (one: unknown, other: unknown): readonly string[] => {
  const [a, b] = [plain(one), plain(other)].map((value) => new Map(Object.entries(Object(value))))
  return [...new Set([...(a?.keys() ?? []), ...(b?.keys() ?? [])])].filter(
    (key) => !isDeepStrictEqual(a?.get(key), b?.get(key)),
  )
}

/**
 * Every item whose state or columns are not what its events come to, in pages. One whose snapshot another version made is
 * left out: it is folded anew before anybody reads it.
 */
export const createStateAudit = (
  sql: Sql,
  kinds: Folding,
  most = { items: mostItems, events: mostEvents },
) => {
  const directories = new LRUCache<string, World>({ max: mostDirectories })
  const worldOf = async (supplier: string): Promise<World> => {
    const known = directories.get(supplier)
    if (known !== undefined) return known
    const directory = (await sql<Logged>(log, [directoryId(supplier)]))
      .map(eventOf)
      .filter((event) => isEventOf('directory', event))
      .reduce(evolveDirectory, emptyDirectory)
    const world = { directory }
    directories.set(supplier, world)
    return world
  }

  const strayed = async (stored: Stored, events: readonly Logged[]): Promise<Strayed | undefined> => {
    const kind = Object.hasOwn(kinds, stored.kind) ? kinds[stored.kind] : undefined
    if (kind === undefined || kind.version !== stored.version || events.length !== stored.seq)
      return undefined
    let state: unknown
    let snapshot: unknown
    try {
      for (const [index, event] of events.entries()) {
        state = kind.evolve(state, eventOf(event))
        if (index + 1 === (stored.state_seq ?? stored.seq)) snapshot = state
      }
    } catch {
      // No decision of ours ever made such a log.
      return { item: stored.id, state: ['all of it'], columns: [] }
    }
    const found = {
      item: stored.id,
      state: differing(stored.state, snapshot),
      columns: differing(rowOf(stored).index, {
        waitingFor: [],
        ...kind.index(state, await worldOf(stored.supplier)),
      }),
    }
    return found.state.length + found.columns.length === 0 ? undefined : found
  }

  return async function* (): AsyncGenerator<Strayed, void> {
    for (let after = ''; ; ) {
      const ids = (await sql<{ id: string }>(page, [after, most.items, most.events])).map(({ id }) => id)
      const last = ids.at(-1)
      if (last === undefined) return
      const logs = new Map<string, Logged[]>(ids.map((id) => [id, []]))
      const items: Stored[] = []
      for (const { item, seq, what } of await sql<Part>(rows, [ids]))
        if (seq === 0) items.push(what)
        else logs.get(item)?.push(what)
      for (const item of items) {
        const found = await strayed(item, logs.get(item.id) ?? [])
        if (found !== undefined) yield found
      }
      after = last
    }
  }
}
