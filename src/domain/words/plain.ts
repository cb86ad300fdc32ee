import { unseenSigns } from './blank.ts'
import { fold } from './fold.ts'

/**
 * What somebody said, made plain for the rules that read it: one width, one case, simplified characters, no invisible
 * ones, no emoji codes, one blank where there are several. It is never kept: what is kept is what was said, cut at the
 * places found here.
 */
export type Plain = {
  readonly text: string
  /** Whether all that was said is in it. */
  readonly isWhole: boolean
  /** What was said from a place of the plain text on. */
  readonly from: (place: number) => string
}

/** Rules look at the beginning of what was said, and no further than this many characters (T45). */
const mostRead = 200
/** A letter carries no more marks than this. */
const mostMarks = 8

/** What no reader sees. Joiners of emoji go too: rules read words. */
const unseen = new RegExp(`^[${unseenSigns}]$`, 'u')
const lineEnd = /^[\n\r\v\f\u0085\u2028\u2029]$/
const blank = /^\s$/
const mark = /^\p{M}$/u
/** How chats write an emoji: `:smile:`, `:+1::skin-tone-2:`. A number alone between colons is a time of day or an address. */
const code = /:(?=[a-z0-9_'-]{0,80}[a-z_]|[+-]1:|100:)[a-z0-9_+'-]{1,80}:/iy

/** Codes that say something: a score is given in stars, or by the key of its number. */
const saying: { readonly [code: string]: string } = {
  ...{ star: '★', star2: '★', glowing_star: '★' },
  ...{ one: '1', two: '2', three: '3', four: '4', five: '5' },
}

/** The first words of what somebody said, or as many characters of it as asked for. */
export const plain = (said: string, most = mostRead): Plain => {
  let text = ''
  const places: number[] = []
  const put = (read: string, place: number): void => {
    for (let unit = 0; unit < read.length; unit += 1) places.push(place)
    text += read
  }
  const pause = (place: number): void => {
    if (text !== '' && !text.endsWith(' ') && !text.endsWith('\n')) put(' ', place)
  }
  const breakLine = (place: number): void => {
    if (text !== '') put('\n', place)
  }
  let at = 0
  while (at < said.length && text.length < most) {
    const start = at
    if (isOwn(said.charCodeAt(at)) && !mayMark(said.charCodeAt(at + 1))) {
      put(fold(said.charAt(at)), start)
      at += 1
      continue
    }
    const sign = String.fromCodePoint(said.codePointAt(at) ?? 0)
    at += sign.length
    if (lineEnd.test(sign)) breakLine(start)
    else if (blank.test(sign)) pause(start)
    else if (!unseen.test(sign)) {
      const after = codeEnd(said, start)
      if (after === undefined) {
        at = markedUntil(said, at)
        put(readOf(said.slice(start, at)), start)
      } else {
        const says = saying[said.slice(start + 1, after - 1).toLowerCase()]
        if (says === undefined) pause(start)
        else put(says, start)
        at = after
      }
    }
  }
  const end = text.trimEnd().length
  return {
    text: text.slice(0, end),
    isWhole: at >= said.length,
    from: (place) => (place >= end ? (at >= said.length ? '' : said.slice(at)) : said.slice(places[place])),
  }
}

/**
 * Where an emoji's code ends that begins here. Between words without blanks the colons are somebody's own
 * (`进展:vpn:已恢复`, `10:30:45`).
 */
const codeEnd = (said: string, at: number): number | undefined => {
  if (said[at] !== ':' || /[a-z0-9]/i.test(said.charAt(at - 1))) return undefined
  code.lastIndex = at
  if (!code.test(said)) return undefined
  const end = code.lastIndex
  const isBetweenWords = [said.charAt(at - 1), said.charAt(end)].every((sign) => /[\p{L}\p{N}]/u.test(sign))
  return isBetweenWords ? undefined : end
}

/** Where the marks end that belong to the letter before. */
const markedUntil = (said: string, from: number): number => {
  let at = from
  for (let marks = 0; marks < mostMarks && mark.test(said.charAt(at)); marks += 1) at += 1
  return at
}

/** Letters, digits and signs of ASCII, but for the colon that begins a code, and Chinese characters: most of what is said. */
const isOwn = (unit: number): boolean =>
  (unit > 0x20 && unit < 0x7f && unit !== 0x3a) || (unit >= 0x4e00 && unit <= 0x9fff)

/** Whether it may be a mark, which the letter before carries; past the end there is none. */
const mayMark = (unit: number): boolean => unit >= 0x300 && !isOwn(unit)

/** A letter with its marks as it is compared. */
const readOf = (letter: string): string =>
  fold(
    letter
      .replace(/[\u034f\u20e3\ufe00-\ufe0f]/g, '')
      .replace('\u{1f31f}', '★')
      .normalize('NFKC')
      .toLowerCase(),
  )
