import type { Instant } from '../calendar/calendar.ts'
import type { Adapter } from '../chat/adapter.ts'
import type { Card } from '../chat/card.ts'
import type { Directory } from '../people/directory.ts'
import { staysShown } from '../people/stays-shown.ts'
import type { Drawn, Loaded, Stale } from '../store/store.ts'
import type { Ticket } from '../ticket/ticket.ts'
import { actsOf, outdatedCard } from '../view/outdated-card.ts'
import { ticketCard } from '../view/ticket-card.ts'
import { readerOf } from './reader-of.ts'
import type { Sending } from './send.ts'

/** Few at a time, so that drawing holds nothing up. */
const batchSize = 25
/** A card that cannot be drawn is tried again after this long; meanwhile the old one stands. */
const leaseMs = 10_000

/** What a card is drawn as now, and what is left of it when it is a notice; undefined when it reads as it stands. */
const drawingOf = (
  { message, audience, language, zone, notice, acts }: Stale,
  { state, seq }: Loaded,
  at: { readonly now: Instant; readonly directory: Directory },
): (Pick<Drawn, 'acts' | 'done'> & { readonly card: Card }) | undefined => {
  const ticket = state as Ticket
  const alone = notice && readerOf(notice, message, ticket, at.directory)
  const reading = { language, zone, ...at, audience, alone }
  if (notice === undefined || notice.living !== undefined) return { card: ticketCard(ticket, seq, reading) }
  const now = outdatedCard(notice.card, ticket, seq, reading)
  if (now.acts.join(' ') === (acts ?? actsOf(notice.card)).join(' ')) return undefined
  return { ...now, ...(now.acts.length === 0 ? { done: true } : {}) }
}

/** Draws one card. A card that is gone from the chat is done with; of unknown outcome, it comes again by itself. */
const drawOne = async (
  { now, pace }: Pick<Sending, 'now' | 'pace'>,
  adapter: Adapter,
  stale: Stale,
  found: Loaded,
  directory: Directory,
): Promise<Drawn | undefined> => {
  const { item, message, audience, drawnSeq, language, zone } = stale
  const { seq } = found
  const later = (ms: number): Drawn => ({ message, seq: drawnSeq, again: now() + ms })
  // Left as it was: who reads along there now has no claim to what comes.
  if (!staysShown(directory, message, (found.state as Ticket)[audience])) return { message, seq }
  const drawing = drawingOf(stale, found, { now: now(), directory })
  if (drawing === undefined) return { message, seq }
  const turn = pace.take(message, adapter.pace, 2, message.message)
  if (turn > 0) return later(turn)
  const { card, ...left } = drawing
  const update = await adapter.update(message, { key: `${item}.${seq}`, card, language, zone })
  switch (update.outcome) {
    case 'sent':
    case 'unreachable':
      return { message, seq, ...left }
    case 'wait':
      pace.hold(message, update.retryAfter)
      return later(update.retryAfter)
    case 'unknown':
      return undefined
  }
}

/**
 * Draws cards anew after their item moved, notices only when they lose a button by it: one drawing for however many events
 * came since (coalesced), at the pace of their platform. A card is a projection; losing a drawing loses nothing. Returns how many were looked at.
 */
export const drawStale = async ({ store, adapters, now, log, pace }: Sending): Promise<number> => {
  const stale = await store.living.stale(now(), batchSize, leaseMs)
  if (stale.length === 0) return 0
  const [{ directory }, loaded] = await Promise.all([
    store.directory(),
    store.load([...new Set(stale.map(({ item }) => item))]),
  ])
  const items = new Map(loaded.map((one) => [one.id, one]))
  const drawings = await Promise.all(
    stale.map(async (living) => {
      const { item, message } = living
      const found = items.get(item)
      const adapter = adapters[message.platform]
      if (found === undefined || adapter === undefined) return undefined
      return drawOne({ now, pace }, adapter, living, found, directory).catch((error) => {
        log.warn('a card could not be drawn; it will be tried again', { item, error })
        return undefined
      })
    }),
  )
  await store.living.drawn(drawings.filter((drawing) => drawing !== undefined))
  return stale.length
}
