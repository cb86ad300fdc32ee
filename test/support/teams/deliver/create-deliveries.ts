import type { Fields } from '../../fake/fields.ts'
import type { Identity } from '../identity/create-identity.ts'
import { serviceUrl, type World } from '../world/create-world.ts'
import type { Attempt, Delivery } from './delivery.ts'
import { postActivity } from './post-activity.ts'

/** How often something is handed over, and whether at once or one after the other. */
export type Times = { readonly times?: number; readonly parallel?: boolean }

/** Hands activities to the bot, keeps what came of each, holds them back or repeats them when told. */
export const createDeliveries = (world: World, identity: Identity) => {
  const all = new Map<number, Delivery>()
  let url: string | undefined
  let each: Times = {}
  let held: Delivery[] | undefined

  const attempt = async (id: number): Promise<void> => {
    const before = all.get(id)
    if (before === undefined) throw new Error(`No delivery ${id}`)
    if (url === undefined) throw new Error('Teams knows no bot: call useBot first')
    const at = String(before.activity.serviceUrl ?? serviceUrl(world))
    const result: Attempt = await postActivity(
      world,
      url,
      before.activity,
      identity.token({ serviceUrl: at }),
    )
    const now = all.get(id) ?? before
    const { status: _status, body: _body, ...kept } = now
    const { status, body } = result
    all.set(id, {
      ...kept,
      attempts: [...now.attempts, result],
      ...(status === undefined ? {} : { status }),
      ...(body === undefined ? {} : { body }),
    })
    world.signal.changed()
  }

  const hand = async (id: number, { times = 1, parallel = false }: Times): Promise<Delivery> => {
    const turns = Array.from({ length: times })
    if (parallel) await Promise.all(turns.map(() => attempt(id)))
    else for (const _ of turns) await attempt(id)
    const after = all.get(id)
    if (after === undefined) throw new Error(`No delivery ${id}`)
    return after
  }

  return {
    useBot: (address: string): void => {
      const given = new URL(address)
      url = given.pathname === '/' ? new URL('/api/messages', given).href : given.href
    },
    /** Hands it over; resolves when it was answered or given up. While held: at once, unsent, but for invokes. */
    deliver: async (activity: Fields): Promise<Delivery> => {
      const delivery: Delivery = { id: all.size + 1, activity, attempts: [] }
      all.set(delivery.id, delivery)
      if (held === undefined || activity.type === 'invoke') return hand(delivery.id, each)
      held.push(delivery)
      return delivery
    },
    /** Hands the same activity over again. */
    redeliver: (delivery: Pick<Delivery, 'id'>, times: Times = {}): Promise<Delivery> =>
      hand(delivery.id, times),
    /** From now on everything is handed over so often, until told otherwise. */
    deliverEach: (times: Times): void => {
      each = times
    },
    /** Keeps activities back from now on, but for those somebody waits for. */
    hold: (): void => {
      held ??= []
    },
    /** Sends what was kept back, in the order given: as they came, by default. */
    release: async (
      order: (deliveries: readonly Delivery[]) => readonly Delivery[] = (them) => them,
    ): Promise<readonly Delivery[]> => {
      const waiting = order(held ?? [])
      held = undefined
      const sent: Delivery[] = []
      for (const { id } of waiting) sent.push(await hand(id, each))
      return sent
    },
    /** Posts anything at all, signed as Teams signs unless told otherwise. It is not among the deliveries. */
    post: (activity: unknown, authorization?: string | null): Promise<Attempt> => {
      if (url === undefined) throw new Error('Teams knows no bot: call useBot first')
      const signed = authorization ?? identity.token({ serviceUrl: serviceUrl(world) })
      return postActivity(world, url, activity, authorization === null ? undefined : signed)
    },
    all: (): readonly Delivery[] => [...all.values()],
  }
}

export type Deliveries = ReturnType<typeof createDeliveries>
