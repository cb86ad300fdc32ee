import type { Person } from '../domain/people/directory.ts'
import type { Plain } from '../domain/words/plain.ts'
import { beginning, withoutCalls } from './beginning.ts'
import type { Flow } from './flow.ts'
import { withoutPreface, withoutThanks } from './polite.ts'
import { quotesFirst } from './quoted.ts'
import { ticketNumber } from './ticket-number.ts'

/**
 * What the first words of a message open: a flow, the ticket they name, and what is left to say, as it was typed. `asks`: they do
 * not order it outright, but ask (`solved?`), quote it, or go on with words that it does not take.
 */
export type Opened = {
  readonly flow: Flow
  readonly number?: string
  readonly words: string
  readonly asks?: true
}

/**
 * Who speaks, the letters that ticket numbers can begin with (`HX` of `HX-7`), whether in a ticket's thread, and the names
 * by which people can be called there.
 */
export type Speaker = {
  readonly person: Person
  readonly keys: readonly string[]
  readonly inThread?: boolean
  readonly names?: readonly string[]
}

/** What is known by name is named in a few words: more characters say something else (T45). */
const fewWords = 80

/**
 * The flow a message opens, if any. A report must never be swallowed by a word it begins with, so opening words count
 * only alone, before a ticket number, before a colon or a new line where the flow takes text, or before words the flow
 * knows, with whatever politeness around them. The longest opening wins. Text is kept from a flow the speaker may not use:
 * it is a report.
 */
export const openFlow = (flows: readonly Flow[], text: string, speaker?: Speaker): Opened | undefined => {
  const said = beginning(text, speaker?.names)
  const opened = longestOf(flows, said, speaker)
  if (opened !== undefined) return quotesFirst(text) ? { ...opened, asks: true } : opened
  // Behind politeness only what says nothing else: `please note: …` is no note.
  const polite = withoutPreface(said).flatMap((asked) => longestOf(flows, asked, speaker) ?? [])
  return polite.find(
    (one) =>
      isBare(one) && (one.number !== undefined || speaker === undefined || one.flow.may(speaker.person)),
  )
}

const isBare = ({ flow, number, words }: Opened): boolean =>
  words === '' || number !== undefined || typeof flow.takes === 'function'

const longestOf = (flows: readonly Flow[], said: Plain, speaker?: Speaker): Opened | undefined => {
  let best: { readonly length: number; readonly opened: Opened } | undefined
  for (const flow of flows) {
    for (const opener of [...flow.opensWith.en, ...flow.opensWith['zh-CN']]) {
      if (best !== undefined && best.length >= opener.length) continue
      if (!said.text.startsWith(opener)) continue
      const opened = follow(flow, opener, after(said, opener.length), speaker)
      if (opened !== undefined) best = { length: opener.length, opened }
    }
  }
  return best?.opened
}

/** The ticket a message begins with and the rest of it, `HX-7 still slow`: a word to that ticket, not a new report. */
export const leadingNumber = (
  text: string,
  keys: readonly string[],
  names?: readonly string[],
): { readonly number: string; readonly words: string } | undefined => {
  const said = beginning(text, names)
  for (const read of [said, ...withoutPreface(said)]) {
    const gap = called.exec(read.text)?.[0].length ?? 0
    const found = ticketNumber(read.text.slice(gap), keys)
    if (found !== undefined)
      return { number: found.number, words: withoutLead(after(read, gap + found.length)) }
  }
  return undefined
}

/** What a number may be called before it. */
const called = /^(?:(?:the )?(?:ticket|incident)\s|工单\s?|事件\s?)/

const after = ({ text, isWhole, from }: Plain, length: number): Plain => ({
  text: text.slice(length),
  isWhole,
  from: (place) => from(length + place),
})

/**
 * What may stand before a number: signs around it, and what it is. `claim: HX-7` names the ticket; in `note: HX-7 is flaky`
 * the number is part of what is noted.
 */
