import type { Adapter } from '../chat/adapter.ts'
import type { Instant } from '../domain/calendar/calendar.ts'
import { type Redrawing, type StaleCard, uncertain } from '../store/living.ts'
import type { InWorld } from '../store/store.ts'
import { subjectOf } from '../work/in-hand.ts'
import { drawingOf, isAsDrawn } from './drawing-of.ts'
import { isTheirs } from './is-theirs.ts'
import type { Sending } from './send.ts'
import { threadElsewhere } from './thread-elsewhere.ts'

/** So many that a drawing costs a fraction of a statement, and so few that the next notice does not wait long. */
const batchSize = 100
/** A card that cannot be drawn is tried again after this long; meanwhile the old one stands. */
const leaseMs = 10_000
/** No card is an alarm: those are posted. */
const lane = 2

/** Draws one card. A card that is gone from the chat is done with; of unknown outcome, it comes again by itself. */
const drawOne = async (
  { store, kinds, now, pace }: Pick<Sending, 'store' | 'kinds' | 'now' | 'pace'>,
  adapter: Adapter,
  stale: StaleCard,
  { world, ...loaded }: InWorld,
): Promise<Redrawing | undefined> => {
  const { item, message, audience, drawnSeq, language, zone } = stale
  const { seq } = loaded
  const later = (ms: number): Redrawing => ({ message, seq: drawnSeq, again: now() + ms })
  const drawing = drawingOf(stale, kinds, loaded, { now: now(), ...world })
  // Left as it was, where nothing of it changed or it may not be shown any more.
  if (drawing === undefined || isAsDrawn(stale, drawing)) return { message, seq }
  if (drawing.alone !== undefined && !(await isTheirs(drawing.alone, message, adapter)))
    return { message, seq }
  const going = { act: 'update', to: message, limits: adapter } as const
  const turn = pace.take(going, lane, message.message)
  if (turn > 0) return later(turn)
  const { card, as, done } = drawing
  const about = { item, side: audience, org: subjectOf(kinds, loaded)?.belongs[audience] }
  const thread = adapter.leads && (await threadElsewhere(store.threads, world.directory, about, message))
  const post = { key: `${item}.${seq}`, card, language, zone, ...(thread ? { thread } : {}) }
  const update = await adapter.update(message, post)
  switch (update.outcome) {
    case 'sent':
    case 'unreachable':
      return { message, seq, as, ...(done ? { done } : {}) }
    case 'wait':
      pace.hold(going, update.retryAfter, lane, update.everywhere ?? false)
      return { ...later(update.retryAfter), as: uncertain }
    case 'unknown':
      return { ...later(leaseMs), as: uncertain }
  }
}

/**
 * Draws cards anew after their item moved, where it shows in them, notices only when they lose a button by it: one drawing
 * for however many events came since (coalesced), at the pace of their platform. A card is a projection; losing a drawing
 * loses nothing. `again` is told when one that waits may be drawn. Returns how many were looked at.
 */
export const drawStale = async (
  { store, kinds, adapters, now, log, pace }: Sending,
  again: (at: Instant) => void,
): Promise<number> => {
  const stale = await store.living.stale(now(), batchSize, leaseMs)
  if (stale.length === 0) return 0
  const loaded = await store.loadInWorld([...new Set(stale.map(({ item }) => item))])
  const items = new Map(loaded.map((one) => [one.id, one]))
  const drawings = await Promise.all(
    stale.map(async (living) => {
      const { item, message, drawnAs } = living
      const found = items.get(item)
      const adapter = adapters[message.platform]
      if (found === undefined || adapter === undefined) return undefined
      const drawing = await drawOne({ store, kinds, now, pace }, adapter, living, found).catch((error) => {
        log.warn('a card could not be drawn; it will be tried again', { item, error })
        return undefined
      })
      return drawing && { ...drawing, ...(drawnAs === undefined ? {} : { was: drawnAs }) }
    }),
  )
  const drawn = drawings.filter((drawing) => drawing !== undefined)
  await store.living.drawn(drawn)
  for (const { again: at } of drawn) if (at !== undefined) again(at)
  return stale.length
}
