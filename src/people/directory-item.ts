import type { Item, Stamp } from '../item/item.ts'
import { no, type Result, yes } from '../result.ts'
import { canonicalJson } from './canonical-json.ts'
import type { Directory } from './directory.ts'
import type { DirectoryEvent, DirectoryFact, DirectoryRefusal } from './directory-event.ts'
import { emptyDirectory, evolveDirectory, keyOf, sections } from './evolve-directory.ts'
import type { DirectoryWish, Entry } from './wish.ts'

export type DirectoryCommand = DirectoryWish & Stamp

type Decision = Result<readonly DirectoryFact[], DirectoryRefusal>

/** Kinds that leave the directory when the organisation file no longer states them; those that stand on others go first. */
const removable = ['roster', 'room', 'person', 'customer', 'supplier'] as const

const same = (directory: Directory, entry: Entry): boolean => {
  const held = directory[sections[entry.kind]]
  const key = keyOf(entry)
  return Object.hasOwn(held, key) && canonicalJson(held[key]) === canonicalJson(entry.value)
}

const apply = (directory: Directory, stated: readonly Entry[]): Decision => {
  const entries = [...new Map(stated.map((entry) => [`${entry.kind} ${keyOf(entry)}`, entry])).values()]
  const changed = entries.filter((entry) => !same(directory, entry))
  const rewritten = changed
    .filter((entry) => entry.kind === 'agreement' && Object.hasOwn(directory.agreements, keyOf(entry)))
    .map(keyOf)
  if (rewritten.length > 0) return no({ code: 'agreement_changed_without_version', agreements: rewritten })

  const removed = removable.flatMap((kind) => {
    const kept = new Set(entries.filter((entry) => entry.kind === kind).map(keyOf))
    return Object.keys(directory[sections[kind]])
      .filter((id) => !kept.has(id))
      .map((id): DirectoryFact => ({ type: 'directory.removed', kind, id }))
  })
  return yes([...changed.map((entry): DirectoryFact => ({ type: 'directory.set', entry })), ...removed])
}

const decideFacts = (directory: Directory, command: DirectoryCommand): Decision => {
  switch (command.do) {
    case 'directory.apply':
      return command.by.kind === 'person' ? no({ code: 'not_permitted' }) : apply(directory, command.entries)
    case 'directory.prefer': {
      const { person, language, by } = command
      if (!Object.hasOwn(directory.people, person)) return no({ code: 'unknown_person', id: person })
      if (by.kind === 'person' && by.id !== person) return no({ code: 'not_permitted' })
      if (directory.preferences[person]?.language === language) return yes([])
      return yes([{ type: 'directory.preferred', person, language }])
    }
  }
}

/**
 * Organisations, people and agreements as one item. Applying the organisation file gives one event per difference, so
 * applying it twice gives none; an agreed version never changes (RS.3); nothing here ever becomes due.
 */
export const directoryItem: Item<Directory, DirectoryCommand, DirectoryEvent, DirectoryRefusal> = {
  kind: 'directory',
  version: 1,
  decide: (directory = emptyDirectory, command) => {
    const decision = decideFacts(directory, command)
    const { at, by } = command
    return decision.ok ? yes(decision.value.map((fact): DirectoryEvent => ({ ...fact, at, by }))) : decision
  },
  evolve: evolveDirectory,
  due: () => [],
  nextDue: () => undefined,
}