const gapBeforeText = /^\s{0,4}(?:(?:the )?(?:ticket|incident)\s|工单\s?)?[("'“‘「『【《[{*`]{0,3}/
const gapBefore = /^[\s:]{0,4}(?:(?:the )?(?:ticket|incident)\s|工单\s?)?[("'“‘「『【《[{*`]{0,3}/

/** Whether what follows the opening words lets the flow be opened, and with what. */
const follow = (flow: Flow, opener: string, rest: Plain, speaker?: Speaker): Opened | undefined => {
  const { takes } = flow
  const takesText = takes === 'text'
  if (isQuiet(rest, speaker))
    return opener === ''
      ? undefined
      : { flow, words: understoodIn(flow, uncalled(rest, speaker?.names), speaker), ...askedBy(flow, rest) }
  if (/[a-z0-9]$/.test(opener) && /^[a-z0-9]/.test(rest.text)) return undefined

  const gap = (takesText ? gapBeforeText : gapBefore).exec(rest.text)?.[0].length ?? 0
  const named = ticketNumber(rest.text.slice(gap), speaker?.keys)
  if (named !== undefined) {
    const left = after(rest, gap + named.length)
    // Whom a text names is part of it: `reassign HX-7 @wang`.
    if (isQuiet(left, takesText && flow.about !== 'nothing' ? undefined : speaker))
      return {
        flow,
        number: named.number,
        words: understoodIn(flow, uncalled(left, speaker?.names), speaker),
        ...askedBy(flow, left),
      }
    return flow.about !== 'nothing' && opener !== ''
      ? { flow, number: named.number, words: withoutLead(left), ...askedBy(flow, left) }
      : undefined
  }
  // A number alone opens its item; other words alone are nobody's.
  if (opener === '' || takes === undefined || (speaker !== undefined && mayMeanReport(flow, speaker)))
    return undefined
  if (takesText) return /^ ?[:\n]/.test(rest.text) ? { flow, words: withoutLead(rest) } : undefined
  if (!rest.isWhole || rest.text.length >= fewWords) return undefined
  // A single character begins many words: `查 打印机` looks for one, `查房系统` is one.
  if (opener.length === 1 && !/^[\s:]/.test(rest.text)) return undefined
  if (takes === 'name') return { flow, words: withoutLead(rest) }
  const understood = takes(withoutLead(uncalled(rest, speaker?.names)), speaker?.person)
  return understood === undefined ? undefined : { flow, words: understood }
}

/** A question, or words that the flow does not take; words that it takes may ask something themselves. */
const askedBy = ({ takes }: Flow, rest: Plain): Pick<Opened, 'asks'> => {
  const asks =
    takes === undefined
      ? /[?吗么]/.test(rest.text) || /[\p{L}\p{N}]/u.test(withoutThanks(rest.text))
      : /^[^\p{L}\p{N}]*\?/u.test(rest.text)
  return asks ? { asks: true } : {}
}

/** What a flow understands in signs without a letter: `rate ★★★★`. */
const understoodIn = ({ takes }: Flow, left: Plain, speaker?: Speaker): string =>
  typeof takes === 'function' && left.text !== '' ? (takes(withoutLead(left), speaker?.person) ?? '') : ''

/** The words without whoever is called after them: `rate 5 @wang`. */
export const uncalled = (rest: Plain, names?: readonly string[]): Plain => {
  const { text, isWhole, from } = rest
  const at = text.indexOf('@')
  if (at === -1 || withoutCalls(text.slice(at), names).trim() !== '') return rest
  const all = from(0)
  const kept = all.slice(0, all.length - from(at).length)
  return {
    text: text.slice(0, at).trimEnd(),
    isWhole,
    from: (place) => kept.slice(all.length - from(place).length),
  }
}

/** Text for a flow that is not the speaker's, or, outside a thread, for no ticket at all (`cancel: …`): a report, rather. */
const mayMeanReport = (flow: Flow, { person, inThread }: Speaker): boolean =>
  !flow.may(person) ||
  (person.side === 'customer' && flow.about !== 'nothing' && flow.takes === 'text' && inThread === false)

/** Nothing but signs, and people called beside the bot: `help!`, `谁值班？`. Longer than that, it says something. */
const isQuiet = ({ text, isWhole }: Plain, speaker: Speaker | undefined): boolean => {
  const left = withoutThanks(speaker === undefined ? text : withoutCalls(text, speaker.names))
  return isWhole && left.length <= 16 && !/[\p{L}\p{N}]/u.test(left)
}

/** In Chinese so many characters together begin nothing else: `跟客户说下午到`. */
const longHan = /^\p{Script=Han}{4,}$/u

/** What follows opening words that stand as words of their own. `joined`: long Chinese ones also where the rest follows without a sign. */
export const restAfter = (
  said: Plain,
  opener: string,
  { joined = false }: { readonly joined?: boolean } = {},
): Plain | undefined => {
  if (opener === '' || !said.text.startsWith(opener)) return undefined
  const rest = after(said, opener.length)
  if (joined && longHan.test(opener)) return rest
  return /^[\p{L}\p{N}]/u.test(rest.text) ? undefined : rest
}

/** What a person says after the opening words, as they said it, without the signs that close those and the colon or dash before it; the sign of a number is its own. */
export const withoutLead = (rest: Plain): string => {
  const lead =
    /^["'“”‘’»›」』】》)\]}*_`~]{0,3}\s{0,4}(?:[:,—]|-(?!\d))?\s{0,4}/.exec(rest.text)?.[0].length ?? 0
  return rest.from(lead).trim()
}
