import type { Agreement } from '../../agreement/agreement.ts'
import { type Priority, priorities } from '../../agreement/matrix.ts'
import {
  holdsOnly,
  isConversation,
  isFilled,
  isInstant,
  isObject,
  isReference,
  isShort,
  isText,
} from '../../item/shapes.ts'
import type { Directory } from '../../people/directory.ts'
import { lettersOf } from '../letters.ts'
import type { TicketRefusal } from '../refusal.ts'
import { categories } from '../suggest/categories.ts'

/** What a value's meaning is read against: who is who now, and, where it is known, what was agreed and whose ticket it is. */
export type Given = {
  readonly directory: Directory
  readonly agreement?: Agreement
  readonly ticket?: { readonly id: string; readonly customer: string }
}

/**
 * What one field of a command may hold. `shaped`: whether it is such a value at all; anything else is no command of ours.
 * `refused`: why a value of that shape is not taken, to be said to the person.
 */
export type Check = {
  readonly shaped: (value: unknown) => boolean
  readonly refused?: (value: unknown, given: Given) => TicketRefusal | undefined
}

/** More characters than any chat lets a person send at once. */
const longest = 100_000
/** More files than any chat lets a person send at once. */
const mostFiles = 1_000

const tooLong = (value: unknown): TicketRefusal | undefined =>
  typeof value === 'string' && value.length > longest
    ? { code: 'text_too_long', length: value.length, most: longest }
    : undefined

const filled =
  (missing: TicketRefusal) =>
  (value: unknown): TicketRefusal | undefined =>
    isFilled(value) ? tooLong(value) : missing

/** Words that may be left out, or be empty where something else says it. */
export const words: Check = { shaped: isText, refused: tooLong }
/** Words that must say something. */
export const text: Check = { shaped: isText, refused: filled({ code: 'text_missing' }) }
/** A reason that somebody will read. */
export const reason: Check = { shaped: isText, refused: filled({ code: 'reason_missing' }) }
/** Words for the supplier's eyes only. */
export const internal = (missing: TicketRefusal): Check => ({
  shaped: (value) => isObject(value) && isText(value.internal) && holdsOnly(value, 'internal'),
  refused: (value) => filled(missing)((value as { readonly internal: unknown }).internal),
})
/** An id: of a person, an organisation. Whom it stands for is asked where it is used. */
export const id: Check = {
  shaped: isText,
  refused: (value) => (isFilled(value) ? undefined : { code: 'malformed', field: 'id' }),
}
export const flag: Check = { shaped: (value) => typeof value === 'boolean' }
/** Milliseconds since 1970, up to the year 9999: a calendar can show it, and reckon on from it. */
export const instant: Check = { shaped: isInstant }
/** One of a fixed few. */
export const oneOf = (...known: readonly unknown[]): Check => ({ shaped: (value) => known.includes(value) })
/** Left out, or such a value. */
export const optional = ({ shaped, refused }: Check): Check => ({
  shaped: (value) => value === undefined || shaped(value),
  refused: (value, given) => (value === undefined ? undefined : refused?.(value, given)),
})

const isCategory = (value: unknown): boolean => categories.some((known) => known === value)
const unknownCategory = (value: unknown): TicketRefusal | undefined =>
  isCategory(value) ? undefined : { code: 'unknown_category', value: String(value) }
/** A category of the catalogue (RS.5b). */
export const category: Check = { shaped: isText, refused: unknownCategory }

/** A priority there is (RS.5c). */
export const priority: Check = {
  shaped: isText,
  refused: (value) =>
    priorities.includes(value as Priority) ? undefined : { code: 'unknown_level', value: String(value) },
}

/** A level of the ticket's agreed matrix (RS.5c). Of a report, the decision itself finds the agreement and asks its matrix. */
export const level = (of: 'impacts' | 'urgencies'): Check => ({
  shaped: isText,
  refused: (value, { agreement }) =>
    agreement === undefined || agreement.matrix[of].some((known) => known.id === value)
      ? undefined
      : { code: 'unknown_level', value: String(value) },
})

/** A value somebody or the word rules put on a report. */
export const judgement = (of: Check): Check => ({
  shaped: (value) =>
    isObject(value) &&
    of.shaped(value.value) &&
    isText(value.reason) &&
    typeof value.suggested === 'boolean' &&
    holdsOnly(value, 'value', 'reason', 'suggested'),
  refused: (value, given) => {
    const { value: judged, reason: why } = value as { readonly value: unknown; readonly reason: unknown }
    return of.refused?.(judged, given) ?? tooLong(why)
  },
})

/**
 * A ticket of the same customer, told by the letters before its number: another customer's does not exist for them (I9).
 * Letters may have been changed since, so those of the ticket at hand count too.
 */
export const ticketOfTheSame: Check = {
  shaped: isText,
  refused: (value, { ticket, directory }) => {
    if (!isFilled(value)) return { code: 'text_missing' }
    if (ticket === undefined) return undefined
    const known = [lettersOf(ticket.id), directory.customers[ticket.customer]?.key]
    const letters = lettersOf(value)
    return letters !== undefined && known.includes(letters) ? undefined : { code: 'not_found' }
  },
}

/** What was decided on a request of another ticket of theirs. */
export const decided: Check = {
  shaped: (value) =>
    isObject(value) &&
    ['approved', 'refused'].includes(String(value.verdict)) &&
    ticketOfTheSame.shaped(value.ticket) &&
    holdsOnly(value, 'verdict', 'ticket'),
  refused: (value, given) => ticketOfTheSame.refused?.((value as { readonly ticket: unknown }).ticket, given),
}

/** A new ticket's number: its customer's letters, and, once it is sure to be accepted, the count (RS.4). */
export const number: Check = {
  shaped: isText,
  refused: (value, { ticket, directory }) => {
    const key = directory.customers[ticket?.customer ?? '']?.key
    const given = String(value)
    const own =
      key !== undefined && given.startsWith(key) && /^(-[1-9]\d{0,14})?$/.test(given.slice(key.length))
    return own ? undefined : { code: 'malformed', field: 'id' }
  },
}

/** A conversation, in its platform's ids. */
export const room: Check = { shaped: isConversation }
/** A message of a chat. */
export const message: Check = {
  shaped: (value) =>
    isConversation(value) &&
    isObject(value) &&
    isReference(value.message) &&
    (value.thread === undefined || isReference(value.thread)),
}
/** Files that came with a message, by reference. */
export const files: Check = {
  shaped: (value) =>
    Array.isArray(value) &&
    value.length <= mostFiles &&
    // `every` alone would pass over holes.
    Array.from<unknown>(value).every(
      (file) =>
        isObject(file) &&
        isReference(file.id) &&
        [file.name, file.type, file.link].every(
          (part, index) => (index > 0 && part === undefined) || isShort(part),
        ) &&
        (file.size === undefined || (Number.isFinite(file.size) && Number(file.size) >= 0)),
    ),
}
