import { createRarely } from '../chat/rarely.ts'
import { emptyDirectory } from '../domain/people/evolve-directory.ts'
import type { Settlement } from '../store/settlement.ts'
import type { Owed } from '../store/store.ts'
import { subjectOf } from '../work/in-hand.ts'
import { drawStale } from './draw.ts'
import { sendGathered } from './gathered.ts'
import { drawLists } from './list-draw.ts'
import { type After, afterMs, createReminder } from './reminder.ts'
import { ringsFor } from './rings-for.ts'
import { createRunner, type Runner } from './runner.ts'
import type { Known, Sending } from './send.ts'
import { send } from './send.ts'

const batchSize = 200
const leaseMs = 30_000
const retryMs = 5_000

/**
 * What one place gets goes out in the order it was owed, urgent lanes first; different places do not wait for each other. All
 * lanes of one place go one after the other, for what comes first of an item becomes the card that the rest stands below.
 */
const linesOf = (owed: readonly Owed[]): readonly (readonly Owed[])[] => {
  const lines = new Map<string, Owed[]>()
  for (const one of owed) {
    // What is owed to one person is looked at together, whichever queue it stands in.
    const line = one.notice.to.kind === 'person' ? `person ${one.notice.to.person}` : one.line
    lines.set(line, [...(lines.get(line) ?? []), one])
  }
  return [...lines.values()]
}

const isAlone = ({ notice }: Owed): boolean => notice.rings === undefined && notice.digest !== true

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
  const { store, kinds, log, now } = parts
  const sending: Sending = { ...parts, rarely: createRarely(now) }

  /** Sends what is owed; returns whether that left something else owed: whoever is told instead of somebody out of reach. */
  const sendAll = async (owed: readonly Owed[]): Promise<boolean> => {
    const loaded = await store.loadInWorld([
      ...new Set(owed.filter(({ notice }) => notice.supplier === undefined).map(({ item }) => item)),
    ])
    const items = new Map(loaded.map((one) => [one.id, one]))
    const directories = await store.directories.some(
      owed.flatMap(({ notice: { supplier } }) => (supplier === undefined ? [] : [supplier])),
    )
    const knownOf = ({ item, notice }: Owed): Known => {
      const found = items.get(item)
      const directory =
        notice.supplier === undefined ? found?.world.directory : directories.get(notice.supplier)
      return { directory: directory ?? emptyDirectory, subject: found && subjectOf(kinds, found) }
    }
    const settlements: Settlement[] = []
    const again = ({ id, item }: Pick<Owed, 'id' | 'item'>, error: unknown): Settlement => {
      log.error('a notice could not be sent; it will be tried again', { item, error })
      const at = now()
      return { id, status: 'again', at, nextAt: at + retryMs, why: String(error), tried: true }
    }
    const isEarly = ({ notice: { notBefore = 0 } }: Owed): boolean => now() < notBefore
    const later = ({ id, notice: { notBefore = 0 } }: Owed): Settlement => ({
      ...{ id, status: 'again', at: now(), nextAt: notBefore, why: 'not yet due', tried: false },
    })
    /** What stands is followed before its row is settled, and before the next row of the place is sent. */
    const sendOne = async (one: Owed): Promise<Settlement> => {
      try {
        const { settlement, followed } = await send(sending, one, knownOf(one))
        if (followed !== undefined) await store.living.add(followed)
        if (settlement.status === 'sent' && ringsFor(one.notice))
          await store.lists.rung(settlement.message, { at: settlement.at, abouts: [one.notice.about] })
        return settlement
      } catch (error) {
        return again(one, error)
      }
    }
    const sendLine = async (line: readonly Owed[]): Promise<void> => {
      const held = new Set<string>()
      const inTurn = async (rows: readonly Owed[]): Promise<void> => {
        for (const one of rows) {
          const queue = `${one.notice.lane} ${one.line}`
          if (held.has(queue)) continue
          const settlement = await sendOne(one)
          settlements.push(settlement)
          // The store takes the rest of the queue back, so that nothing overtakes in it.
          if (settlement.status === 'again') held.add(queue)
        }
      }
      for (const one of line) if (isEarly(one)) settlements.push(later(one))
      const due = line.filter((one) => !isEarly(one))
      const [alone, gathered] = [due.filter(isAlone), due.filter((one) => !isAlone(one))]
      await inTurn(alone)
      if (gathered.length === 0) return
      const ended = await sendGathered(sending, gathered, knownOf)
      settlements.push(...ended)
      const ids = new Set(ended.map(({ id }) => id))
      for (const { status, id } of ended) {
        const one = status === 'again' ? gathered.find((row) => row.id === id) : undefined
        if (one !== undefined) held.add(`${one.notice.lane} ${one.line}`)
      }
      await inTurn(gathered.filter(({ id }) => !ids.has(id)))
    }
    await Promise.all(linesOf(owed).map(sendLine))
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
