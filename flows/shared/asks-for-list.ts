import { readList } from '../../src/domain/list/read-list.ts'
import type { Person } from '../../src/domain/people/directory.ts'
import { emptyDirectory } from '../../src/domain/people/evolve-directory.ts'

/** Words of trouble: whatever stands beside them is a report. */
const trouble =
  /[不没無无]|fail|坏|错|慢|\b(?:not|no|cannot|can|can't|won't|isn't|aren't|doesn't|don't|down|broken|slow|error|why|wrong|stopped|out)\b/i
/** A name has so many words or characters at most, and no more than two of them are unknown. */
const mostUnknown = 2
const longestName = 12

/** A category alone limits a list; beside words that nobody knows it is what is wrong. */
const isPlain = ({ query }: ReturnType<typeof readList>): boolean => {
  const { groups, priorities, period, older, newer, sort, person, customer } = query
  return (
    groups.length + priorities.length > 0 ||
    [period, older, newer, sort, person, customer].some((field) => field !== undefined)
  )
}

/**
 * Words behind `tickets` that ask for a list, as they were said. The supplier's people are told what of theirs is not
 * understood; of the customer's, who report in plain words, only what reads as a list is one.
 */
export const asksForList = (words: string, person?: Person): string | undefined =>
  person?.side === 'customer' ? asksPlainly(words, person) : words

/** Words that can be nothing but limits of a list, and a name or two among them. */
export const asksPlainly = (words: string, person?: Person): string | undefined => {
  if (person === undefined) return undefined
  const read = readList(words, { directory: emptyDirectory, person })
  const { unknown } = read
  if (read.understood === 0) return undefined
  if (unknown.length === 0) return words
  const mayBeNames = unknown.length <= mostUnknown && unknown.every((word) => word.length <= longestName)
  return mayBeNames && isPlain(read) && !trouble.test(words) ? words : undefined
}

/** Words behind `find` that are looked for: of the customer's people a few, which say nothing of what is wrong. */
export const asksToFind = (words: string, person?: Person): string | undefined => {
  const few = /^\S+(?: \S+){0,2}$/.test(words.trim()) && words.length <= 30
  return person?.side !== 'customer' || (few && !trouble.test(words)) ? words : undefined
}
