import { works } from '../../agreement/work.ts'
import { type Category, categories, categoryRules } from './categories.ts'
import { requestRules } from './request-rules.ts'
import { weigh } from './weigh.ts'

/** A report says what matters in its first lines; more than these characters, and more than so many parts, are not read (T45). */
const mostRead = 4_000
const mostParts = 40

/** Words that go on to something else, where a sentence goes on. */
const marker =
  /(?<![a-z])(?:and also|also|plus|and another thing|another (?:thing|problem|issue)(?: is)?|besides(?: that)?|on top of that|in addition|additionally|secondly|moreover|and on top|oh and|and by the way|by the way)(?![a-z])|另外|此外|还有|还有就是|而且|并且|同时|再就是|再有|其次|顺便(?:说一下|问一下)?/gi
const sentenceEnd = /(?<=[!?;。！？；\n])|(?<=\.)(?=\s)/

/** What stands before the words of a part: the sign after the last one, `and`, `第二`. */
const lead = /^(?:[\s,，、.。;；:：-]|and(?![a-z])|then(?![a-z])|就是)+/i
const trail = /[\s,，、;；:：.。-]+$|(?:\s|^)(?:and|but|i|we|it)[\s,]*$/i

/** How it is with a thing, and no thing of its own: it goes with what was said before. */
const symptoms: readonly Category[] = ['performance', 'other']

type Part = { readonly from: number; readonly to: number; readonly marked: boolean }

/** Where each sentence, and what a marker begins in it, stands in the text. */
const partsOf = (text: string): readonly Part[] => {
  const parts: Part[] = []
  let at = 0
  for (const sentence of text.split(sentenceEnd)) {
    const end = at + sentence.length
    const marks = [...sentence.matchAll(marker)].map(({ index, 0: word }) => ({
      from: at + index,
      to: at + index + word.length,
    }))
    const starts = [{ from: at, marked: false }, ...marks.map(({ to }) => ({ from: to, marked: true }))]
    starts.forEach(({ from, marked }, index) => {
      parts.push({ from, to: marks[index]?.from ?? end, marked })
    })
    at = end
  }
  return parts.slice(0, mostParts)
}

const things = categories.filter((one) => !symptoms.includes(one))
const thingIn = (text: string): string | undefined => weigh(text, categoryRules, things)?.value
const isTrouble = (text: string): boolean => weigh(text, requestRules, works) !== undefined

const tidy = (text: string): string => text.replace(lead, '').replace(trail, '').replace(trail, '').trim()

/**
 * The troubles and requests of one report, each in its own words, first the first: `my laptop is slow, and also the whole
 * warehouse network is down` holds two. One alone is what it mostly is: a sentence begins another only where something is wrong
 * in it with another sort of thing, or where it says so (`also`, `另外`).
 */
export const troublesIn = (text: string): readonly string[] => {
  const read = text.slice(0, mostRead)
  const found: { from: number; to: number; wrong: boolean; named: readonly string[] }[] = []
  for (const { from, to, marked } of partsOf(read)) {
    const last = found.at(-1)
    const words = read.slice(from, to)
    const thing = thingIn(words)
    const named = thing === undefined ? [] : [thing]
    const wrong = isTrouble(words)
    const isKnown = thing === undefined || (!marked && found.some((one) => one.named.includes(thing)))
    const isNew = last !== undefined && (last.wrong || last.named.length > 0) && wrong && !isKnown
    if (isNew) found.push({ from, to, wrong, named })
    else
      found.splice(-1, 1, {
        from: last?.from ?? from,
        to,
        wrong: wrong || last?.wrong === true,
        named: [...(last?.named ?? []), ...named],
      })
  }
  return found.length < 2 ? [text] : found.map((one) => tidy(read.slice(one.from, one.to)))
}
