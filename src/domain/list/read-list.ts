import type { Directory, Person } from '../people/directory.ts'
import { plain } from '../words/plain.ts'
import { createNames, type Named } from './called.ts'
import { anyList, type ListQuery } from './list-query.ts'
import { listWord, type Meaning, us } from './list-words.ts'
import { readAge } from './read-age.ts'
import { readWritten } from './written-list.ts'

/** Words about a list, as far as they were understood. */
export type ReadList = {
  readonly query: ListQuery
  /** What says nothing that can be asked of a list, or names another beside who is meant, as it was typed. */
  readonly unknown: readonly string[]
  /** Names that several are called by: whose is asked, never guessed. */
  readonly namesakes: readonly { readonly said: string; readonly who: readonly Named[] }[]
  /** How many words said something. */
  readonly understood: number
}

/** So many characters of a search are kept: a word or five. */
export const longestSearch = 60

const gap = /^[\s,，、;:/+&|。.!?()[\]【】]+/u
const latin = /^[a-z0-9_'-]+/
const sign = /^./su

const both = <Value>(one: readonly Value[], other: readonly Value[] = []): readonly Value[] => [
  ...new Set([...one, ...other]),
]

/** The query with what a word adds: groups and priorities gather, of anything else the last counts. */
const withMeaning = (query: ListQuery, { groups, priorities, ...others }: Meaning): ListQuery => ({
  ...query,
  ...others,
  groups: both(query.groups, groups),
  priorities: both(query.priorities, priorities),
})

/** A list is of one person and one customer: whoever is named beside them is said to limit nothing, not put in their place. */
const isOther = (query: ListQuery, named: Named): boolean =>
  'person' in named
    ? query.person !== undefined && query.person !== named.person
    : query.customer !== undefined && query.customer !== named.customer

/** A supplier's people see all of theirs as it is. */
const ofTheirs = ({ customer, ...query }: ListQuery, { side, org }: Person): ListQuery => {
  const own = customer === us ? (side === 'customer' ? org : undefined) : customer
  return own === undefined ? query : { ...query, customer: own }
}

/**
 * Reads which work is meant by words of both languages in any order: `open P1 王芳`, `closed this month`, `未解决 一级`. The names
 * are those the reader may know; a period keeps its word.
 */
export const readList = (
  words: string,
  {
    directory,
    person,
    names: knows = person,
  }: {
    readonly directory: Directory
    readonly person: Person
    /** As whom the names are known, where others read along. */
    readonly names?: Pick<Person, 'side' | 'org'>
  },
): ReadList => {
  const said = plain(words)
  const names = createNames(directory, knows)
  let query = anyList
  let understood = 0
  const unknown: string[] = []
  const namesakes: { said: string; who: readonly Named[] }[] = []
  const typed = (from: number, to: number): string => {
    const rest = said.from(from)
    return rest.slice(0, rest.length - said.from(to).length).trim()
  }
  const name = (who: readonly Named[], from: number, to: number): void => {
    understood += 1
    const [only, another] = who
    if (only === undefined || another !== undefined) namesakes.push({ said: typed(from, to), who })
    else if (isOther(query, only)) unknown.push(typed(from, to))
    else query = { ...query, ...only }
  }
  const isOpen = { from: -1 }
  /** What was passed over since: a part of a name, or nothing that is known. */
  const flush = (to: number): void => {
    const { from } = isOpen
    isOpen.from = -1
    if (from === -1) return
    const who = names.partly(said.text.slice(from, to))
    if (who.length > 0) name(who, from, to)
    else unknown.push(typed(from, to))
  }
  let at = 0
  while (at < said.text.length) {
    const rest = said.text.slice(at)
    const pause = gap.exec(rest)?.[0].length ?? 0
    if (pause > 0) {
      flush(at)
      at += pause
      continue
    }
    const written = readWritten(rest, (length) => typed(at, at + length))
    const age = readAge(rest)
    const word = listWord(rest, person.side)
    const whole = names.whole(rest)
    const longest = Math.max(...[written, age, word, whole].map((found) => found?.taken ?? 0))
    if (longest === 0) {
      if (isOpen.from === -1) isOpen.from = at
      at += (latin.exec(rest) ?? sign.exec(rest))?.[0].length ?? 1
      continue
    }
    flush(at)
    if (written?.taken === longest) {
      query = withMeaning(query, written.meaning)
      understood += 1
    } else if (age?.taken === longest) {
      query = { ...query, ...age.age }
      understood += 1
    } else if (word?.taken === longest) {
      query = withMeaning(query, word.meaning)
      understood += Object.keys(word.meaning).length === 0 ? 0 : 1
    } else if (whole !== undefined) name(whole.who, at, at + whole.taken)
    at += longest
  }
  flush(at)
  return { query: ofTheirs(query, person), unknown, namesakes, understood }
}

/** Everything said is what to look for: `find printer`, `查 打印机`. */
export const readSearch = (words: string): ListQuery => {
  const text = plain(words).from(0).trim().slice(0, longestSearch)
  return text === '' ? anyList : { ...anyList, text }
}
