import { directoryId } from '../domain/people/tenant.ts'
import type { Moved } from '../domain/people/wish.ts'
import type { Store } from '../store/store.ts'
import type { OrderItems } from '../work/order.ts'

/**
 * Follows a conversation that the platform gave another id: its room, of whichever supplier, and the messages and living cards that stand in it.
 * Told again it changes nothing; it throws when it could not follow, so that the platform tells it again.
 */
export const moveRoom =
  ({
    order,
    store,
  }: {
    readonly order: OrderItems
    readonly store: Pick<Store, 'threads' | 'directories'>
  }) =>
  async (moved: Moved): Promise<void> => {
    const { platform, team, from, to } = moved
    const before = await store.directories.at({ platform, team, conversation: from })
    const after = await store.directories.at({ platform, team, conversation: to })
    const wished = before.map(({ supplier }) => {
      // Also where it is only proposed: what is shown nowhere may be linked again, what is shown is not taken back.
      const taken = after.some(
        ({ standing, ...other }) =>
          (standing === 'room' || standing === 'proposal') && other.supplier !== supplier,
      )
      return { item: directoryId(supplier), wish: { do: 'directory.move_room', taken, ...moved } as const }
    })
    const done = await order(wished, { kind: 'bot' })
    if (!done.ok) throw new Error(`the room of ${moved.from} could not follow: ${done.no.code}`)
    await store.threads.moved(moved)
  }
