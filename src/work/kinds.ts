import { announce } from '../announce/announce.ts'
import { linkNotices } from '../announce/link-notices.ts'
import type { Instant } from '../domain/calendar/calendar.ts'
import type { World } from '../domain/item/item.ts'
import type { AnyEvent, Index } from '../domain/item/reading.ts'
import type { DirectoryEvent, DirectoryRefusal } from '../domain/people/directory-event.ts'
import type { DirectoryCommand } from '../domain/people/directory-item.ts'
import { directoryItem } from '../domain/people/directory-item.ts'
import type { Result } from '../domain/result.ts'
import type { TicketCommand } from '../domain/ticket/command.ts'
import type { TicketEvent } from '../domain/ticket/event.ts'
import { messageLinks } from '../domain/ticket/message-links.ts'
import type { TicketRefusal } from '../domain/ticket/refusal.ts'
import type { Ticket } from '../domain/ticket/ticket.ts'
import { ticketIndex } from '../domain/ticket/ticket-index.ts'
import { ticketItem } from '../domain/ticket/ticket-item.ts'
import type { MessageLink, Notice } from '../store/change.ts'

export type AnyCommand = TicketCommand | DirectoryCommand
export type AnyRefusal = TicketRefusal | DirectoryRefusal

/** One event of an item with the states around it: what announcing needs. */
export type Transition = {
  readonly event: AnyEvent
  readonly before: unknown
  readonly after: unknown
  readonly seq: number
}

/** A kind of work as the machinery sees it: the item's pure functions and what its events mean for the chats. */
export type Kind = {
  readonly kind: string
  readonly version: number
  readonly decide: (
    state: unknown,
    command: AnyCommand,
    world: World,
  ) => Result<readonly AnyEvent[], AnyRefusal>
  readonly evolve: (state: unknown, event: AnyEvent) => unknown
  readonly due: (state: unknown, now: Instant, world: World) => readonly AnyCommand[]
  readonly nextDue: (state: unknown, world: World) => Instant | undefined
  readonly index: (state: unknown, world: World) => Index
  readonly announce: (transition: Transition, world: World, now: Instant) => readonly Notice[]
  readonly links: (event: AnyEvent) => readonly MessageLink[]
}

/**
 * States, commands and events meet their own kind again here: the machinery carries them as unknown and hands back only
 * what this very kind produced, which TypeScript cannot follow. The casts of the product live in this file alone.
 */
const ticket: Kind = {
  kind: ticketItem.kind,
  version: ticketItem.version,
  decide: (state, command, world) =>
    ticketItem.decide(state as Ticket | undefined, command as TicketCommand, world),
  evolve: (state, event) => ticketItem.evolve(state as Ticket | undefined, event as TicketEvent),
  due: (state, now, world) => ticketItem.due(state as Ticket, now, world),
  nextDue: (state, world) => ticketItem.nextDue(state as Ticket, world),
  index: (state, world) => ticketIndex(state as Ticket, world),
  announce: ({ event, before, after, seq }, { directory }, now) =>
    announce({
      event: event as TicketEvent,
      before: before as Ticket | undefined,
      after: after as Ticket,
      seq,
      directory,
      now,
    }),
  links: (event) => messageLinks(event as TicketEvent),
}

const directory: Kind = {
  kind: directoryItem.kind,
  version: directoryItem.version,
  decide: (state, command, world) =>
    directoryItem.decide(state as World['directory'] | undefined, command as DirectoryCommand, world),
  evolve: (state, event) =>
    directoryItem.evolve(
      state as World['directory'] | undefined,
      event as Parameters<typeof directoryItem.evolve>[1],
    ),
  due: () => [],
  nextDue: () => undefined,
  index: () => ({ supplier: '', status: 'kept' }),
  announce: ({ event, before, after, seq }) =>
    linkNotices({
      event: event as DirectoryEvent,
      before: before as World['directory'] | undefined,
      after: after as World['directory'],
      seq,
    }),
  links: () => [],
}

/** Every kind of work there is; the store folds snapshots of an older version anew with it. */
export const kinds: { readonly [kind: string]: Kind } = { ticket, directory }

/** The kind of an item, by the name it was stored under; another name is a fault of deployment, not of a person. */
export const kindOf = (name: string): Kind => {
  const kind = Object.hasOwn(kinds, name) ? kinds[name] : undefined
  if (kind === undefined) throw new Error(`items of kind "${name}" are not known to this version`)
  return kind
}

/** Which kind a command is for: the first word of its name. */
export const kindFor = (command: AnyCommand): Kind => kindOf(command.do.slice(0, command.do.indexOf('.')))
