import { words } from './rule.ts'

/** Words that may stand between the "not" and what it negates: `not really that urgent`, `没有什么影响`, `不是很急`. */
const fillers = words(
  'very, that, so, really, too, particularly, especially, terribly, super, at all',
  'all that, a, an, any, the, known, yet, real, much, big, major, have, need, in, be, is',
  '是, 太, 很, 算, 那么, 这么, 特别, 怎么, 什么, 会, 有, 大, 任何, 非常, 十分, 造成',
)

/** Words that turn what follows into its opposite. English ones are whole words or `n't`; Chinese ones stand anywhere. */
const negators = words(
  "not, n't, no, never, without, hardly",
  '不用, 不必, 无需, 并非, 毫无, 不, 没, 无, 未, 别',
)

const reach = 40
const mostFillers = 4

/** Where the negation of the words at `start` begins, if they are negated. It looks back over a few fillers, no further. */
export const negationOf = (folded: string, start: number): number | undefined => {
  const from = Math.max(0, start - reach)
  let before = folded.slice(from, start).trimEnd()
  for (let passed = 0; passed <= mostFillers; passed += 1) {
    const filler = fillers.find((word) => endsWithWord(before, word))
    if (filler === undefined) break
    before = before.slice(0, -filler.length).trimEnd()
  }
  const negator = negators.find((word) => endsWithWord(before, word))
  if (negator === undefined) return undefined
  const untouched = before.slice(0, -negator.length)
  return from + (negator === "n't" ? untouched.replace(/[a-z]+$/, '') : untouched).length
}

const endsWithWord = (text: string, word: string): boolean =>
  text.endsWith(word) &&
  (!/^[a-z]/.test(word) || word === "n't" || !/[a-z0-9]$/.test(text.slice(0, -word.length)))
