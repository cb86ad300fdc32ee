import { emptyDirectory } from '../domain/people/evolve-directory.ts'
import type { Settlement } from '../store/settlement.ts'
import type { Owed } from '../store/store.ts'
import { subjectOf } from '../work/in-hand.ts'
import { sendGathered } from './gathered.ts'
import { ringsFor } from './rings-for.ts'
import { type Known, type Sending, send } from './send.ts'

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

const queueOf = ({ notice, line }: Owed): string => `${notice.lane} ${line}`

const isAlone = ({ notice }: Owed): boolean => notice.rings === undefined && notice.digest !== true

/** What the rows of a round are about, as it stands now. */
const knownFor = async ({ store, kinds }: Sending, owed: readonly Owed[]): Promise<(owed: Owed) => Known> => {
  const loaded = await store.loadInWorld([
    ...new Set(owed.filter(({ notice }) => notice.supplier === undefined).map(({ item }) => item)),
  ])
  const items = new Map(loaded.map((one) => [one.id, one]))
  const directories = await store.directories.some(
    owed.flatMap(({ notice: { supplier } }) => (supplier === undefined ? [] : [supplier])),
  )
  return ({ item, notice }) => {
    const found = items.get(item)
    const directory =
      notice.supplier === undefined ? found?.world.directory : directories.get(notice.supplier)
    return { directory: directory ?? emptyDirectory, subject: found && subjectOf(kinds, found) }
  }
}

/**
 * Sends rows that were claimed. Returns how each ended: what a failure left unsent is to be tried again, so that nobody waits
 * until its lease ends. A row behind one that is tried again is not among them: the store takes it back.
 */
export const sendRound = async (sending: Sending, owed: readonly Owed[]): Promise<readonly Settlement[]> => {
  const { store, now, log } = sending
  const again = ({ id, item }: Owed, error: unknown): Settlement => {
    log.error('a notice could not be sent; it will be tried again', { item, error })
    const at = now()
    return { id, status: 'again', at, nextAt: at + retryMs, why: String(error), tried: true }
  }

  /** What stands is followed before its row is settled, and before the next row of the place is sent. */
  const sendOne = async (one: Owed, knownOf: (owed: Owed) => Known): Promise<Settlement> => {
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

  const sendLine = async (line: readonly Owed[], knownOf: (owed: Owed) => Known) => {
    const settlements: Settlement[] = []
    /** The first of each queue that is to be tried again. */
    const held = new Map<string, number>()
    const hold = (one: Owed): void => {
      const queue = queueOf(one)
      held.set(queue, Math.min(Number(one.id), held.get(queue) ?? Number.POSITIVE_INFINITY))
    }
    const inTurn = async (rows: readonly Owed[]): Promise<void> => {
      for (const one of rows) {
        // The store takes what stands behind back, so that nothing overtakes in it; what stands before it is still to go.
        if (Number(one.id) > (held.get(queueOf(one)) ?? Number.POSITIVE_INFINITY)) continue
        const settlement = await sendOne(one, knownOf)
        settlements.push(settlement)
        if (settlement.status === 'again') hold(one)
      }
    }
    const due: Owed[] = []
    for (const one of line) {
      const { notBefore = 0 } = one.notice
      if (now() >= notBefore) due.push(one)
      else
        settlements.push({
          ...{ id: one.id, status: 'again', at: now(), nextAt: notBefore, why: 'not yet due', tried: false },
        })
    }
    await inTurn(due.filter(isAlone))
    const gathered = due.filter((one) => !isAlone(one))
    if (gathered.length === 0) return settlements
    const ended = await sendGathered(sending, gathered, knownOf).catch((error) =>
      gathered.map((one) => again(one, error)),
    )
    settlements.push(...ended)
    const ends = new Map(ended.map(({ id, status }) => [id, status]))
    for (const one of gathered) if (ends.get(one.id) === 'again') hold(one)
    await inTurn(gathered.filter(({ id }) => !ends.has(id)))
    return settlements
  }

  try {
    const knownOf = await knownFor(sending, owed)
    return (await Promise.all(linesOf(owed).map((line) => sendLine(line, knownOf)))).flat()
  } catch (error) {
    return owed.map((one) => again(one, error))
  }
}
