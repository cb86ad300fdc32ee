import type { Reading } from '../chat/reading.ts'
import type { Agreement } from '../domain/agreement/agreement.ts'
import type { Instant } from '../domain/calendar/calendar.ts'
import type { Actor } from '../domain/item/item.ts'
import type { Directory } from '../domain/people/directory.ts'
import type { Language } from '../domain/people/sides.ts'
import { clock, dated, duration, moment } from '../text/format.ts'
import type { Say } from '../text/say.ts'
import { type Texts, texts } from '../text/texts.ts'

export type { Reading } from '../chat/reading.ts'

/** A reading turned into words. */
export type Speech = Say & {
  readonly t: Texts
  readonly language: Language
  /** `14:05`, of another day with its date: for a line of news. */
  readonly clock: (at: Instant) => string
  /** `Wed 4 Nov 14:05`: for what stays on a wall for days. */
  readonly dated: (at: Instant) => string
  /** `14:05`, of another day with its date; names the zone where the other side reads another clock: for the one moment of an answer. */
  readonly once: (at: Instant) => string
  /** `Wed 4 Nov 14:05 GMT+8`: names the zone, once, on a card whose other moments need not. */
  readonly zoned: (at: Instant) => string
  /** Who acted: a person's name, the bot's, the operator's. */
  readonly actor: (act: { readonly by: Actor }) => string
  /** What was agreed with this customer; absent where the subject has no agreement. */
  readonly agreement?: Agreement
}

/**
 * What is spoken of: the two organisations it belongs to, and the agreement it stands under. When one of the two lives
 * on another clock than the reader, every moment names its zone.
 */
export type Subject = {
  readonly supplier: string
  readonly customer: string
  readonly agreement?: { readonly id: string; readonly version: number }
}

/**
 * What somebody is called: to who reads English their name in Latin letters first, where the organisation gives one. Somebody
 * who has left the directory is still named by their id: the record outlives the roster.
 */
export const nameOf = (directory: Directory, person: string, language?: Language): string => {
  const known = Object.hasOwn(directory.people, person) ? directory.people[person] : undefined
  if (known === undefined) return person
  const { name, latin } = known
  return language === 'en' && latin !== undefined && latin !== name ? `${latin} (${name})` : name
}

const zonesOf = ({ suppliers, customers }: Directory, { supplier, customer }: Subject): readonly string[] =>
  [suppliers[supplier]?.zone, customers[customer]?.zone].filter((zone) => zone !== undefined)

/**
 * The same on a card that stands and names its own moment and clock once: every other moment is as short as it can be.
 */
export const speakOnCard = (reading: Parameters<typeof speak>[0], subject?: Subject): Speech => {
  const { language, zone, now } = reading
  const short = (at: Instant): string => moment(at, { language, zone, now, stands: true })
  return { ...speak(reading, subject), moment: short, dated: short }
}

/** How this reader is spoken to about this subject. */
export const speak = (
  { language, zone, now, directory, alone }: Omit<Reading, 'audience'>,
  subject?: Subject,
): Speech => {
  const t = texts(language)
  const zoned = subject !== undefined && zonesOf(directory, subject).some((other) => other !== zone)
  const face = { language, zone, now, zoned }
  const name = (person: string): string =>
    person === alone?.id ? t.common.you : nameOf(directory, person, language)
  const agreement =
    subject?.agreement && directory.agreements[`${subject.agreement.id}@${subject.agreement.version}`]
  return {
    t,
    language,
    name,
    names: (people) => t.common.list(people.map(name)),
    anyOf: (people) => t.common.anyOf(people.map(name)),
    moment: (at) => moment(at, face),
    clock: (at) => clock(at, face),
    dated: (at) => dated(at, face),
    once: (at) => moment(at, { ...face, stands: true }),
    zoned: (at) => dated(at, { ...face, zoned: true }),
    duration: (length) => duration(length, language),
    actor: ({ by }) => (by.kind === 'person' ? name(by.id) : t.common[by.kind]),
    ...(agreement === undefined ? {} : { agreement }),
  }
}
