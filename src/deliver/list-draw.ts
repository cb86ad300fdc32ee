import type { Instant } from '../domain/calendar/calendar.ts'
import { memberOf } from '../domain/people/members.ts'
import type { StaleList } from '../store/lists.ts'
import type { InWorld } from '../store/store.ts'
import { isDone, most, type TogetherRow, togetherCard } from '../view/together-card.ts'
import { subjectOf } from '../work/in-hand.ts'
import { isTheirs } from './is-theirs.ts'
import type { Sending } from './send.ts'
import { shownAs } from './shown-as.ts'

/** Few at a time: the next notice does not wait long. */
const batchSize = 50
/** One that cannot be drawn is tried again after this long; meanwhile the old one stands. */
const leaseMs = 10_000
/** What one more row adds to how seldom a long list is drawn, ms: in a rush of hundreds of news it takes no time from them. */
const restMs = 1
const isLong = 100
/** No list is an alarm: that is posted. */
const lane = 2

/** Each of its items as it stands now, for whoever reads the list; undefined where they read nothing of it any more. */
const rowsOf = (
  { rows, person, side, language, zone }: StaleList,
  items: ReadonlyMap<string, InWorld>,
  { kinds, now }: Pick<Sending, 'kinds' | 'now'>,
): readonly TogetherRow[] | undefined => {
  const drawn: TogetherRow[] = []
  for (const { item, notice } of rows) {
    const found = items.get(item)
    const subject = found && subjectOf(kinds, found)
    if (found === undefined || subject === undefined) return undefined
    const { directory } = found.world
    const alone = memberOf(directory, subject.belongs, person, side)
    if (alone === undefined) return undefined
    const reading = { language, zone, now: now(), directory, audience: side, alone }
    const { face } = subject
    drawn.push({
      item,
      about: face.about(notice.about, language),
      card: notice.card,
      ...(notice.brief === undefined ? {} : { brief: notice.brief }),
      offered: face.offers(found, reading),
      stands: face.stands(found.state, reading),
    })
  }
  return drawn
}

const drawOne = async (
  sending: Sending,
  stale: StaleList,
  items: ReadonlyMap<string, InWorld>,
  again: (at: Instant) => void,
): Promise<void> => {
  const { store, adapters, now, pace } = sending
  const { message, language, zone, person } = stale
  const adapter = adapters[message.platform]
  const reader = items.get(stale.rows[0]?.item ?? '')?.world.directory.people[person]
  const rows = rowsOf(stale, items, sending)
  const drawn = (as: string | undefined, ended: ReadonlySet<string>, over: boolean) => {
    const seqs = stale.rows.map(({ item, wantedSeq }) => ({ item, seq: wantedSeq, done: ended.has(item) }))
    const { waiting, done } = stale.rest
    const count = stale.rows.length + waiting + done
    const next = count > isLong ? now() + count * restMs : 0
    if (next > 0) again(next)
    return store.lists.drawn(stale, as, seqs, over, next)
  }
  // Whoever reads there now has no claim to it: left as it was.
  if (
    adapter === undefined ||
    rows === undefined ||
    reader === undefined ||
    !(await isTheirs(reader, message, adapter))
  )
    return drawn(undefined, new Set(), true)
  const ended = new Set(rows.filter(isDone).map(({ item }) => item))
  const over = ended.size === rows.length && stale.rest.waiting === 0
  const card = togetherCard(rows, language, stale.rest)
  const as = shownAs(card)
  if (as === stale.drawnAs) return drawn(as, ended, over)
  const going = { act: 'update', to: message, limits: adapter } as const
  const turn = pace.take(going, lane, message.message)
  if (turn > 0) return again(now() + Math.max(turn, leaseMs))
  const update = await adapter.update(message, { key: `list.${as}`, card, language, zone })
  if (update.outcome === 'sent' || update.outcome === 'unreachable') return drawn(as, ended, over)
  if (update.outcome === 'wait') pace.hold(going, update.retryAfter, lane, update.everywhere ?? false)
  again(now() + leaseMs)
}

/** Draws lists anew whose items moved; see `drawStale`. Returns how many were looked at. */
export const drawLists = async (sending: Sending, again: (at: Instant) => void): Promise<number> => {
  const { store, now, log } = sending
  const stale = await store.lists.stale(now(), batchSize, leaseMs, most)
  if (stale.length === 0) return 0
  const ids = new Set(stale.flatMap(({ rows }) => rows.map(({ item }) => item)))
  const items = new Map((await store.loadInWorld([...ids])).map((one) => [one.id, one]))
  await Promise.all(
    stale.map((list) =>
      drawOne(sending, list, items, again).catch((error) =>
        log.warn('a list could not be drawn; it will be tried again', { person: list.person, error }),
      ),
    ),
  )
  return stale.length
}
