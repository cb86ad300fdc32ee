import { decideApply } from '../domain/people/decide/apply.ts'
import { bySupplier, directoryId } from '../domain/people/tenant.ts'
import type { Entry } from '../domain/people/wish.ts'
import type { Store } from '../store/store.ts'
import type { Refused } from './decide.ts'
import type { OrderItems, Wish } from './order.ts'

/** What came of it: how many events, in how many transactions. */
export type Applied = { readonly events: number; readonly commits: number }

/** `applied`: how many suppliers were applied before one was refused; each of them whole. */
type RefusedAfter = Refused & { readonly applied: number }

/** So many events go into one transaction, and one supplier's however many they are. More than that, and the database feels it. */
const usualMost = 10_000

type Change = { readonly wish: Wish; readonly events: number }

/** The changes of an organisation in the order of its file, as many together as one transaction takes. */
const batchesOf = (changes: readonly Change[], most: number): readonly (readonly Wish[])[] => {
  const batches: Wish[][] = []
  let room = 0
  for (const { wish, events } of changes) {
    const last = batches.at(-1)
    if (last === undefined || events > room) {
      batches.push([wish])
      room = most - events
    } else {
      last.push(wish)
      room -= events
    }
  }
  return batches
}

/**
 * Applies a whole organisation: the directories of all its suppliers. A supplier that it states no more keeps nothing but its
 * agreements. What differs in up to `most` events is applied together or not at all; more than that in several transactions,
 * each supplier whole in one: cut short, the rest differs still, and applying the same file again goes on with it. A batch
 * that takes what a supplier of a later one still has waits for that.
 */
export const applyEntries = async (
  {
    store,
    order,
    most = usualMost,
  }: {
    readonly store: Pick<Store, 'directories'>
    readonly order: OrderItems
    readonly most?: number
  },
  entries: readonly Entry[],
): Promise<{ readonly ok: true; readonly value: Applied } | RefusedAfter> => {
  const stated = bySupplier(entries)
  const known = (await store.directories.tenants()).map(({ supplier }) => supplier)
  const changes: Change[] = []
  const rewritten: string[] = []
  // One after another: what stays as it is need not be in memory together with all the others.
  for (const supplier of new Set([...stated.keys(), ...known])) {
    const wish = { do: 'directory.apply', entries: stated.get(supplier) ?? [] } as const
    const { directory } = await store.directories.of(supplier)
    const decided = decideApply(directory, wish.entries)
    if (!decided.ok && decided.no.code === 'agreement_changed_without_version')
      rewritten.push(...decided.no.agreements)
    else if (!decided.ok || decided.value.length > 0)
      changes.push({
        wish: { item: directoryId(supplier), wish },
        events: decided.ok ? decided.value.length : 0,
      })
  }
  if (rewritten.length > 0) {
    const no = { code: 'agreement_changed_without_version', agreements: rewritten } as const
    return { ok: false, no, of: 'directory', applied: 0 }
  }

  let waiting = batchesOf(changes, most)
  const done = { events: 0, commits: 0, suppliers: 0 }
  const ordered = async (batch: readonly Wish[]): Promise<Refused | undefined> => {
    const result = await order(batch, { kind: 'operator' })
    if (!result.ok) return result
    done.commits += 1
    done.suppliers += batch.length
    for (const change of result.value.changes) done.events += change.events.length
    return undefined
  }
  while (waiting.length > 0) {
    const held: (readonly Wish[])[] = []
    for (const batch of waiting) {
      const refused = await ordered(batch)
      if (refused === undefined) continue
      if (refused.no.code !== 'held_by_others' || waiting.length === 1)
        return { ...refused, applied: done.suppliers }
      held.push(batch)
    }
    // Where each waits for another they pass things around among them, which only one transaction can do.
    waiting = held.length === waiting.length ? [held.flat()] : held
  }
  const { events, commits } = done
  return { ok: true, value: { events, commits } }
}
