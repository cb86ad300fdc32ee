import type { Instant } from '../domain/calendar/calendar.ts'
import type { Stamp, World } from '../domain/item/item.ts'
import type { AnyRefusal, AnyWish, Wished } from '../domain/item/kinds.ts'
import type { AnyEvent } from '../domain/item/reading.ts'
import { emptyDirectory } from '../domain/people/evolve-directory.ts'
import type { Change } from '../store/change.ts'
import type { InWorld, Store } from '../store/store.ts'
import { changeOf } from './change-of.ts'
import { type Kind, type KindsOfWork, kindFor } from './kind.ts'
import { numbered } from './number.ts'

/** An item as far as it is decided, before anything of it is committed. */
type Draft = {
  readonly item: string
  readonly kind: Kind
  readonly from: InWorld | undefined
  /** What it is decided on: of a new item, that of whoever it is for. */
  readonly world: World
  readonly state: unknown
  readonly events: readonly AnyEvent[]
}

/** What is decided so far, in the order in which the items came up. */
export type Drafts = ReadonlyMap<string, Draft>

/** An expected no, and of which kind of item it is. */
export type Refused = { readonly ok: false; readonly no: AnyRefusal; readonly of: string }

type Decided = { readonly ok: true; readonly drafts: Drafts } | Refused

/** As long as a chain of merged tickets may be, and far beyond: what goes further are two kinds that answer each other for ever. */
const deepest = 100

/** `supplier`: whose a new item shall be. */
type One = { readonly item: string; readonly wish: AnyWish; readonly supplier?: string }

/** What one wish brings about, and the world it follows from. */
type Effect = { readonly effect: Wished; readonly world: World }

/** What new items were called, by the wish that began them. */
export type Numbers = Map<string, One>

const isNew = (wished: Wished): wished is Extract<Wished, { readonly newFor: string }> => 'newFor' in wished

/** One wish of one item: its draft afterwards, and what that brings about elsewhere. */
const decideOne = (
  kinds: KindsOfWork,
  known: Draft | InWorld | undefined,
  { item, wish }: One,
  stamp: Stamp,
  world: World,
): { readonly ok: true; readonly draft: Draft; readonly effects: readonly Wished[] } | Refused => {
  const kind = kindFor(kinds, wish)
  const isDraft = known !== undefined && 'events' in known
  const draft: Draft = isDraft ? known : { item, kind, from: known, world, state: known?.state, events: [] }
  const { from } = draft
  if ((isDraft ? draft.kind.kind : (from?.kind ?? kind.kind)) !== kind.kind)
    return { ok: false, no: { code: 'other_kind', item }, of: kind.kind }
  const decision = kind.decide(draft.state, { ...wish, ...stamp }, world)
  if (!decision.ok) return { ...decision, of: kind.kind }
  let { state, events } = draft
  const effects: Wished[] = []
  for (const event of decision.value) {
    const after = kind.evolve(state, event)
    events = [...events, event]
    const seq = (from?.seq ?? 0) + events.length
    effects.push(...(kind.effects?.({ event, before: state, after, seq }, world) ?? []))
    state = after
  }
  return { ok: true, draft: { ...draft, state, events }, effects }
}

/**
 * Decides wishes, in their order, and what they bring about in other items, on what was decided before. Each effect takes
 * effect once, however many events ask for it. `numbers` keeps what new items were called, for when it is decided again;
 * `worlds` are those of suppliers whose directory is changed in the same commit.
 */
export const createDecide = ({
  store,
  kinds,
}: {
  readonly store: Pick<Store, 'loadInWorld' | 'directories' | 'nextNumber'>
  readonly kinds: KindsOfWork
}) => {
  const read = async (
    wishes: readonly One[],
    drafts: Drafts,
    loaded: Map<string, InWorld>,
    worlds: ReadonlyMap<string, World>,
  ): Promise<void> => {
    const missing = wishes.map(({ item }) => item).filter((item) => !drafts.has(item) && !loaded.has(item))
    if (missing.length === 0) return
    for (const one of await store.loadInWorld([...new Set(missing)]))
      loaded.set(one.id, { ...one, world: worlds.get(one.supplier) ?? one.world })
  }

  const worldOf = async (
    known: { readonly world: World } | undefined,
    { item, wish, supplier }: One,
  ): Promise<World> => {
    if (known !== undefined) return known.world
    if (supplier !== undefined) return store.directories.of(supplier)
    if ('id' in wish)
      throw new Error(`${wish.do} begins ${item} without saying whose it shall be: no supplier`)
    // Whatever else is wished of an item that is not there is its kind's to refuse, and a directory is a world of its own.
    return { directory: emptyDirectory }
  }

  return async (
    wished: readonly One[],
    stamp: Stamp,
    {
      before = new Map(),
      found,
      numbers = new Map(),
      alone,
      worlds = new Map(),
    }: {
      readonly before?: Drafts
      /** Those of the wished items that there are: read before the moment of the stamp. */
      readonly found: readonly InWorld[]
      readonly numbers?: Numbers
      /** Nothing follows from it in other items. */
      readonly alone?: true
      readonly worlds?: ReadonlyMap<string, World>
    },
  ): Promise<Decided> => {
    const drafts = new Map(before)
    const loaded = new Map(found.map((one) => [one.id, one]))
    const asked = new Set<string>()
    const named = async ({ effect, world }: Effect): Promise<One> => {
      if (!isNew(effect)) return effect
      const key = JSON.stringify(effect)
      const one = numbers.get(key) ?? (await numbered({ store, kinds }, effect, world, stamp))
      const { supplier } = world.directory
      numbers.set(key, { ...one, supplier })
      return { ...one, supplier }
    }
    let next = wished
    for (let depth = 0; next.length > 0; depth += 1) {
      if (depth > deepest) throw new Error(`effects go on and on: ${JSON.stringify(next)}`)
      if (depth > 0) await read(next, drafts, loaded, worlds)
      const effects: Effect[] = []
      for (const one of next) {
        const known = drafts.get(one.item) ?? loaded.get(one.item)
        const world = await worldOf(known, one)
        const decided = decideOne(kinds, known, one, stamp, world)
        if (!decided.ok) return decided
        drafts.set(one.item, decided.draft)
        if (!alone) effects.push(...decided.effects.map((effect) => ({ effect, world })))
      }
      const fresh = effects.filter(({ effect }) => {
        const key = JSON.stringify(effect)
        return !asked.has(key) && asked.add(key)
      })
      next = await Promise.all(fresh.map(named))
    }
    return { ok: true, drafts }
  }
}

/** What was decided as the changes to commit: of the items to which anything happened. */
export const changesOf = (drafts: Drafts, now: Instant): readonly Change[] =>
  [...drafts.values()].flatMap(({ item, kind, from, world, events }) =>
    events.length === 0 ? [] : [changeOf(item, kind, from, events, world, now)],
  )
