import type { Stamp, World } from '../domain/item/item.ts'
import type { AnyWish, Wished } from '../domain/item/kinds.ts'
import type { Store } from '../store/store.ts'
import { type KindsOfWork, kindFor } from './kind.ts'

export type Numbering = { readonly store: Pick<Store, 'nextNumber'>; readonly kinds: KindsOfWork }

/**
 * What is wished of a new item, with its number: the customer's next one, but only once it is sure to be accepted. A
 * `refused` one is none; ordered all the same, it is refused in its own words.
 */
export const numbered = async (
  { store, kinds }: Numbering,
  { newFor, wish }: Extract<Wished, { readonly newFor: string }>,
  { directory }: World,
  stamp: Stamp,
): Promise<{ readonly item: string; readonly wish: AnyWish; readonly refused: boolean }> => {
  const key = directory.customers[newFor]?.key ?? newFor
  const kind = kindFor(kinds, wish)
  if (!kind.decide(undefined, { ...wish, id: key, ...stamp }, { directory }).ok)
    return { item: key, wish: { ...wish, id: key }, refused: true }
  const id = `${key}-${kind.letter ?? ''}${await store.nextNumber(newFor, kind.kind)}`
  return { item: id, wish: { ...wish, id }, refused: false }
}
