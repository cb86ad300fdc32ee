/**
 * Words that point to a value, in both languages, lower case. How strongly: 9 says it outright, 3 points to it, 1 leans.
 * A rule without `to` only keeps its words from being read as others (`drop down` is not `down`). `negated` is what the
 * words point to after a "not" (`not urgent`, `不急`); without it they then point to nothing.
 */
export type Rule = {
  readonly to?: string
  readonly negated?: string
  readonly weight: number
  /** They stand in any sentence: they may decide between others, and are nothing to show as a reason. */
  readonly slight?: true
  readonly words: readonly string[]
}

/** The words of a rule, written as they are read: lists with commas, English and Chinese. */
export const words = (...lists: readonly string[]): readonly string[] =>
  lists.flatMap((list) => list.split(', '))
