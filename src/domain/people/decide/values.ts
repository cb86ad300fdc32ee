import type { Stamp } from '../../item/item.ts'
import { isConversation, isFilled, isObject, isStamped, isText } from '../../item/shapes.ts'
import { readQuiet } from '../quiet.ts'
import type { DirectoryWish } from '../wish.ts'

type Fits = (value: unknown) => boolean

/** The fields of one command. Each has its check: a field added to a command does not compile without one. */
type FieldsOf<Do, Wish> = Wish extends { readonly do: infer Words }
  ? Do extends Words
    ? { readonly [Field in Exclude<keyof Wish, 'do'>]-?: Fits }
    : never
  : never

const optional =
  (fits: Fits): Fits =>
  (value) =>
    value === undefined || fits(value)
const isLanguage: Fits = (value) => value === 'en' || value === 'zh-CN'
const kinds: readonly unknown[] = ['supplier', 'customer', 'person', 'room', 'roster', 'agreement']
/** What stands in an entry was read and told about line by line where the organisation file was read. */
const isEntries: Fits = (value) =>
  Array.isArray(value) &&
  value.every(
    (entry) =>
      isObject(entry) && kinds.includes(entry.kind) && isObject(entry.value) && isFilled(entry.value.id),
  )

/** What every field of every command of the directory may hold. Whom an id stands for is asked where it is used. */
export const directoryFields: {
  readonly [Do in DirectoryWish['do']]: FieldsOf<Do, DirectoryWish>
} = {
  'directory.apply': { entries: isEntries },
  'directory.prefer_language': { person: isText, language: isLanguage },
  'directory.keep_quiet': {
    person: isText,
    quiet: (value) => value === null || (typeof value === 'string' && readQuiet(value) === value),
  },
  // A zone that there is not is no news; what else the platform knows of the person counts.
  'directory.observe': { person: isText, language: optional(isLanguage), zone: optional(isText) },
  'directory.link': { place: isConversation, org: isFilled },
  'directory.confirm_link': { place: isConversation, org: isFilled },
  'directory.refuse_link': { place: isConversation, org: isFilled },
  'directory.unlink': { place: isConversation },
  'directory.move_room': {
    platform: (value) => value === 'slack' || value === 'teams' || value === 'web',
    team: isText,
    ...{ from: isFilled, to: isFilled },
    taken: optional((value) => typeof value === 'boolean'),
  },
}

/** The first field that is no such value; no form of ours and no words make such a command. */
export const malformedField = (command: DirectoryWish & Stamp): string | undefined => {
  if (!Object.hasOwn(directoryFields, command.do)) return 'do'
  if (!isStamped(command)) return 'stamp'
  return Object.entries<Fits>(directoryFields[command.do]).find(
    ([field, fits]) => !fits((command as { readonly [field: string]: unknown })[field]),
  )?.[0]
}
