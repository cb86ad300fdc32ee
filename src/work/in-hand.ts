import type { InHand } from '../chat/in-hand.ts'
import type { HomeList, ListedRow } from '../chat/line.ts'
import type { Reading } from '../chat/reading.ts'
import type { Instant } from '../domain/calendar/calendar.ts'
import type { Belonging } from '../domain/item/belonging.ts'
import type { Row } from '../domain/item/reading.ts'
import type { Person } from '../domain/people/directory.ts'
import type { Loaded } from '../store/store.ts'
import { type Face, type KindsOfWork, kindNamed } from './kind.ts'

/** What people see of items of that kind, where this process knows it and there is anything to see. */
export const faceOf = (kinds: KindsOfWork, { kind }: Pick<Loaded, 'kind'>): Face | undefined =>
  kindNamed(kinds, kind)?.face

/** An item that was read for somebody, as a conversation has it in hand. */
export const inHand = (kinds: KindsOfWork, item: Loaded): InHand | undefined => {
  const face = faceOf(kinds, item)
  if (face === undefined) return undefined
  const { id, kind, seq, state } = item
  const { supplier, customer, reporter, place } = face.belongs(state)
  return {
    ...{ id, kind, seq, state, supplier },
    ...(customer === undefined ? {} : { customer }),
    ...(reporter === undefined ? {} : { reporter }),
    ...(place === undefined ? {} : { place }),
    card: (reading) => face.card(item, reading),
    history: (log, reading, badSeq) => face.history(id, log, reading, badSeq),
    about: face.about,
    said: face.said,
  }
}

/** The rows of a list as this person reads them there. */
export const listedRows = (
  kinds: KindsOfWork,
  rows: readonly Row[],
  reading: Reading,
  person: Person,
): readonly ListedRow[] =>
  rows.flatMap(({ state, ...row }) => {
    const line = faceOf(kinds, row)?.line({ state, seq: row.seq }, reading, person)
    return line === undefined ? [] : [{ ...row, line }]
  })

/** The lists that a person's own page is made from, of every kind. */
export const homeLists = (kinds: KindsOfWork, person: Person, now: Instant): readonly HomeList[] =>
  Object.values(kinds).flatMap(({ face }) => face?.home(person, now) ?? [])

/** An item that something is told or drawn of, with what its kind says of it. */
export type Subject = { readonly item: Loaded; readonly face: Face; readonly belongs: Belonging }

/** What is told or drawn of; undefined where nobody sees items of that kind, or this process does not know it. */
export const subjectOf = (kinds: KindsOfWork, item: Loaded): Subject | undefined => {
  const face = faceOf(kinds, item)
  return face && { item, face, belongs: face.belongs(item.state) }
}
