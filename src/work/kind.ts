import type { Instant } from '../domain/calendar/calendar.ts'
import type { Stamp, World } from '../domain/item/item.ts'
import type { AnyRefusal, AnyWish, Wished } from '../domain/item/kinds.ts'
import type { AnyEvent, Index } from '../domain/item/reading.ts'
import type { Result } from '../domain/result.ts'
import type { MessageLink, Notice } from '../store/change.ts'

/** One event of an item with the states around it. */
export type Transition<State = unknown, Event = AnyEvent> = {
  readonly event: Event
  readonly before: State | undefined
  readonly after: State
  readonly seq: number
}

/**
 * A kind of work as the machinery sees it: the item's pure functions, and what its events mean for the chats and for other
 * items. They are methods on purpose: the machinery carries states, commands and events as unknown and hands back to a kind
 * only what this very kind produced, which TypeScript cannot follow and accepts of methods. So no cast is needed anywhere.
 */
export type KindOf<
  State,
  Wish extends { readonly do: string },
  Event extends AnyEvent,
  No extends { readonly code: string },
> = {
  readonly kind: string
  /** Raised whenever `evolve` changes meaning: stored snapshots of another version are rebuilt from events. */
  readonly version: number
  /** Stands before the number of an item: none in `HX-7`, `V` in `HX-V3`. */
  readonly letter?: string
  decide(state: State | undefined, command: Wish & Stamp, world: World): Result<readonly Event[], No>
  evolve(state: State | undefined, event: Event): State
  due(state: State, now: Instant, world: World): readonly (Wish & Stamp)[]
  nextDue(state: State, world: World): Instant | undefined
  index(state: State, world: World): Index
  announce(transition: Transition<State, Event>, world: World, now: Instant): readonly Notice[]
  links(event: Event): readonly MessageLink[]
  /**
   * What an event brings about in other items, in the same commit: all of it or, where one of them refuses, nothing. It is
   * ordered at the same moment and by the same actor.
   */
  effects?(transition: Transition<State, Event>, world: World): readonly Wished[]
}

export type Kind = KindOf<unknown, AnyWish, AnyEvent, AnyRefusal>

/** The kinds a process knows, by name. What belongs to any other is left to a process that knows it. */
export type KindsOfWork = { readonly [name: string]: Kind }

/** The kind of that name, if this process knows it. */
export const kindNamed = (kinds: KindsOfWork, name: string): Kind | undefined =>
  Object.hasOwn(kinds, name) ? kinds[name] : undefined

/** Which kind a wish is for: the first word of its name. Another name is a fault of ours, not of a person. */
export const kindFor = (kinds: KindsOfWork, wish: { readonly do: string }): Kind => {
  const name = wish.do.slice(0, wish.do.indexOf('.'))
  const kind = kindNamed(kinds, name)
  if (kind === undefined) throw new Error(`items of kind "${name}" are not known to this version`)
  return kind
}
