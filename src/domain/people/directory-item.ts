import type { Item, Stamp } from '../item/item.ts'
import { no, type Result, yes } from '../result.ts'
import { decideApply } from './decide/apply.ts'
import { closedForGood } from './decide/closed-for-good.ts'
import { decideLink, decideLinkAnswer, decideUnlink } from './decide/link.ts'
import { decideMove } from './decide/move.ts'
import { malformedField } from './decide/values.ts'
import type { Directory } from './directory.ts'
import type { DirectoryEvent, DirectoryFact, DirectoryRefusal } from './directory-event.ts'
import { emptyDirectory, evolveDirectory } from './evolve-directory.ts'
import { newlyObserved } from './observation.ts'
import type { DirectoryWish } from './wish.ts'

export type DirectoryCommand = DirectoryWish & Stamp

type Decision = Result<readonly DirectoryFact[], DirectoryRefusal>

const applied = (
  directory: Directory,
  { entries, at }: Extract<DirectoryCommand, { do: 'directory.apply' }>,
): Decision => {
  const decided = decideApply(directory, entries)
  const closed = decided.ok ? closedForGood(decided.value, at) : []
  return closed.length > 0 ? no({ code: 'calendar_closed_for_good', closed }) : decided
}

const decideFacts = (directory: Directory, command: DirectoryCommand): Decision => {
  const isPerson = command.by.kind === 'person'
  switch (command.do) {
    case 'directory.apply':
      return isPerson ? no({ code: 'not_permitted' }) : applied(directory, command)
    case 'directory.prefer_language': {
      const { person, language, by } = command
      if (!Object.hasOwn(directory.people, person)) return no({ code: 'unknown_person', id: person })
      if (by.kind === 'person' && by.id !== person) return no({ code: 'not_permitted' })
      if (directory.preferences[person]?.language === language) return yes([])
      return yes([{ type: 'directory.preferred', person, language }])
    }
    case 'directory.keep_quiet': {
      const { person, quiet, by } = command
      if (!Object.hasOwn(directory.people, person)) return no({ code: 'unknown_person', id: person })
      if (by.kind === 'person' && by.id !== person) return no({ code: 'not_permitted' })
      if (directory.preferences[person]?.quiet === quiet) return yes([])
      return yes([{ type: 'directory.quiet_kept', person, quiet }])
    }
    case 'directory.observe': {
      if (isPerson) return no({ code: 'not_permitted' })
      const person = Object.hasOwn(directory.people, command.person)
        ? directory.people[command.person]
        : undefined
      if (person === undefined) return no({ code: 'unknown_person', id: command.person })
      const locale = newlyObserved(directory, person, command)
      const isNew = Object.keys(locale).length > 0
      return yes(isNew ? [{ type: 'directory.observed', person: person.id, ...locale }] : [])
    }
    case 'directory.link':
      return decideLink(directory, command)
    case 'directory.confirm_link':
    case 'directory.refuse_link':
      return decideLinkAnswer(directory, command)
    case 'directory.unlink':
      return decideUnlink(directory, command)
    case 'directory.move_room':
      return isPerson ? no({ code: 'not_permitted' }) : decideMove(directory, command)
  }
}

/**
 * A supplier with its customers, their people and agreements as one item. Applying the organisation file gives one event per difference, so
 * applying it twice gives none; an agreed version never changes (RS.3); nothing here ever becomes due.
 */
export const directoryItem: Item<Directory, DirectoryCommand, DirectoryEvent, DirectoryRefusal> = {
  kind: 'directory',
  version: 3,
  decide: (directory = emptyDirectory, command) => {
    const field = malformedField(command)
    if (field !== undefined) return no({ code: 'malformed', field })
    const decision = decideFacts(directory, command)
    const { at, by } = command
    return decision.ok ? yes(decision.value.map((fact): DirectoryEvent => ({ ...fact, at, by }))) : decision
  },
  evolve: evolveDirectory,
  due: () => [],
  nextDue: () => undefined,
}
