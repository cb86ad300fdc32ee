import type { World } from '../domain/item/item.ts'
import { isEventOf, isOf } from '../domain/item/kinds.ts'
import type { Directory } from '../domain/people/directory.ts'
import type { Drafts } from './decide.ts'

const belongs = ({ people }: Directory, id: string): string | undefined => {
  const person = Object.hasOwn(people, id) ? people[id] : undefined
  return person && `${person.side} ${person.org}`
}

/** Who leaves or moves to another organisation by what was decided, and the world in which they have. */
export const departures = (
  drafts: Drafts,
  { directory: before }: World,
): { readonly people: readonly string[]; readonly world: World } | undefined => {
  for (const { kind, state, events } of drafts.values()) {
    const read = { kind: kind.kind, state }
    if (!isOf('directory', read) || events.length === 0) continue
    const people = events.flatMap((event) => {
      if (!isEventOf('directory', event)) return []
      if (event.type === 'directory.removed') return event.kind === 'person' ? [event.id] : []
      return event.type === 'directory.set' && event.entry.kind === 'person' ? [event.entry.value.id] : []
    })
    const gone = people.filter((id) => {
      const was = belongs(before, id)
      return was !== undefined && was !== belongs(read.state, id)
    })
    return gone.length === 0 ? undefined : { people: gone, world: { directory: read.state } }
  }
  return undefined
}
