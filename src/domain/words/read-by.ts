import { plain } from './plain.ts'

/** Words and phrases by what they say; those under `around` say nothing by themselves. Plain, without apostrophes. */
export type Vocabulary = { readonly [meaning: string]: readonly string[] }

type Known = { readonly word: string; readonly meaning: string }

/** A vocabulary made ready for reading: by first letter, longer words before shorter ones they begin with. */
export type Lexicon = {
  readonly byLetter: ReadonlyMap<string, readonly Known[]>
  /** Words that are long enough to be known with a slip of the keys in them. */
  readonly long: readonly Known[]
}

/** What a short message is made of: its known words in order, and what is in none of them. */
export type Reading = {
  readonly said: readonly (Known & { readonly clause: number })[]
  readonly unknown: readonly string[]
  /** How many words of the text given beside the lexicon stand in it. */
  readonly own: number
  /** It is put as a question. */
  readonly asks: boolean
}

/** Shorter words are too like each other. */
const slipFrom = 5

export const lexicon = (...vocabularies: readonly Vocabulary[]): Lexicon => {
  const all = vocabularies
    .flatMap((vocabulary) => Object.entries(vocabulary))
    .flatMap(([meaning, words]) => words.map((word) => ({ word, meaning })))
    .toSorted((one, other) => other.word.length - one.word.length)
  const byLetter = new Map<string, Known[]>()
  for (const known of all) {
    const letter = known.word.charAt(0)
    const those = byLetter.get(letter)
    if (those === undefined) byLetter.set(letter, [known])
    else those.push(known)
  }
  const long = all.filter(({ word, meaning }) => meaning !== 'around' && isLatin(word, slipFrom))
  return { byLetter, long }
}

const isLatin = (word: string, least: number): boolean => word.length >= least && /^[a-z]+$/.test(word)

/**
 * Reads a message by the words of a lexicon. Undefined where it is too long to be a few words to what was said before.
 * `own`: a text whose words are known too, as those of the report it may be about.
 */
export const readBy = (text: string, { byLetter, long }: Lexicon, own = ''): Reading | undefined => {
  const whole = plain(text)
  if (!whole.isWhole) return undefined
  const said = whole.text.replace(/(?<=[a-z])'(?=[a-z])/g, '')
  const ownWords = wordsOf(own)
  const found: Reading['said'][number][] = []
  const unknown: string[] = []
  let [at, clause, ownFound] = [0, 0, 0]
  while (at < said.length) {
    const rest = said.slice(at)
    const next = byLetter.get(rest.charAt(0))?.find(({ word }) => startsWithWord(rest, word))
    if (next !== undefined) {
      found.push({ ...next, clause })
      at += next.word.length
      continue
    }
    const latin = /^[a-z0-9_/.-]*[a-z0-9]/.exec(rest)?.[0]
    const word = latin ?? String.fromCodePoint(rest.codePointAt(0) ?? 0)
    if (latin !== undefined) {
      const meant = ownWords.has(latin) || isNumber(latin) ? undefined : slipOf(latin, long)
      if (ownWords.has(latin)) ownFound += 1
      else if (meant !== undefined) found.push({ ...meant, clause })
      else if (!isNumber(latin)) unknown.push(latin)
    } else if (/\p{L}/u.test(word)) {
      const isOwn = ownWords.has(said.slice(at, at + 2)) || ownWords.has(said.slice(at - 1, at + 1))
      if (isOwn) ownFound += 1
      else unknown.push(word)
    } else if (/[,.;:!?、~\n]/.test(word)) clause += 1
    at += word.length
  }
  return { said: found, unknown, own: ownFound, asks: puts.test(said) }
}

/** How a question ends. `呢` asks (`我的电脑呢`), unless something goes on: `客户都等着呢`. */
const puts = /\?|[吗嘛么][。!~ ]*$|(?:^|[,.;:!?、。\n])[^,.;:!?、。\n着正在都还]*呢[。!~ ]*$/

/** A time of day, a count, a ticket's own number: it is about nothing else by itself. */
const isNumber = (word: string): boolean =>
  /^[a-z][a-z0-9]{0,9}-[a-z]{0,2}\d{1,9}$/.test(word) ||
  /^\d[\d.:/-]*(?:am|pm|h|min|mins|st|nd|rd|th|x)?$/.test(word)

const startsWithWord = (text: string, word: string): boolean =>
  text.startsWith(word) && !(/[a-z0-9]$/.test(word) && /^[a-z0-9]/.test(text.slice(word.length)))

/** The words of a text: Latin ones of three letters and more, without the plural's `s` too, and what stands side by side in Chinese. */
const wordsOf = (text: string): ReadonlySet<string> => {
  const read = plain(text, 1_000).text
  const latin = read.match(/[a-z0-9]{3,}/g) ?? []
  const pairs = [...read.matchAll(/(?=(\p{Script=Han}{2}))/gu)].map(([, pair = '']) => pair)
  return new Set([
    ...latin,
    ...latin.map((word) => word.replace(/s$/, '')),
    ...latin.map((word) => `${word}s`),
    ...pairs,
  ])
}

/** The word somebody meant who left out, doubled, mistook or swapped one letter of it. */
const slipOf = (word: string, long: readonly Known[]): Known | undefined =>
  isLatin(word, slipFrom) ? long.find((known) => isSlip(word, known.word)) : undefined

const isSlip = (typed: string, meant: string): boolean => {
  if (Math.abs(typed.length - meant.length) > 1 || typed.charAt(0) !== meant.charAt(0)) return false
  let at = 0
  while (at < typed.length && typed[at] === meant[at]) at += 1
  const [one, other] = [typed.slice(at), meant.slice(at)]
  if (one.slice(1) === other || one === other.slice(1) || one.slice(1) === other.slice(1)) return true
  return one[0] === other[1] && one[1] === other[0] && one.slice(2) === other.slice(2)
}
