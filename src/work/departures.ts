import type { World } from '../domain/item/item.ts'
import { isEventOf, isOf } from '../domain/item/kinds.ts'
import type { Directory } from '../domain/people/directory.ts'
import type { Drafts } from './decide.ts'

const belongs = ({ people }: Directory, id: string): string | undefined => {
  const person = Object.hasOwn(people, id) ? people[id] : undefined
  return person && `${person.side} ${person.org}`
}

/**
 * `ofSupplier`: some of them were its own people, in whose hands work may be that nobody owns yet; `ofCustomer`: some were a
 * customer's, whose word something may wait for.
 */
type Departure = {
  readonly people: readonly string[]
  readonly ofSupplier: boolean
  readonly ofCustomer: boolean
  readonly world: World
}

/**
 * Who leaves a supplier's directory or moves to another organisation of it by what was decided, and the world in which they
 * have; for each directory that somebody leaves.
 */
export const departures = (drafts: Drafts): readonly Departure[] =>
  [...drafts.values()].flatMap(({ kind, state, events, world: { directory: before } }) => {
    const read = { kind: kind.kind, state }
    if (!isOf('directory', read) || events.length === 0) return []
    const people = events.flatMap((event) => {
      if (!isEventOf('directory', event)) return []
      if (event.type === 'directory.removed') return event.kind === 'person' ? [event.id] : []
      return event.type === 'directory.set' && event.entry.kind === 'person' ? [event.entry.value.id] : []
    })
    const gone = people.filter((id) => {
      const was = belongs(before, id)
      return was !== undefined && was !== belongs(read.state, id)
    })
    const were = (side: 'supplier' | 'customer') => gone.some((id) => before.people[id]?.side === side)
    const sides = { ofSupplier: were('supplier'), ofCustomer: were('customer') }
    return gone.length === 0 ? [] : [{ people: gone, ...sides, world: { directory: read.state } }]
  })
