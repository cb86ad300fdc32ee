import type { Step } from '../../chat/flow.ts'
import type { Inbound } from '../../chat/inbound.ts'
import { faceOf } from '../../work/in-hand.ts'
import type { Running } from '../running/step.ts'

/** What an edited or deleted message means: the record of its item says so, on the side where it was written. */
export const written = async (
  { store, kinds }: Pick<Running, 'store' | 'kinds'>,
  inbound: Extract<Inbound, { kind: 'edit' | 'delete' }>,
): Promise<Step> => {
  const { message } = inbound
  const linked = await store.threads.find(message)
  if (linked === undefined) return { kind: 'order', orders: [] }
  const wish = faceOf(kinds, linked)?.rewritten({
    message,
    internal: linked.side === 'supplier',
    ...(inbound.kind === 'edit' ? { text: inbound.text } : {}),
  })
  return { kind: 'order', orders: wish === undefined ? [] : [{ item: linked.item, wish }] }
}
