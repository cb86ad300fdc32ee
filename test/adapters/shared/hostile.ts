import type { Form } from '../../../src/chat/form.ts'
import type { Directory } from '../../../src/domain/people/directory.ts'
import type { Language } from '../../../src/domain/people/sides.ts'
import type { TicketEvent } from '../../../src/domain/ticket/event.ts'
import { lives } from '../../announce/lives.ts'
import { directoryIn } from '../../announce/worlds.ts'
import { formsIn } from './forms-in.ts'
import { lookUps, type Named, noticesOf, viewsOf } from './named-cards.ts'

/** The fields of an event that a person fills. */
const written = new Set([
  'text',
  'title',
  'reason',
  'internal',
  'description',
  'breachReason',
  'comment',
  'name',
])

/** A value in which every text that people write holds the hostile words too. */
const poison = <Value>(value: Value, hostile: string, isWritten: (key: string) => boolean): Value =>
  JSON.parse(
    JSON.stringify(value, (key, one) =>
      typeof one === 'string' && isWritten(key) ? `${one} ${hostile}` : one,
    ),
  )

/** Every view and notice, with hostile words in each field a person fills. */
export const writtenIn = (language: Language, hostile: string): readonly Named[] => {
  const directory = directoryIn(language)
  const logs = lives(directory).map((log): readonly TicketEvent[] =>
    poison(log, hostile, (key) => written.has(key)),
  )
  return everything(logs, directory, language)
}

/** The same with hostile names of people, organisations, rooms, levels and channels, as an organisation file could hold them. */
export const namedIn = (language: Language, hostile: string): readonly Named[] => {
  const directory = directoryIn(language)
  const names: Directory = poison(directory, hostile, (key) => ['name', 'detail', language].includes(key))
  return everything(lives(directory), names, language)
}

const everything = (
  logs: readonly (readonly TicketEvent[])[],
  directory: Directory,
  language: Language,
): Named[] => [
  ...(['supplier', 'customer'] as const).flatMap((side) => viewsOf(logs, directory, language, side)),
  ...lookUps(directory, language),
  ...noticesOf(logs, directory),
]

/** Every form, with hostile names to choose from, and with hostile words to begin with. */
export const hostileForms = (language: Language, hostile: string): readonly Form[] => {
  const directory: Directory = poison(directoryIn(language), hostile, (key) =>
    ['name', language].includes(key),
  )
  return [...formsIn(language, { directory, words: hostile }), ...formsIn(language, { directory })]
}
