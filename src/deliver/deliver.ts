import { createRarely } from '../chat/rarely.ts'
import type { Owed, Settlement } from '../store/store.ts'
import { subjectOf } from '../work/in-hand.ts'
import { drawStale } from './draw.ts'
import { createRunner } from './runner.ts'
import type { Sending } from './send.ts'
import { send } from './send.ts'

const batchSize = 200
const leaseMs = 30_000
const retryMs = 5_000

/** What one place gets in one lane goes out in the order it was owed; different lines do not wait for each other. */
const linesOf = (owed: readonly Owed[]): readonly (readonly Owed[])[] => {
  const lines = new Map<string, Owed[]>()
  for (const one of owed) {
    const line = `${one.notice.lane} ${one.line}`
    lines.set(line, [...(lines.get(line) ?? []), one])
  }
  return [...lines.values()]
}

/**
 * The outbox's sender, and the drawer of living cards: `kick` says that something may be owed or stale. Several processes
 * may run it: a row is leased to one of them, and its settlement counts only while it holds the lease. `worked` is called
 * whenever it has looked and sent what there was: that it lives.
 */
export const createDeliver = (parts: Omit<Sending, 'rarely'>, worked: () => void = () => {}) => {
  const { store, kinds, log, now } = parts
  const sending: Sending = { ...parts, rarely: createRarely(now) }

  const sendAll = async (owed: readonly Owed[]): Promise<void> => {
    const items = [...new Set(owed.filter(({ notice }) => notice.about !== 'answer').map(({ item }) => item))]
    const [{ directory }, loaded] = await Promise.all([store.directory(), store.load(items)])
    const subjects = new Map(loaded.map((one) => [one.id, subjectOf(kinds, one)]))
    const settlements: Settlement[] = []
    const sendOne = async (one: Owed): Promise<Settlement> => {
      try {
        return await send(sending, one, { directory, subject: subjects.get(one.item) })
      } catch (error) {
        log.error('a notice could not be sent; it will be tried again', { item: one.item, error })
        const at = now()
        return { id: one.id, status: 'again', at, nextAt: at + retryMs, why: String(error), tried: true }
      }
    }
    const sendLine = async (line: readonly Owed[]): Promise<void> => {
      for (const one of line) {
        const settlement = await sendOne(one)
        settlements.push(settlement)
        // The store takes the rest of the line back, so that nothing overtakes.
        if (settlement.status === 'again') return
      }
    }
    await Promise.all(linesOf(owed).map(sendLine))
    await store.outbox.settle(settlements)
  }

  const step = async (): Promise<boolean> => {
    const owed = await store.outbox.claim(now(), batchSize, leaseMs)
    if (owed.length > 0) await sendAll(owed)
    worked()
    // A card can wait for the notices, but no notice waits long for the cards.
    return owed.length > 0 || (await drawStale(sending)) > 0
  }

  return createRunner(step, (error) => log.warn('sending pauses', { error }))
}
