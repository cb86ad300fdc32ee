import { LRUCache } from 'lru-cache'
import { isEventOf, isOf } from '../domain/item/kinds.ts'
import type { Directory } from '../domain/people/directory.ts'
import { directoryItem } from '../domain/people/directory-item.ts'
import { emptyDirectory, evolveDirectory } from '../domain/people/evolve-directory.ts'
import type { Known } from './directories.ts'
import { withPresentState } from './kinds.ts'
import { type LoadedRow, loadedColumns } from './loaded.ts'
import { type EventRow, eventOf, recordedColumns } from './recorded.ts'
import type { Sql } from './sql.ts'

/** Where a directory stands in the table of items. */
export type Stand = { readonly id: string; readonly seq: number }

const whole = `select ${loadedColumns} from items i where i.id = $1`
const since = `select ${recordedColumns} from events e where e.item = $1 and e.seq > $2 order by e.seq limit $3`

/** Of a directory that is known at an earlier seq this many events are folded in; of more, its snapshot is read. */
const mostFolded = 100
/** What a person, a room, a roster takes in memory, roughly, and an agreement. Bytes. */
const entryBytes = 1_000
const agreementBytes = 30_000
/** So much of the directories is kept in memory, bytes: those used last. */
const usualBytes = 64 * 1024 * 1024

/** What is known where there is no directory. */
export const unknown: Known = { seq: 0, head: '', directory: emptyDirectory }

const bytesOf = ({ agreements, supplier: _, ...sections }: Directory): number =>
  Object.values(sections).reduce(
    (sum, section) => sum + entryBytes * Object.keys(section).length,
    entryBytes,
  ) +
  agreementBytes * Object.keys(agreements).length

/**
 * Directories as they stand, those used last kept in memory up to `bytes` of them. Whoever asks says at which seq the
 * directory stands by now, so that what is kept is never older than that.
 */
export const createDirectoryCache = (sql: Sql, bytes = usualBytes) => {
  const kept = new LRUCache<string, Known>({
    maxSize: bytes,
    // One that is larger than all that may be kept must not be read anew by every act.
    sizeCalculation: ({ directory }) => Math.min(bytesOf(directory), bytes),
  })
  const underway = new Map<string, Promise<Known>>()

  const readWhole = async (id: string): Promise<Known> => {
    const [row] = await withPresentState({ directory: directoryItem }, sql, await sql<LoadedRow>(whole, [id]))
    if (row === undefined || !isOf('directory', row)) return unknown
    return { seq: row.seq, head: row.head, directory: row.state }
  }

  const readSince = async (id: string, known: Known): Promise<Known> => {
    const events = await sql<EventRow>(since, [id, known.seq, mostFolded])
    const last = events.at(-1)
    if (last === undefined || events.length === mostFolded) return readWhole(id)
    const directory = events
      .map(eventOf)
      .filter((event) => isEventOf('directory', event))
      .reduce(evolveDirectory, known.directory)
    return { seq: last.seq, head: `\\x${last.hash}`, directory }
  }

  /** Many ask at once after a change: one of them reads. */
  const readAnew = (id: string): Promise<Known> => {
    const begun = underway.get(id)
    if (begun !== undefined) return begun
    const before = kept.get(id)
    const reading = (before === undefined ? readWhole(id) : readSince(id, before))
      .then((known) => {
        kept.set(id, known)
        return known
      })
      .finally(() => underway.delete(id))
    underway.set(id, reading)
    return reading
  }

  return async ({ id, seq }: Stand): Promise<Known> => {
    for (;;) {
      const known = kept.get(id) ?? unknown
      if (known.seq >= seq) return known
      const read = await readAnew(id)
      if (read.seq >= seq) return read
    }
  }
}
