import type { ListedRow } from '../chat/line.ts'
import type { Reading } from '../chat/reading.ts'
import type { Query, Row } from '../domain/item/reading.ts'
import { askedList } from '../domain/list/asked-list.ts'
import type { FoundList } from '../domain/list/found-list.ts'
import type { ListQuery } from '../domain/list/list-query.ts'
import { askedOverview, type Overview } from '../domain/list/overview.ts'
import type { Person } from '../domain/people/directory.ts'
import type { ScopedStore } from '../store/store.ts'
import { listedRows } from './in-hand.ts'
import type { KindsOfWork } from './kind.ts'

/** What a conversation reads of lists, in the words of whoever reads. */
export type ListReads = {
  readonly list: (query: Query) => Promise<readonly ListedRow[]>
  readonly find: (query: ListQuery, size: number) => Promise<FoundList<ListedRow>>
  readonly overview: () => Promise<readonly Overview[]>
}

/** The lists of one person's scope as they read them at this moment. */
export const listReads = (
  kinds: KindsOfWork,
  scoped: ScopedStore,
  reading: Reading,
  person: Person,
): ListReads => {
  const worded = (rows: readonly Row[]) => listedRows(kinds, rows, reading, person)
  const { zone, now } = reading
  return {
    list: async (query) => worded(await scoped.list(query)),
    find: async (query, size) => {
      const found = await scoped.find(askedList(query, { ...reading, person }, size))
      return { ...found, rows: worded(found.rows) }
    },
    overview: () => scoped.overview(askedOverview(person, zone, now)),
  }
}
