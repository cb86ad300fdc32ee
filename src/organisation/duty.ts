import type { Person, Roster, Supplier } from '../domain/people/directory.ts'
import { complete, fields, listOf, need, or, someOf } from './fields.ts'
import { type Draft, note, type Piece, type Read, refuse, statedWord } from './piece.ts'
import { date, dateTime, oneOf, reference, timeOfDay, zone } from './scalars.ts'

const tier: Read<Roster['tier']> = (piece) =>
  ([1, 2, 3] as const).find((known) => known === piece.value) ??
  refuse(piece, 'is not a tier', 'write `1` for the service desk, `2` or `3` for those behind it')

const standIn =
  (person: Read<string>): Read<Roster['standIns'][number]> =>
  (piece) => {
    const draft = fields<Roster['standIns'][number]>(piece, {
      from: need(dateTime, 'write when it begins, e.g. `from: 2026-10-01T09:00`'),
      to: need(dateTime, 'write when it ends, e.g. `to: 2026-10-08T09:00`'),
      person: need(person, 'write who stands in'),
      for: or(person, undefined),
    })
    if (draft.from !== undefined && draft.to !== undefined && draft.to <= draft.from)
      note(piece, 'it ends before it begins', 'exchange `from` and `to`')
    return complete(draft)
  }

/** Reads a duty roster. Its people are the supplier's own; a rotation says when the first turn began. */
export const readRoster = (
  id: string,
  piece: Piece,
  suppliers: ReadonlyMap<string, Draft<Supplier>>,
  people: ReadonlyMap<string, Draft<Person>>,
): Draft<Roster> => {
  const [only, ...others] = suppliers.keys()
  const owner = statedWord(piece, 'supplier') || String(only)
  const own = [...people].filter(([, { org }]) => org === owner).map(([person]) => person)
  const member = reference(own, 'is not one of the supplier’s people')
  const supplier = reference(suppliers.keys())
  const rotates = ['daily', 'weekly'].includes(statedWord(piece, 'rotate'))
  const read = fields<Omit<Roster, 'id'>>(piece, {
    supplier: others.length === 0 ? or(supplier, only) : need(supplier, 'write whose roster it is'),
    tier: or(tier, 1),
    members: need(someOf('member', member), 'write who answers, in order, e.g. `members: [li, wang]`'),
    rotate: or(oneOf(['none', 'daily', 'weekly']), 'none'),
    since: rotates
      ? need(date, 'write when the first turn began, e.g. `since: 2026-01-05`')
      : or(date, '2026-01-01'),
    handover: or(timeOfDay, '09:00'),
    zone: or(zone, suppliers.get(owner)?.zone),
    standIns: or(listOf('stand-in', standIn(member)), []),
  })
  const { members = [], standIns = [] } = read
  const asked = [...members, ...standIns.map(({ person }) => person)]
  for (const { for: away } of standIns)
    if (away !== undefined && !asked.includes(away))
      note(piece, `a stand-in is for ${away}, whom nobody asks here`, 'name a member, or take `for` out')
  return { id, ...read }
}
