import type { Row } from '../domain/item/reading.ts'
import type { Directory } from '../domain/people/directory.ts'
import type { Store } from '../store/store.ts'
import { faceOf } from '../work/in-hand.ts'
import type { KindsOfWork } from '../work/kind.ts'
import { accountName, listedDirectories } from './web.ts'

/** So many open tickets of a supplier are looked through, the promises that run out first on top. */
const mostRead = 500

/** For how many of these items each person is waited for. */
const count = (
  kinds: KindsOfWork,
  rows: readonly Row[],
  directory: Directory,
): ReadonlyMap<string, number> => {
  const counts = new Map<string, number>()
  for (const row of rows)
    for (const person of faceOf(kinds, row)?.waitsFor(row.state, directory) ?? [])
      counts.set(person, (counts.get(person) ?? 0) + 1)
  return counts
}

const waitsOf = async (
  { as }: Pick<Store, 'as'>,
  kinds: KindsOfWork,
  directory: Directory,
  now: number,
): Promise<readonly (readonly [user: string, count: number])[]> => {
  const reader = { person: '', side: 'supplier', org: directory.supplier } as const
  const { rows } = await as(reader).find({
    ...{ groups: ['open'], priorities: [], reported: {}, ended: {}, sort: 'due' },
    ...{ now, soon: now, size: mostRead },
  })
  const counts = count(kinds, rows, directory)
  return Object.values(directory.people).flatMap((person) => {
    const [user, waits] = [accountName(person), counts.get(person.id)]
    return user === undefined || waits === undefined ? [] : [[user, waits]]
  })
}

/** How many open tickets wait for each person on the web chat, of either side; for whom none does is left out. */
export const webWaits =
  (store: Pick<Store, 'as' | 'directories'>, kinds: KindsOfWork, now: () => number) =>
  async (): Promise<ReadonlyMap<string, number>> => {
    const known = await listedDirectories(store.directories)
    const at = now()
    const counted = await Promise.all(
      [...known.values()].map((directory) => waitsOf(store, kinds, directory, at)),
    )
    return new Map(counted.flat())
  }
