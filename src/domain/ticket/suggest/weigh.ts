import { fold } from '../../words/fold.ts'
import { matches } from './matches.ts'
import type { Rule } from './rule.ts'

/** What the words of a text point to, and which of them did, as they were typed; none where only slight ones did. */
export type Pointed = { readonly value: string; readonly words: readonly string[] }

/** A report says what matters in its first lines; more than this many characters are not read. */
const mostRead = 4_000

/**
 * The value the words of a text point to most strongly, each word counted once; at equal strength the earlier of
 * `values`. Nothing when no word points anywhere.
 */
export const weigh = (
  text: string,
  rules: readonly Rule[],
  values: readonly string[],
): Pointed | undefined => {
  const read = text.slice(0, mostRead)
  const found = matches(fold(read), rules)
  const strength = (value: string): number => {
    const words = new Map(
      found.flatMap((match) => (match.value === value ? [[match.word, match.weight]] : [])),
    )
    return [...words.values()].reduce((sum, weight) => sum + weight, 0)
  }
  const value = values.reduce<string | undefined>(
    (best, next) => (strength(next) > (best === undefined ? 0 : strength(best)) ? next : best),
    undefined,
  )
  if (value === undefined) return undefined
  const words = found.flatMap((match) =>
    match.value === value && match.slight === undefined ? [read.slice(match.from, match.to)] : [],
  )
  return { value, words: [...new Set(words)] }
}
