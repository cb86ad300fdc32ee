import type { World } from '../world/create-world.ts'
import type { Delivery, Parcel, Transport } from './delivery.ts'

/** Slack's schedule of retries: at once, after a minute, after five. */
export const retrySchedule: readonly number[] = [0, 60_000, 300_000]

/** Hands parcels to the app, keeps what came of each, holds them back or repeats them when told. */
export const createDeliveries = (world: World, transport: () => Transport) => {
  const all = new Map<string, Delivery>()
  let held: Delivery[] | undefined

  const attempt = async (id: string): Promise<Delivery> => {
    const before = all.get(id)
    if (before === undefined) throw new Error(`No delivery ${id}`)
    const retry = before.attempts.length
    const result = await transport()(before, retry, before.attempts.at(-1)?.reason)
    const now = all.get(id) ?? before
    const attempts = [...now.attempts, result]
    const wait = retrySchedule[attempts.length - 1]
    const again =
      !result.acked && !result.noRetry && before.kind === 'events_api' && wait !== undefined && !now.acked
    const { retryAt: _, ...rest } = now
    const after: Delivery = {
      ...rest,
      attempts,
      acked: now.acked || result.acked,
      afterMs: result.afterMs,
      ...(result.response === undefined ? {} : { response: result.response }),
      ...(again ? { retryAt: world.now() + wait } : {}),
    }
    all.set(id, after)
    world.signal.changed()
    return after
  }

  return {
    /** Hands it over once; resolves when it was acknowledged or given up. While held: at once, unsent. */
    deliver: async (parcel: Parcel): Promise<Delivery> => {
      const id = world.id('Dl')
      const delivery: Delivery = { ...parcel, id, attempts: [], acked: false, afterMs: 0 }
      all.set(id, delivery)
      if (held !== undefined && parcel.kind === 'events_api') {
        held.push(delivery)
        return delivery
      }
      return attempt(id)
    },
    /** Delivers it once more whatever came of it: the next number of the retry headers. */
    redeliver: (delivery: Delivery): Promise<Delivery> => attempt(delivery.id),
    /** Delivers it once more as if for the first time: same event, no retry headers. */
    repeat: (delivery: Delivery): Promise<Delivery> => {
      const id = world.id('Dl')
      const { kind, team, payload } = delivery
      all.set(id, { kind, team, payload, id, attempts: [], acked: false, afterMs: 0 })
      return attempt(id)
    },
    /** Delivers all that are due for a retry by now, on the fake's clock. */
    retryDue: (): Promise<readonly Delivery[]> =>
      Promise.all(
        [...all.values()]
          .filter(({ retryAt }) => retryAt !== undefined && retryAt <= world.now())
          .map(({ id }) => attempt(id)),
      ),
    /** Keeps events back from now on. */
    hold: (): void => {
      held ??= []
    },
    /** Sends what was kept back, in the order given (as they came, by default), each so many times. */
    release: async (
      order: (deliveries: readonly Delivery[]) => readonly Delivery[] = (them) => them,
      times = 1,
    ): Promise<readonly Delivery[]> => {
      const waiting = order(held ?? [])
      held = undefined
      const sent: Delivery[] = []
      for (const delivery of waiting)
        for (let time = 0; time < times; time++)
          sent.push(await attempt(time === 0 ? delivery.id : copyOf(delivery)))
      return sent
    },
    all: (): readonly Delivery[] => [...all.values()],
  }

  function copyOf({ kind, team, payload }: Delivery): string {
    const id = world.id('Dl')
    all.set(id, { kind, team, payload, id, attempts: [], acked: false, afterMs: 0 })
    return id
  }
}

export type Deliveries = ReturnType<typeof createDeliveries>
