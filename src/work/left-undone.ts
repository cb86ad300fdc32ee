import type { Instant } from '../domain/calendar/calendar.ts'
import { caretakers } from '../domain/people/caretakers.ts'
import { languageOf, zoneOf } from '../domain/people/find.ts'
import type { Notice } from '../store/change.ts'
import type { InWorld } from '../store/store.ts'
import { type LeftUndone, leftUndoneCard } from '../view/left-undone-card.ts'
import type { Refused } from './decide.ts'
import { type KindsOfWork, kindNamed } from './kind.ts'

/**
 * Whom the bot tells that it could not do what was due of an item, once a day: nobody pressed anything, so nobody else would
 * hear of it.
 */
export const leftUndone = (
  kinds: KindsOfWork,
  { id: item, world: { directory } }: Pick<InWorld, 'id' | 'world'>,
  { what, refused }: { readonly what: LeftUndone['what']; readonly refused?: Refused },
  now: Instant,
): readonly Notice[] =>
  caretakers(directory).map((person): Notice => {
    const face = { language: languageOf(directory, person), zone: zoneOf(directory, person) }
    const kind = refused && kindNamed(kinds, refused.of)
    const refusal =
      refused === undefined || refused.no.code === 'other_kind'
        ? undefined
        : kind?.refusal(refused.no, { ...face, directory, now })
    return {
      supplier: directory.supplier,
      key: `left_undone.${item}.${what}.${new Date(now).toISOString().slice(0, 10)}.${person.id}`,
      to: { kind: 'person', person: person.id, thread: false },
      role: 'administrator',
      side: 'supplier',
      about: 'left_undone',
      card: leftUndoneCard({ item, what, ...(refusal === undefined ? {} : { refusal }) }, face.language),
      ...face,
      lane: 2,
    }
  })
