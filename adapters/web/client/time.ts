import type { Language } from './wire.ts'

const formats = new Map<string, Intl.DateTimeFormat>()

const format = (
  name: string,
  language: Language,
  zone: string,
  options: Intl.DateTimeFormatOptions,
): Intl.DateTimeFormat => {
  const key = `${name}|${language}|${zone}`
  const found =
    formats.get(key) ??
    new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, { timeZone: zone, ...options })
  formats.set(key, found)
  return found
}

/** A reader: the language and the zone times are shown in. */
export type Reader = { readonly language: Language; readonly zone: string }

/** `09:05` on the reader's wall. */
export const clockTime = (at: number, { language, zone }: Reader): string =>
  format('clock', language, zone, { hour: '2-digit', minute: '2-digit', hour12: false }).format(at)

/** The whole date and time with seconds and the zone's name. */
export const fullTime = (at: number, { language, zone }: Reader): string =>
  `${format('full', language, zone, { dateStyle: 'full', timeStyle: 'medium' }).format(at)} (${zone})`

/** The local date, comparable as text. */
export const dayOf = (at: number, { zone }: Reader): string =>
  format('day', 'en', zone, { year: 'numeric', month: '2-digit', day: '2-digit' }).format(at)

/** The date in words, with the year when it is not this one. */
export const dayWords = (at: number, reader: Reader, now: number): string => {
  const sameYear = dayOf(at, reader).slice(-4) === dayOf(now, reader).slice(-4)
  return sameYear
    ? format('date', reader.language, reader.zone, { weekday: 'long', day: 'numeric', month: 'long' }).format(
        at,
      )
    : format('year', reader.language, reader.zone, { dateStyle: 'long' }).format(at)
}

/** The clock time today, with the date on other days. */
export const shortTime = (at: number, reader: Reader, now: number): string =>
  dayOf(at, reader) === dayOf(now, reader)
    ? clockTime(at, reader)
    : `${format('short', reader.language, reader.zone, { day: 'numeric', month: 'short' }).format(at)} ${clockTime(at, reader)}`
