import type { Instant } from '../domain/calendar/calendar.ts'
import { caretakers } from '../domain/people/caretakers.ts'
import type { Directory } from '../domain/people/directory.ts'
import { languageOf, zoneOf } from '../domain/people/find.ts'
import { directoryId } from '../domain/people/tenant.ts'
import { lettersOf } from '../domain/ticket/letters.ts'
import type { Notice } from '../store/change.ts'
import type { WentBack } from '../store/high-water.ts'
import type { Store } from '../store/store.ts'
import { type Restored, restoredCard } from '../view/restored-card.ts'

/** What of it is one supplier's: its own tickets, told by their letters, for those that are gone are told by nothing else. */
const ofSupplier = ({ from, to, items, notices }: WentBack, directory: Directory): Restored => {
  const keys = new Set(Object.values(directory.customers).map(({ key }) => key))
  const own = (item: string): boolean => keys.has(lettersOf(item) ?? '')
  const tickets = items.filter(({ item }) => own(item))
  return {
    from,
    ...(to === undefined ? {} : { until: to }),
    back: tickets.filter(({ is }) => is > 0).map(({ item }) => item),
    gone: tickets.filter(({ is }) => is === 0).map(({ item }) => item),
    directory: items.some(({ item }) => item === directoryId(directory.supplier)),
    unsent: notices.filter(({ item }) => own(item)).length,
  }
}

/** What a supplier's administrators are owed of it. */
export const restoredNotices = (back: WentBack, directory: Directory, now: Instant): readonly Notice[] =>
  caretakers(directory).map((person): Notice => {
    const face = { language: languageOf(directory, person), zone: zoneOf(directory, person) }
    return {
      supplier: directory.supplier,
      key: `restored.${back.from}.${now}.${directory.supplier}.${person.id}`,
      to: { kind: 'person', person: person.id, thread: false },
      role: 'administrator',
      side: 'supplier',
      about: 'restored',
      card: restoredCard(ofSupplier(back, directory), { ...face, now }),
      ...face,
      lane: 1,
    }
  })

/** Tells the administrators of every supplier that an older backup was put back, and which of their own tickets went back (T27). */
export const tellRestored = async (
  { store, now }: { readonly store: Pick<Store, 'directories' | 'commit'>; readonly now: () => Instant },
  back: WentBack,
): Promise<void> => {
  for (const { supplier } of await store.directories.tenants()) {
    const { directory } = await store.directories.of(supplier)
    const extra = restoredNotices(back, directory, now())
    if (extra.length > 0) await store.commit([], { extra })
  }
}
