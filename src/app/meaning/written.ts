import type { Step } from '../../chat/flow.ts'
import type { Inbound } from '../../chat/inbound.ts'
import type { Store } from '../../store/store.ts'

/** What an edited or deleted message means: the record of its ticket says so, on the side where it was written. */
export const written = async (
  store: Pick<Store, 'threads'>,
  inbound: Extract<Inbound, { kind: 'edit' | 'delete' }>,
): Promise<Step> => {
  const { message } = inbound
  const linked = await store.threads.find(message)
  if (linked === undefined) return { kind: 'order', orders: [] }
  const internal = linked.side === 'supplier'
  const wish =
    inbound.kind === 'edit'
      ? ({ do: 'ticket.edit_message', text: inbound.text, message, internal } as const)
      : ({ do: 'ticket.delete_message', message, internal } as const)
  return { kind: 'order', orders: [{ item: linked.item, wish }] }
}
