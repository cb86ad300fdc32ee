import { negationOf } from './negation.ts'
import type { Rule } from './rule.ts'

/** Words of a text that a rule found, where, and what they point to there. */
export type Match = {
  readonly from: number
  readonly to: number
  readonly word: string
  readonly weight: number
  readonly value?: string
  readonly slight?: true
}

/** The same word said over and over says it once: later places are not searched. */
const mostPlaces = 4

/** Every word of the rules in the folded text; longer words take their place before shorter ones inside them. */
export const matches = (folded: string, rules: readonly Rule[]): readonly Match[] => {
  const candidates = rules
    .flatMap((rule) =>
      rule.words.flatMap((word) => placesOf(folded, word).map((place) => ({ rule, word, ...place }))),
    )
    .sort((one, other) => other.word.length - one.word.length || one.from - other.from)
  const taken: Match[] = []
  for (const { rule, word, from, to } of candidates) {
    if (taken.some((match) => from < match.to && match.from < to)) continue
    const negation = negationOf(folded, from)
    const value = negation === undefined ? rule.to : rule.negated
    taken.push({
      from: negation ?? from,
      to,
      word: negation === undefined ? word : `not ${word}`,
      weight: rule.weight,
      ...(rule.slight === undefined ? {} : { slight: rule.slight }),
      ...(value === undefined ? {} : { value }),
    })
  }
  return taken.sort((one, other) => one.from - other.from)
}

const placesOf = (folded: string, word: string): readonly { from: number; to: number }[] => {
  const places: { from: number; to: number }[] = []
  let from = folded.indexOf(word)
  for (let tries = 0; from >= 0 && tries < mostPlaces; tries += 1) {
    const to = wordEnd(folded, from, word)
    if (to !== undefined) places.push({ from, to })
    from = folded.indexOf(word, from + word.length)
  }
  return places
}

/** Where the word at `from` ends, when it is a whole word: Latin words stand between spaces and may be inflected. */
const wordEnd = (folded: string, from: number, word: string): number | undefined => {
  const end = from + word.length
  if (/^[a-z0-9]/.test(word) && /[a-z0-9]/.test(folded.charAt(from - 1))) return undefined
  if (!/[a-z0-9]$/.test(word)) return end
  const inflected =
    word.length < 4
      ? end
      : end + (/^(?:es|ed|ing|s|d)(?![a-z0-9])/.exec(folded.slice(end, end + 4))?.[0].length ?? 0)
  return /[a-z0-9]/.test(folded.charAt(inflected)) ? undefined : inflected
}
