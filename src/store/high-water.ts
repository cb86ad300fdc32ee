import { readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import type { Instant } from '../domain/calendar/calendar.ts'
import { makeDirectory } from '../process/make-directory.ts'
import type { Change } from './change.ts'
import type { Doubtful, EraNow, Eras } from './era.ts'

/** So many items that moved last are remembered; what moved before is older than any backup that is still put back. */
const most = 10_000

const mark = z.object({
  id: z.string(),
  count: z.number(),
  at: z.number(),
  /** Where the logs of the items that moved here last ended. */
  ends: z.record(z.string(), z.number()),
})

/** What is gone from a database that went back in time: from when to when, which items, and which notices may be sent twice. */
export type WentBack = {
  readonly from: Instant
  /** Where it had come to; nothing where only the operator says that it went back. */
  readonly to?: Instant
  readonly items: readonly { readonly item: string; readonly was: number; readonly is: number }[]
  readonly notices: readonly Doubtful[]
}

/**
 * What this process remembers of the database outside of it, in the data directory: how far it had come. A backup that is put
 * back does not take this file back with it, so the next start knows (T27).
 */
export const createHighWater = (
  eras: Eras,
  dataDir: string,
  now: () => Instant,
  /** The database went back beneath this process: told once, by what it remembers. */
  onWentBack: (back: WentBack) => Promise<void> = async () => {},
) => {
  const file = join(dataDir, 'high-water.json')
  const ends = new Map<string, number>()
  /** As this process saw it last, and how much was written then. */
  let seen: EraNow | undefined
  /** This process committed something since. */
  let hasMoved = false
  let isBack = false

  const lost = async (from: Instant, to: Instant): Promise<WentBack> => {
    const present = await eras.ends([...ends.keys()])
    const items = [...ends].flatMap(([item, was]) => {
      const is = present.get(item) ?? 0
      return is < was ? [{ item, was, is }] : []
    })
    return { from, to, items, notices: await eras.doubtful() }
  }

  const remember = async (): Promise<void> => {
    // What is remembered stays as it is then, for the next start to refuse by.
    if (isBack) return
    const before = await eras.read()
    if (seen?.id === before.id && before.count < seen.count) {
      isBack = true
      return onWentBack(await lost(before.at, seen.at))
    }
    const isWritten =
      hasMoved || seen?.id !== before.id || before.written === undefined || before.written !== seen.written
    // While nothing is written, nothing can be lost: a backup of then is all there is.
    if (!isWritten && before.count === seen?.count) return
    hasMoved = false
    const era = isWritten ? await eras.next(now()) : { id: before.id, count: before.count, at: before.at }
    seen = before.written === undefined ? era : { ...era, written: before.written }
    const text = JSON.stringify({ ...era, ends: Object.fromEntries(ends) })
    await makeDirectory(dataDir)
    // Processes on servers of the operator's may share the directory: each writes a draft of its own.
    await writeFile(`${file}.${process.pid}`, text, { mode: 0o600 })
    await rename(`${file}.${process.pid}`, file)
  }

  return {
    /**
     * Whether the database is older than it was when it was remembered last. Of another one, or with nothing remembered, as in
     * a new data directory, that is the operator's to say: `told`.
     */
    wentBack: async (told: boolean): Promise<WentBack | undefined> => {
      // A file that is not there, or was damaged by a power loss, remembers nothing.
      const text = await readFile(file, 'utf8')
        .then(JSON.parse)
        .catch(() => undefined)
      const read = mark.safeParse(text)
      const era = await eras.read()
      if (!read.success || read.data.id !== era.id)
        return told ? { from: era.at, items: [], notices: await eras.doubtful() } : undefined
      for (const [item, seq] of Object.entries(read.data.ends)) ends.set(item, seq)
      if (read.data.count <= era.count) return undefined
      return lost(era.at, read.data.at)
    },
    /** The operator knows, and goes on from here: nothing that may have been sent is sent again. */
    accept: async (): Promise<void> => {
      await eras.withdraw(now())
      ends.clear()
      await remember()
    },
    remember,
    committed: (changes: readonly Change[]): void => {
      hasMoved = true
      for (const { item, expected, events } of changes) {
        // Set anew, it is the last to be forgotten.
        ends.delete(item)
        ends.set(item, expected + events.length)
        const [oldest] = ends.size > most ? ends.keys() : []
        if (oldest !== undefined) ends.delete(oldest)
      }
    },
  }
}

const named = 50
const some = (names: readonly string[]): string =>
  names.length === 0
    ? 'none'
    : `${names.slice(0, named).join(', ')}${names.length > named ? ` and ${names.length - named} more` : ''}`

/** What the operator is told of it. */
export const wentBackLines = ({ from, to, items, notices }: WentBack): readonly string[] => [
  `An older backup of the database was restored: it stands where it was at ${new Date(from).toISOString()}${to === undefined ? '; how far it had come is not known here' : `, and had come to ${new Date(to).toISOString()}`}.`,
  `Went back, as far as this process had a part in it: ${some(items.map(({ item, was, is }) => (is === 0 ? `${item} (gone)` : `${item} (to entry ${is} of ${was})`)))}.`,
  `Owed again, and perhaps sent before: ${notices.length} notices, about ${some([...new Set(notices.map(({ item }) => item).filter((item) => item !== ''))])}.`,
]

/** What they can do. */
export const restoredAdvice: readonly string[] = [
  'Nothing was woken or sent. Look at these tickets in the chats: some may be closed there that are open here again.',
  'To go on from here start with `npm start -- --restored`: what may have been sent is not sent again. Or restore a later backup.',
]

/** What they read when it happens beneath a process that goes on. */
export const restoredMeanwhile =
  'It was put back while this process ran, so what is owed goes out, and some of it perhaps a second time. Look at these tickets in the chats; the next start asks for `npm start -- --restored`.'
