import { createHash } from 'node:crypto'
import { z } from 'zod'
import { no, type Result, yes } from '../../domain/result.ts'

/** An event's place in the logs and its hash, in PostgreSQL's hex form. */
export type Sealed = { readonly item: string; readonly seq: number; readonly hash: string }

/** What an anchor holds: of each log the marks of its events, the first event's first. */
export type Anchored = ReadonlyMap<string, readonly string[]>

/** 128 bits of the hash: nobody finds another event with the same, and the file stays a tenth of the log's size. */
const markOf = (hash: string): string => hash.slice(2, 34)

const entry = z.object({
  item: z.string().min(1),
  seq: z.int().positive(),
  marks: z.array(z.string().regex(/^[0-9a-f]{32}$/)).min(1),
})

const entryOf = (text: string): z.infer<typeof entry> | undefined => {
  try {
    return entry.parse(JSON.parse(text))
  } catch {
    return undefined
  }
}

/**
 * Reads an anchor: lines of JSON, each with the marks of some events of one log, the first of them at `seq`. A line that is
 * none, or that does not go on where the one before it ended, makes all of it untrustworthy: its number is the answer.
 */
export const readAnchor = (text: string): Result<Anchored, number> => {
  const anchored = new Map<string, string[]>()
  for (const [index, line] of text.split('\n').entries()) {
    if (line === '') continue
    const read = entryOf(line)
    const marks = read === undefined ? [] : (anchored.get(read.item) ?? [])
    if (read === undefined || read.seq !== marks.length + 1) return no(index + 1)
    for (const mark of read.marks) marks.push(mark)
    anchored.set(read.item, marks)
  }
  return yes(anchored)
}

/** What an anchor is known by, short enough to be written down or sent to the other party. */
export const fingerprint = (text: string): string => createHash('sha256').update(text).digest('hex')

/** Where a log departs from what was anchored of it: the first event that is not as it was. */
export type Departure = {
  readonly item: string
  readonly badSeq: number
  readonly what: 'gone' | 'shortened' | 'rewritten'
}

/**
 * Holds the logs against an anchor while they are walked: hand it every event, in order, then ask. It only ever grows:
 * what was noted once is what later audits are held against, and `news` is what this walk adds.
 */
export const holdAgainst = (anchored: Anchored) => {
  const lengths = new Map<string, number>()
  const rewritten = new Map<string, number>()
  const fresh = new Map<string, { readonly seq: number; readonly marks: string[] }>()
  return {
    see: ({ item, seq, hash }: Sealed): void => {
      lengths.set(item, seq)
      const mark = markOf(hash)
      const noted = anchored.get(item)?.[seq - 1]
      if (noted === undefined) {
        const added = fresh.get(item) ?? { seq, marks: [] }
        fresh.set(item, added)
        added.marks.push(mark)
      } else if (noted !== mark && !rewritten.has(item)) rewritten.set(item, seq)
    },
    departures: (): readonly Departure[] =>
      [...anchored].flatMap(([item, { length: noted }]): readonly Departure[] => {
        const length = lengths.get(item)
        if (length === undefined) return [{ item, badSeq: 1, what: 'gone' }]
        const badSeq = rewritten.get(item)
        if (badSeq !== undefined) return [{ item, badSeq, what: 'rewritten' }]
        return noted > length ? [{ item, badSeq: length + 1, what: 'shortened' }] : []
      }),
    news: (): string =>
      [...fresh].map(([item, { seq, marks }]) => `${JSON.stringify({ item, seq, marks })}\n`).join(''),
  }
}
