import { createRarely } from '../chat/rarely.ts'
import type { Owed } from '../store/store.ts'
import { drawStale } from './draw.ts'
import { drawLists } from './list-draw.ts'
import { type After, afterMs, createReminder } from './reminder.ts'
import { sendRound } from './round.ts'
import { createRunner, type Runner } from './runner.ts'
import type { Sending } from './send.ts'

const batchSize = 200
const leaseMs = 30_000

/**
 * The outbox's sender, and the drawer of living cards: `kick` says that something may be owed or stale. Several processes
 * may run it: a row is leased to one of them, and its settlement counts only while it holds the lease. `worked` is called
 * whenever it has looked and sent what there was: that it lives. What is to be tried later is looked at in that very moment.
 */
export const createDeliver = (
  parts: Omit<Sending, 'rarely'>,
  worked: () => void = () => {},
  after: After = afterMs,
): Runner => {
  const { store, log, now } = parts
  const sending: Sending = { ...parts, rarely: createRarely(now) }

  /** Sends what is owed; returns whether that left something else owed: whoever is told instead of somebody out of reach. */
  const sendAll = async (owed: readonly Owed[]): Promise<boolean> => {
    const settlements = await sendRound(sending, owed)
    await store.outbox.settle(settlements)
    for (const settlement of settlements) if (settlement.status === 'again') reminder.at(settlement.nextAt)
    return settlements.some(({ status }) => status === 'failed')
  }

  const step = async (isKicked: () => boolean): Promise<boolean> => {
    const owed = await store.outbox.claim(now(), batchSize, leaseMs)
    const owesMore = owed.length > 0 && (await sendAll(owed))
    worked()
    // A card can wait for the notices, but no notice waits long for the cards.
    if (owesMore || owed.length === batchSize || isKicked()) return true
    const drawn = [await drawStale(sending, reminder.at), await drawLists(sending, reminder.at)]
    return drawn.some((count) => count > 0)
  }

  const runner = createRunner(step, (error) => log.warn('sending pauses', { error }))
  const reminder = createReminder(runner.kick, now, after)
  return {
    ...runner,
    stop: async () => {
      await runner.stop()
      reminder.stop()
    },
  }
}
