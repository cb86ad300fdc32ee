import { decideApply } from '../domain/people/decide/apply.ts'
import { bySupplier, directoryId } from '../domain/people/tenant.ts'
import type { Entry } from '../domain/people/wish.ts'
import type { Store } from '../store/store.ts'
import type { Refused } from './decide.ts'
import type { Done, OrderItems, Wish } from './order.ts'

/**
 * Applies a whole organisation: the directories of all its suppliers, together or not at all. A supplier that it states no
 * more keeps nothing but its agreements.
 */
export const applyEntries = async (
  { store, order }: { readonly store: Pick<Store, 'directories'>; readonly order: OrderItems },
  entries: readonly Entry[],
): Promise<{ readonly ok: true; readonly value: Done } | Refused> => {
  const stated = bySupplier(entries)
  const known = (await store.directories.tenants()).map(({ supplier }) => supplier)
  const wished: Wish[] = []
  const rewritten: string[] = []
  // One after another: what stays as it is need not be in memory together with all the others.
  for (const supplier of new Set([...stated.keys(), ...known])) {
    const wish = { do: 'directory.apply', entries: stated.get(supplier) ?? [] } as const
    const { directory } = await store.directories.of(supplier)
    const decided = decideApply(directory, wish.entries)
    if (!decided.ok && decided.no.code === 'agreement_changed_without_version')
      rewritten.push(...decided.no.agreements)
    else if (!decided.ok || decided.value.length > 0) wished.push({ item: directoryId(supplier), wish })
  }
  if (rewritten.length > 0) {
    const no = { code: 'agreement_changed_without_version', agreements: rewritten } as const
    return { ok: false, no, of: 'directory' }
  }
  return order(wished, { kind: 'operator' })
}
