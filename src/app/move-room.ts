import type { Moved } from '../domain/people/wish.ts'
import type { Store } from '../store/store.ts'
import type { OrderItems } from '../work/order.ts'

/**
 * Follows a conversation that the platform gave another id: its room, and the messages and living cards that stand in it.
 * Told again it changes nothing; it throws when it could not follow, so that the platform tells it again.
 */
export const moveRoom =
  ({ order, store }: { readonly order: OrderItems; readonly store: Pick<Store, 'threads'> }) =>
  async (moved: Moved): Promise<void> => {
    const done = await order([{ item: 'directory', wish: { do: 'directory.move_room', ...moved } }], {
      kind: 'bot',
    })
    if (!done.ok) throw new Error(`the room of ${moved.from} could not follow: ${done.no.code}`)
    await store.threads.moved(moved)
  }
