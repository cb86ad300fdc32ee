import type { Adapter } from '../chat/adapter.ts'
import type { Place } from '../chat/inbound.ts'
import type { Instant } from '../domain/calendar/calendar.ts'
import type { Owed } from '../store/store.ts'
import { dueSince } from './delayed.ts'
import { type Candidate, candidatesFor } from './destination.ts'
import type { Known, Sending } from './send.ts'
import { isSamePlace, patienceMs, triesAlone } from './try-places.ts'

/** A row for somebody's own conversation with the bot; `shown`: their card of its item, or a list with it, stands there. */
export type Reached = {
  readonly owed: Owed
  readonly known: Known
  readonly adapter: Adapter
  readonly place: Place
  readonly shown?: string
}

/** An hour is long for an alarm: where the chat gives no clear answer, each row is tried elsewhere by itself, or given up. */
const givesWay = (owed: Owed, places: readonly Candidate[], now: Instant): boolean => {
  const [first] = places
  const hasOther = places.some(({ place }) => first !== undefined && !isSamePlace(place, first.place))
  return owed.attempts >= triesAlone && (hasOther || now - dueSince(owed) >= patienceMs)
}

/** Where a row goes first, if it may be told with others: nothing of it was tried alone, and what it says is so. */
export const reached = async (
  { store, adapters, now }: Sending,
  owed: Owed,
  known: Known,
): Promise<Reached | undefined> => {
  const { directory, subject } = known
  const { guard, rings, digest } = owed.notice
  if (
    (rings === undefined && digest !== true) ||
    subject === undefined ||
    (owed.attempts > 0 && owed.together === undefined)
  )
    return undefined
  if (guard !== undefined && !subject.face.holds(subject.item.state, guard)) return undefined
  const places = await candidatesFor(owed, { directory, adapters, store, belongs: subject.belongs }).catch(
    () => [],
  )
  const first = places === 'wait' ? undefined : places[0]
  if (
    first === undefined ||
    places === 'wait' ||
    first.mention !== undefined ||
    givesWay(owed, places, now())
  )
    return undefined
  const { thread, ...place } = first.place
  if (first.shape === 'own' || thread === undefined) return { owed, known, adapter: first.adapter, place }
  return { owed, known, adapter: first.adapter, place, shown: thread }
}
