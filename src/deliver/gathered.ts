import type { Instant } from '../domain/calendar/calendar.ts'
import { minute } from '../domain/calendar/units.ts'
import type { Bell } from '../store/lists.ts'
import type { Settlement } from '../store/settlement.ts'
import type { Owed } from '../store/store.ts'
import { postDigest } from './post-digest.ts'
import { again } from './post-shared.ts'
import { postTogether, stand } from './post-together.ts'
import { type Reached, reached } from './reached.ts'
import type { Known, Sending } from './send.ts'

/** So long at most a notice waits for somebody's bell, ms. */
const longestMs = 2 * minute

/** What rings for somebody at most once a minute, and is shown to them meanwhile; but nothing waits for long. */
const mayWait = ({ owed: { notice, owedAt } }: Reached, now: Instant): boolean =>
  notice.rings !== 'now' && now - owedAt < longestMs

const bySame = <Key>(rows: readonly Reached[], keyOf: (row: Reached) => Key): readonly Reached[][] => {
  const groups = new Map<Key, Reached[]>()
  for (const row of rows) groups.set(keyOf(row), [...(groups.get(keyOf(row)) ?? []), row])
  return [...groups.values()]
}

/** It stands on a card or a list there, which is drawn anew with it. */
const asShown = ({ owed: { id }, place }: Reached, message: string, at: Instant): Settlement => {
  const { platform, team, conversation } = place
  return {
    ...{ id, status: 'sent', at, shared: true, shown: true },
    message: { platform, team, conversation, message },
  }
}

/**
 * Within a minute of the last ring: what is of the same kind is shown where it stands and rings no more, what is of another
 * waits for the minute to end. What stands nowhere yet joins the list, or begins it.
 */
const quietly = async (
  sending: Sending,
  told: readonly Reached[],
  bell: Bell,
): Promise<readonly Settlement[]> => {
  const { store, now } = sending
  const [first] = told
  if (first === undefined) return []
  const fresh = told.filter(({ shown }) => shown === undefined)
  const list = await store.lists.at(first.place)
  const posted = list === undefined && fresh.length > 0 ? await postTogether(sending, fresh) : []
  if (list !== undefined) await stand(sending, list, fresh)
  const left = told.flatMap((one) => {
    const at = one.shown ?? list?.message
    return at === undefined ? [] : [{ one, at, same: bell.abouts.includes(one.owed.notice.about) }]
  })
  return [
    ...posted,
    ...left.flatMap(({ one, at, same }) => (same ? [asShown(one, at, now())] : [])),
    ...again(
      left.flatMap(({ one, same }) => (same ? [] : [one])),
      now(),
      bell.at + minute,
      'in turn',
      false,
    ),
  ]
}

/** Several items, or several things of one that a list shows, are one message; a single one goes its own way. */
const aloud = async (sending: Sending, told: readonly Reached[]): Promise<readonly Settlement[]> => {
  const settlements: Settlement[] = []
  for (const group of bySame(told, ({ owed }) => owed.together)) {
    const [first] = group
    const items = new Set(group.map(({ owed }) => owed.item)).size
    const isMany =
      items > 1 ||
      first?.owed.together !== undefined ||
      (group.length > 1 && first !== undefined && (await sending.store.lists.at(first.place)) !== undefined)
    if (isMany) settlements.push(...(await postTogether(sending, group)))
  }
  return settlements
}

/**
 * Of what is owed to one person, what comes of time going by (`Notice.rings`): what their card shows rings for nobody, what
 * is of several items is one message, and what may wait rings once a minute. Returns how those rows ended; all others are
 * sent by themselves.
 */
export const sendGathered = async (
  sending: Sending,
  owed: readonly Owed[],
  knownOf: (owed: Owed) => Known,
): Promise<readonly Settlement[]> => {
  const { store, now } = sending
  const found = await Promise.all(owed.map((one) => reached(sending, one, knownOf(one))))
  const all = found.filter((one) => one !== undefined)
  const settlements: Settlement[] = []
  for (const there of bySame(all, ({ place }) => `${place.platform} ${place.team} ${place.conversation}`)) {
    const collected = there.filter(({ owed: { notice } }) => notice.digest === true)
    for (const group of bySame(collected, (one) => one.owed.together))
      settlements.push(...(await postDigest(sending, group)))
    const told: Reached[] = []
    for (const one of there.filter(({ owed: { notice } }) => notice.digest !== true))
      if (one.owed.notice.rings !== 'shown' || one.shown === undefined) told.push(one)
      else settlements.push(asShown(one, one.shown, now()))
    const bell = there[0] && (await store.lists.bell(there[0].place))
    const isQuiet = bell !== undefined && now() < bell.at + minute && told.every((one) => mayWait(one, now()))
    settlements.push(...(isQuiet ? await quietly(sending, told, bell) : await aloud(sending, told)))
  }
  return settlements
}
