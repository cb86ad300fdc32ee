import { type Plain, plain } from '../domain/words/plain.ts'

/** So many things are passed over before the words begin, and no more (T45). */
const mostPassed = 12

/** A slash (`、` is that key of a Chinese keyboard), quotation marks, emphasis, a dash of a list, emoji: signs around a command, not in it. */
const signs =
  /^(?:[\s/\\、!*_~`"'“”„‘’‚«»‹›「」『』【】《》()[\]{}]|[-—•·]+\s|\p{Extended_Pictographic}|\p{Emoji_Modifier}|\p{RI})+/u
/** Somebody who is called beside the bot: `@wang, `. */
const called = /^@[^\s@,:;、]{1,64}(?=[\s,:;、]|$)/u
const pause = /^[\s,:;、]{1,4}/

/** How long a call of somebody is at the start of plain text; `names` are plain, and may hold blanks. */
const callLength = (text: string, names: readonly string[]): number => {
  if (!text.startsWith('@')) return 0
  const named = names
    .filter(
      (name) =>
        name !== '' &&
        text.startsWith(name, 1) &&
        !(/[a-z0-9]$/.test(name) && /^[a-z0-9]/.test(text.slice(1 + name.length))),
    )
    .reduce((longest, { length }) => Math.max(longest, length + 1), 0)
  const length = named > 0 ? named : (called.exec(text)?.[0].length ?? 0)
  return length === 0 ? 0 : length + (pause.exec(text.slice(length))?.[0].length ?? 0)
}

/**
 * The beginning of what was said to the bot, plain: without the signs around it and without whoever else is called before
 * it. `names`: the people who can be called by a name of more than one word.
 */
export const beginning = (said: string, names: readonly string[] = []): Plain => {
  const { text, isWhole, from } = plain(said)
  const known = names.map((name) => plain(name).text)
  let start = 0
  for (let passed = 0; passed < mostPassed; passed += 1) {
    const rest = text.slice(start)
    const length = (signs.exec(rest)?.[0].length ?? 0) || callLength(rest, known)
    if (length === 0) break
    start += length
  }
  return { text: text.slice(start), isWhole, from: (place) => from(start + place) }
}

/** Plain text without the people it calls: `help @wang` asks for help. */
export const withoutCalls = (text: string, names: readonly string[] = []): string => {
  const known = names.map((name) => plain(name).text)
  let left = text
  let at = left.indexOf('@')
  for (let passed = 0; at !== -1 && passed < mostPassed; passed += 1) {
    const length = callLength(left.slice(at), known)
    if (length > 0) left = left.slice(0, at) + left.slice(at + length)
    at = left.indexOf('@', length > 0 ? at : at + 1)
  }
  return left
}
