import type { Instant } from '../calendar/calendar.ts'
import type { Directory } from '../people/directory.ts'
import type { Result } from '../result.ts'

/** Who acted: a person of one side, or the bot itself when a moment came due. */
export type Actor =
  | {
      readonly kind: 'person'
      readonly id: string
      readonly side: 'supplier' | 'customer'
      readonly org: string
    }
  | { readonly kind: 'bot' }
  | { readonly kind: 'operator' }

/** The fields every command and every event carries: when it was ordered (one clock, the server's) and by whom (M2.2). */
export type Stamp = { readonly at: Instant; readonly by: Actor }

/** What a decision may look at beside the item itself. It is data: the caller read it, the decision only uses it. */
export type World = { readonly directory: Directory }

/**
 * The one shape of all work. `decide` and `evolve` are pure; `due` says what the bot itself must order now;
 * `nextDue` says when it must look again. An event produced by a due command is what makes it no longer due,
 * so a wake-up that comes twice, late or for an old revision changes nothing.
 */
export type Item<State, Command extends Stamp, Event extends Stamp & { readonly type: string }, No> = {
  readonly kind: string
  /** Raised whenever `evolve` changes meaning: stored snapshots of another version are rebuilt from events. */
  readonly version: number
  readonly decide: (state: State | undefined, command: Command, world: World) => Result<readonly Event[], No>
  readonly evolve: (state: State | undefined, event: Event) => State
  readonly due: (state: State, now: Instant, world: World) => readonly Command[]
  readonly nextDue: (state: State, world: World) => Instant | undefined
}
