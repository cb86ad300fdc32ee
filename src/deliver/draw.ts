import type { Instant } from '../calendar/calendar.ts'
import type { Log } from '../log.ts'
import type { Store } from '../store/store.ts'
import type { MessageRef } from '../ticket/event.ts'
import type { Ticket } from '../ticket/ticket.ts'
import { ticketCard } from '../view/ticket-card.ts'
import type { Adapters } from './destination.ts'

/** Few at a time, so that drawing holds nothing up. */
const batchSize = 25
/** A card that cannot be drawn is tried again after this long; meanwhile the old one stands. */
const leaseMs = 10_000

/**
 * Draws living cards anew after their item moved: one drawing for however many events came since (coalesced). A card is a
 * projection; losing a drawing loses nothing. Returns how many were drawn.
 */
export const drawStale = async ({
  store,
  adapters,
  now,
  log,
}: {
  readonly store: Store
  readonly adapters: Adapters
  readonly now: () => Instant
  readonly log: Log
}): Promise<number> => {
  const stale = await store.living.stale(now(), batchSize, leaseMs)
  if (stale.length === 0) return 0
  const [{ directory }, loaded] = await Promise.all([
    store.directory(),
    store.load([...new Set(stale.map(({ item }) => item))]),
  ])
  const items = new Map(loaded.map((one) => [one.id, one]))
  const drawn: { message: MessageRef; seq: number }[] = []
  await Promise.all(
    stale.map(async ({ item, message, audience, language, zone }) => {
      const found = items.get(item)
      const adapter = adapters[message.platform]
      if (found === undefined || adapter === undefined) return
      try {
        const { seq } = found
        const reading = { language, zone, now: now(), directory, audience }
        const card = ticketCard(found.state as Ticket, seq, reading)
        const { outcome } = await adapter.update(message, { key: `${item}.${seq}`, card, language, zone })
        // A card that is gone from the chat is done with; only a platform that asks to wait is asked again.
        if (outcome === 'sent' || outcome === 'unreachable') drawn.push({ message, seq })
      } catch (error) {
        log.warn('a card could not be drawn; it will be tried again', { item, error })
      }
    }),
  )
  await store.living.drawn(drawn)
  return stale.length
}
