import { type Fields, fieldsOf, listOf, textOf } from '../../fake/fields.ts'
import type { World } from '../world/create-world.ts'
import type { Call } from '../world/records.ts'

/** How many messages and updates together a conversation takes in how long, in ms. */
const writing: readonly (readonly [most: number, window: number])[] = [
  [7, 1000],
  [8, 2000],
  [60, 30_000],
  [1800, 3_600_000],
]

/** How many questions about members: twice as many. */
const reading = writing.map(([most, window]) => [most * 2, window] as const)

/** What a request for a conversation is counted by: the channel it starts a thread in, or the person it is with. */
const openedBy = ({ channelData, members }: Fields): string =>
  textOf(fieldsOf(fieldsOf(channelData).channel).id) || textOf(fieldsOf(listOf(members)[0]).id)

/** Seconds a call has to wait; 0 when it may go. What is refused does not count. */
export const createPace = (world: World) => {
  const taken = new Map<string, readonly number[]>()
  return ({ name, conversation, body }: Call): number => {
    if (!world.rules.rates) return 0
    const asks = name === 'members' || name === 'member' || name === 'team'
    const key = `${asks}/${conversation ?? openedBy(body)}`
    const now = world.rules.paceNow()
    const times = (taken.get(key) ?? []).filter((at) => now - at < 3_600_000)
    const waits = (asks ? reading : writing).map(([most, window]) => {
      // A margin of a twentieth: the network may bring calls a little closer together than they were made.
      const inside = times.filter((at) => now - at < window * 0.95)
      return inside.length < most ? 0 : (inside.at(-most) ?? now) + window - now
    })
    const wait = Math.max(...waits)
    taken.set(key, wait > 0 ? times : [...times, now])
    return Math.ceil(wait / 1000)
  }
}
