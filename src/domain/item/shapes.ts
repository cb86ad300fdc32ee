import { saysNothing } from '../words/blank.ts'

/** Text that can be kept for ever and shown everywhere: no NUL, no half of a character. */
export const isText = (value: unknown): value is string =>
  typeof value === 'string' && value.isWellFormed() && !value.includes('\0')

/** Text that says something. */
export const isFilled = (value: unknown): value is string => isText(value) && !saysNothing(value)

/** More characters than any platform's id, name or address has. */
const longestReference = 10_000

/** Text no longer than what a platform calls something by. */
export const isShort = (value: unknown): value is string => isText(value) && value.length <= longestReference

/** An id of a platform's. */
export const isReference = (value: unknown): value is string => isFilled(value) && isShort(value)

/** 9999-12-31, the last day that dates of four-digit years reach. */
const latest = 253_402_300_799_999

/** Whole milliseconds since 1970, up to the year 9999. */
export const isInstant = (value: unknown): boolean =>
  Number.isSafeInteger(value) && Number(value) >= 0 && Number(value) <= latest

/** A set of fields: no list, no text, not nothing. */
export const isObject = (value: unknown): value is { readonly [field: string]: unknown } =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Whether there are no other fields than these. */
export const holdsOnly = (value: object, ...names: readonly string[]): boolean =>
  Object.keys(value).every((name) => names.includes(name))

const actors: readonly unknown[] = ['person', 'bot', 'operator']

/** When something was ordered, and by whom: what every command carries. */
export const isStamped = (value: { readonly at: unknown; readonly by: unknown }): boolean =>
  isInstant(value.at) && isObject(value.by) && actors.includes(value.by.kind)

const platforms: readonly unknown[] = ['web', 'slack', 'teams']

/** Where something stands, in the ids of a platform there is. */
export const isConversation = (value: unknown): boolean =>
  isObject(value) &&
  platforms.includes(value.platform) &&
  isShort(value.team) &&
  isReference(value.conversation)
