import type { Person } from '../domain/people/directory.ts'
import { fold } from '../domain/ticket/suggest/fold.ts'
import type { Flow } from './flow.ts'
import { ticketNumber } from './ticket-number.ts'

/** What the first words of a message open: a flow, the ticket they name, and what is left to say, as it was typed. */
export type Opened = { readonly flow: Flow; readonly number?: string; readonly words: string }

/** Who speaks, the letters that ticket numbers can begin with (`HX` of `HX-7`), and whether in a ticket's thread. */
export type Speaker = {
  readonly person: Person
  readonly keys: readonly string[]
  readonly inThread?: boolean
}

/** Opening words and the number stand at the very start: nothing beyond this many characters is ever compared (T45). */
export const headLength = 80

/**
 * The flow a message opens, if any. A report must never be swallowed by a word it begins with, so opening words count
 * only alone, before a ticket number, before a colon or a new line where the flow takes text, or before one word the
 * flow knows. The longest opening wins. Text is kept from a flow the speaker may not use: it is a report.
 */
export const openFlow = (flows: readonly Flow[], text: string, speaker?: Speaker): Opened | undefined => {
  const said = text.trim().replace(/^\//, '')
  const head = fold(said.slice(0, headLength))
  let best: { readonly length: number; readonly opened: Opened } | undefined
  for (const flow of flows) {
    for (const opener of [...flow.opensWith.en, ...flow.opensWith['zh-CN']]) {
      if (best !== undefined && best.length >= opener.length) continue
      if (!head.startsWith(opener)) continue
      const opened = follow(flow, opener, said.slice(opener.length), speaker)
      if (opened !== undefined) best = { length: opener.length, opened }
    }
  }
  return best?.opened
}

/** The ticket a message begins with and the rest of it, `HX-7 still slow`: a word to that ticket, not a new report. */
export const leadingNumber = (
  text: string,
  keys: readonly string[],
): { readonly number: string; readonly words: string } | undefined => {
  const said = text.trim()
  const found = ticketNumber(fold(said.slice(0, headLength)), keys)
  return found && { number: found.number, words: withoutLead(said.slice(found.length)) }
}

/** Whether what follows the opening words lets the flow be opened, and with what. */
const follow = (flow: Flow, opener: string, rest: string, speaker?: Speaker): Opened | undefined => {
  const folded = fold(rest.slice(0, headLength))
  const alone = isQuiet(rest)
  if (alone) return opener === '' ? undefined : { flow, words: '' }
  if (/[a-z0-9]$/.test(opener) && /^[a-z0-9]/.test(folded)) return undefined

  // `claim: HX-7` names the ticket; in `note: HX-7 is flaky` the number is part of what is noted.
  const gap = (flow.takes === 'text' ? /^\s{0,4}/ : /^[\s:]{0,4}/).exec(folded)?.[0].length ?? 0
  const named = ticketNumber(folded.slice(gap), speaker?.keys)
  if (named !== undefined) {
    const words = withoutLead(rest.slice(gap + named.length))
    if (isQuiet(words)) return { flow, number: named.number, words: '' }
    return flow.about !== 'nothing' && opener !== '' ? { flow, number: named.number, words } : undefined
  }
  if (flow.takes === undefined || (speaker !== undefined && mayMeanReport(flow, speaker))) return undefined
  const words = withoutLead(rest)
  if (flow.takes === 'text') return /^ {0,3}[:\n]/.test(folded) ? { flow, words } : undefined
  if (flow.takes === 'name') return words.length < headLength ? { flow, words } : undefined
  const word = fold(words.slice(0, headLength)).replace(/[.!?。]$/, '')
  return words.length < headLength && flow.takes.includes(word) ? { flow, words: word } : undefined
}

/** Text for a flow that is not the speaker's, or, outside a thread, for no ticket at all (`cancel: …`): a report, rather. */
const mayMeanReport = (flow: Flow, { person, inThread }: Speaker): boolean =>
  !flow.may(person) ||
  (person.side === 'customer' && flow.about !== 'nothing' && flow.takes === 'text' && inThread === false)

/** Nothing but space and closing punctuation: `help!`, `谁值班？`. Longer than that, it says something. */
const isQuiet = (rest: string): boolean => rest.length <= 16 && /^[\s.!?。！？~～…]*$/.test(rest)

/** The rest of folded words after opening words, when they begin with them as words of their own. */
export const restAfter = (head: string, opener: string): string | undefined => {
  const rest = head.slice(opener.length)
  return opener !== '' && head.startsWith(opener) && /^$|^[^\p{L}\p{N}]/u.test(rest) ? rest : undefined
}

/** What a person says after the opening words, without the colon or dash before it. */
export const withoutLead = (rest: string): string =>
  rest
    .trimStart()
    .replace(/^[:：,，\-–—]/, '')
    .trim()
