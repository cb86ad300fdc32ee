import type { Directory } from '../people/directory.ts'
import type { DirectoryEvent, DirectoryRefusal } from '../people/directory-event.ts'
import type { DirectoryWish } from '../people/wish.ts'
import type { TicketWish } from '../ticket/command.ts'
import type { TicketEvent } from '../ticket/event.ts'
import type { TicketRefusal } from '../ticket/refusal.ts'
import type { Ticket } from '../ticket/ticket.ts'
import type { Stamp } from './item.ts'

/** Every kind of work by its name: its state, what can be wished of it, what can happen to it, its expected noes. */
export interface Kinds {
  readonly ticket: {
    readonly state: Ticket
    readonly wish: TicketWish
    readonly event: TicketEvent
    readonly refusal: TicketRefusal
  }
  readonly directory: {
    readonly state: Directory
    readonly wish: DirectoryWish
    readonly event: DirectoryEvent
    readonly refusal: DirectoryRefusal
  }
}

/** What can be wished of items of any kind. The first word of `do` names the kind. */
export type AnyWish = Kinds[keyof Kinds]['wish']

/** The name of anything that can happen to an item of any kind. */
export type AnyEventType = Kinds[keyof Kinds]['event']['type']

export type AnyRefusal =
  | Kinds[keyof Kinds]['refusal']
  /** The item is not of the kind that the wish is for. */
  | { readonly code: 'other_kind'; readonly item: string }

type Beginning<Wish> = Wish extends { readonly id: string } ? Omit<Wish, 'id'> : never

/** A wish that begins an item, before the item has its number. */
export type BeginningWish = Beginning<AnyWish>

/** One thing wished of one item, or of a new one of this customer, which is numbered once it is sure to be accepted. */
export type Wished =
  | { readonly item: string; readonly wish: AnyWish }
  | { readonly newFor: string; readonly wish: BeginningWish }

/**
 * Whether something read from the store is of this kind. The store gives back under a kind's name what that kind put there,
 * so this is where a state meets its type again.
 */
export const isOf = <
  Name extends keyof Kinds,
  Read extends { readonly kind: string; readonly state: unknown },
>(
  name: Name,
  read: Read,
): read is Read & { readonly kind: Name; readonly state: Kinds[Name]['state'] } => read.kind === name

/** Whether an event is one of this kind: the first word of its type names the kind, as that of a wish does. */
export const isEventOf = <Name extends keyof Kinds>(
  name: Name,
  event: Stamp & { readonly type: string },
): event is Kinds[Name]['event'] => event.type.startsWith(`${name}.`)
