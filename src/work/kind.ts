import type { Card } from '../chat/card.ts'
import type { SaidWords } from '../chat/in-hand.ts'
import type { HomeList, Line } from '../chat/line.ts'
import type { Reading } from '../chat/reading.ts'
import type { Instant } from '../domain/calendar/calendar.ts'
import type { Belonging } from '../domain/item/belonging.ts'
import type { Stamp, World } from '../domain/item/item.ts'
import type { AnyRefusal, AnyWish, Kinds, Wished } from '../domain/item/kinds.ts'
import type { AnyEvent, Index, Recorded } from '../domain/item/reading.ts'
import type { Claims } from '../domain/people/claims.ts'
import type { Directory, Person } from '../domain/people/directory.ts'
import type { Language } from '../domain/people/sides.ts'
import type { Result } from '../domain/result.ts'
import type { MessageRef } from '../domain/ticket/event.ts'
import type { MessageLink, Notice } from '../store/change.ts'

/** One event of an item with the states around it. */
export type Transition<State = unknown, Event = AnyEvent> = {
  readonly event: Event
  readonly before: State | undefined
  readonly after: State
  readonly seq: number
}

/** A message that was said, and was edited, or deleted when it has no text any more. */
export type Rewritten = {
  readonly text?: string
  readonly message: MessageRef
  readonly internal: boolean
}

/** An item as it stands at a seq. */
type Standing<State> = { readonly state: State; readonly seq: number }

/** What people see of an item, and what they say to it. */
export type FaceOf<State, Wish> = {
  belongs(state: State): Belonging
  /** Its card, which goes on living where it stands. */
  card(item: Standing<State>, reading: Reading): Card
  /** Its row in a list that this person reads. */
  line(item: Standing<State>, reading: Reading, person: Person): Line
  /** Everything that can be done on it now by whoever reads it there, as `actOf` names it. */
  offers(item: Standing<State>, reading: Reading): ReadonlySet<string>
  /** How it stands, in a sentence: for a notice that offers less than when it was sent. */
  stands(state: State, reading: Reading): string
  /** Its record in words; `badSeq`: the log is not whole from there on. */
  history(id: string, log: readonly Recorded[], reading: Reading, badSeq?: number): Card
  /** What a notice was about, in a word or three. */
  about(what: string, language: Language): string
  /** The lists of this kind that are read for a person's own page. */
  home(person: Person, now: Instant): readonly HomeList[]
  /** What it means for the item that something was said in its thread; undefined where it takes no words. */
  said(words: SaidWords): Wish | undefined
  /** What it means that something said in its thread was edited or deleted. */
  rewritten(change: Rewritten): Wish | undefined
  /** Whether plain words of this person may be meant for it, where there are no threads: it `waits` for them, `listens`, or not. */
  attends(state: State, person: Person, directory: Directory): 'waits' | 'listens' | 'no'
  /** Whom it waits for: whoever must act next on it. */
  waitsFor(state: State, directory: Directory): readonly string[]
  /** Whether what a waiting notice says is still so (R3). */
  holds(state: State, guard: string): boolean
  /** Whether what a notice told first is true of it still, so that somebody's own card may go on saying it. */
  isStillSo(state: State, told: Notice): boolean
  /** Who hears instead of somebody who could not be reached (T19). */
  standIns(state: State, notice: Notice, directory: Directory, at: Instant): readonly Notice[]
  /** What a notice orders of the item once it was really delivered. */
  delivered(ordered: NonNullable<Notice['onDelivered']>, at: Instant): Wish | undefined
}

/** What a kind asks in a conversation where nobody sees its items otherwise. */
type QuestionsOf<State> = {
  /** What of this question can still be answered, as `actOf` names it. */
  open(state: State, question: Notice): ReadonlySet<string>
  /** Said beneath one that needs no answer any more. */
  settled(language: Language): string
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
  /**
   * Its snapshot is written anew each time so many events have happened, where it is large and they are small: between them
   * a step costs what it changes. Absent: with every step.
   */
  readonly snapshotEvery?: number
  /** Stands before the number of an item: none in `HX-7`, `V` in `HX-V3`. */
  readonly letter?: string
  decide(state: State | undefined, command: Wish & Stamp, world: World): Result<readonly Event[], No>
  evolve(state: State | undefined, event: Event): State
  due(state: State, now: Instant, world: World): readonly (Wish & Stamp)[]
  nextDue(state: State, world: World): Instant | undefined
  index(state: State, world: World): Index
  announce(transition: Transition<State, Event>, world: World, now: Instant): readonly Notice[]
  links(event: Event): readonly MessageLink[]
  /** By what the item is found besides its id, where only one supplier may have it: what a change adds and takes away. */
  claims?(before: State | undefined, after: State): Claims
  /**
   * What an event brings about in other items, in the same commit: all of it or, where one of them refuses, nothing. It is
   * ordered at the same moment and by the same actor.
   */
  effects?(transition: Transition<State, Event>, world: World): readonly Wished[]
  /** An expected no in one or two sentences: what is true now, who and when, the next step. */
  refusal(no: No, voice: Omit<Reading, 'audience' | 'alone'>): string
  /** Absent: nobody sees an item of this kind. */
  readonly face?: FaceOf<State, Wish>
  readonly questions?: QuestionsOf<State>
}

export type Kind = KindOf<unknown, AnyWish, AnyEvent, AnyRefusal>
export type Face = FaceOf<unknown, AnyWish>

/** A kind with the types that its name stands for. */
export type KindNamed<Name extends keyof Kinds> = KindOf<
  Kinds[Name]['state'],
  Kinds[Name]['wish'],
  Kinds[Name]['event'],
  Kinds[Name]['refusal']
>

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
