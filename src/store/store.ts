import type { Instant } from '../domain/calendar/calendar.ts'
import type { World } from '../domain/item/item.ts'
import type { Query, Reader, Recorded, Row, Told } from '../domain/item/reading.ts'
import type { AskedList } from '../domain/list/asked-list.ts'
import type { FoundList } from '../domain/list/found-list.ts'
import type { AskedOverview, Overview } from '../domain/list/overview.ts'
import type { Held } from '../domain/people/claims.ts'
import type { Conversation } from '../domain/people/directory.ts'
import type { Change, Notice } from './change.ts'
import type { Directories } from './directories.ts'
import type { Homes } from './homes.ts'
import type { Inbox } from './inbox.ts'
import type { Lists } from './lists.ts'
import type { LivingCards } from './living.ts'
import type { Pulse } from './pulse.ts'
import type { Settlement } from './settlement.ts'
import type { Threads } from './threads.ts'

/** An item as it stands: its snapshot (rebuilt from events when `version` differs), its seq and its scope. */
export type Loaded = {
  readonly id: string
  readonly kind: string
  readonly supplier: string
  readonly seq: number
  /** The hash of its last event: hand it to the change decided on it, as `expectedHead`. */
  readonly head: string
  readonly version: number
  readonly state: unknown
  readonly nextDue?: Instant
}

/** An item with the world it stands in. */
export type InWorld = Loaded & { readonly world: World }

/** An outbox row a sender holds by lease. */
export type Owed = {
  /** The row's, the same at every attempt: what a platform recognises a second attempt by. */
  readonly id: string
  /** Empty when the notice answers a message that changed nothing. */
  readonly item: string
  readonly seq: number
  readonly owedAt: Instant
  /** How often it was handed out for sending before; a crash in between counts as well. */
  readonly attempts: number
  /** Where it queues: rows of one line are sent in order. */
  readonly line: string
  /** The row under whose id it was posted with others, if that was begun before. */
  readonly together?: string
  readonly notice: Notice
}

/** What `wake` needs of an open item. */
export type Due = { readonly item: string; readonly seq: number; readonly nextDue: Instant }

/** Reads limited to one reader. An item outside the reader's scope does not exist here: same answer, same wording. */
export type ScopedStore = {
  readonly item: (id: string) => Promise<Loaded | undefined>
  readonly list: (query: Query) => Promise<readonly Row[]>
  /** One page of the tickets asked for. */
  readonly find: (asked: AskedList) => Promise<FoundList<Row>>
  /** How many tickets there are, by customer. */
  readonly overview: (asked: AskedOverview) => Promise<readonly Overview[]>
  /**
   * The open items this person reported in this very conversation, 50 at most: first the one they last did something to, or
   * were told of there.
   */
  readonly reportedIn: (place: Conversation) => Promise<readonly Row[]>
  /** An item's log, checked as it was read: `badSeq` is the first that is missing, moved or changed (I10). */
  readonly history: (id: string) => Promise<{ readonly log: readonly Recorded[]; readonly badSeq?: number }>
  readonly told: (id: string) => Promise<readonly Told[]>
}

/** The store: PostgreSQL, the only truth. */
export type Store = {
  /**
   * Commits every change in one transaction, or, with `together` false, each on its own merit in one round trip.
   * Returns the items that won; one that is missing lost the race on its seq. With `inbox`, nothing is committed when
   * that row is done already, and it becomes done in the same transaction; then all changes win or none does, and with
   * `inbox: 'none'` the row stays open for another try. `extra` notices are owed without any event (the answer to a
   * message that changed nothing). Each item at most once. `held`: what another supplier has; nothing was committed then.
   */
  readonly commit: (
    changes: readonly Change[],
    options?: { readonly together?: boolean; readonly inbox?: string; readonly extra?: readonly Notice[] },
  ) => Promise<{
    readonly won: ReadonlySet<string>
    readonly inbox: 'done' | 'already_done' | 'none'
    readonly held?: readonly Held[]
  }>
  /** Any items by id, unscoped: for the bot's own work, never for a person's request. */
  readonly load: (ids: readonly string[]) => Promise<readonly Loaded[]>
  readonly events: (id: string, afterSeq?: number) => Promise<readonly Recorded[]>
  /** Items with what each is decided on: the directory of its own supplier. */
  readonly loadInWorld: (ids: readonly string[]) => Promise<readonly InWorld[]>
  readonly directories: Directories
  readonly as: (reader: Reader) => ScopedStore
  /** The next number of a customer's items of this kind, tickets if none is said, e.g. 7 for `HX-7`. Never given twice. */
  readonly nextNumber: (customer: string, kind?: string) => Promise<number>
  readonly inbox: Inbox
  readonly outbox: {
    /**
     * Rows to send now, leased for `leaseMs`: urgent lanes first. Rows of one `line` come in the order they were owed and
     * only to one sender at a time; send them one after another and stop a line at the first that is to be tried
     * `again`: the store then takes the rest of the line back. A row that a newer one of its `collapse` group follows is
     * superseded here instead.
     */
    readonly claim: (now: Instant, limit: number, leaseMs: number) => Promise<readonly Owed[]>
    /** Returns the ids that took effect: a row that another process claimed since, its lease being over, is left alone. */
    readonly settle: (settlements: readonly Settlement[]) => Promise<ReadonlySet<string>>
    /** Owes further notices for an item without an event: the next channel or person of a role. */
    readonly owe: (item: string, seq: number, now: Instant, notices: readonly Notice[]) => Promise<void>
    /** Whether the card that begins the item's thread, in the room that this notice is for, is still to be sent. */
    readonly owesRoot: (item: string, notice: Pick<Notice, 'to' | 'side'>) => Promise<boolean>
  }
  readonly threads: Threads
  readonly living: LivingCards
  readonly lists: Lists
  readonly homes: Homes
  readonly pulse: Pulse
  readonly due: {
    /** Open items due at or before `now`, soonest first. */
    readonly overdue: (now: Instant, limit: number) => Promise<readonly Due[]>
    /** Every open item with a next moment, soonest first, in pages. */
    readonly all: (
      after: { nextDue: Instant; item: string } | undefined,
      limit: number,
    ) => Promise<readonly Due[]>
    /**
     * Open items with no next moment at all (I6): the auditor's catch, with their state to recompute it. Whichever was found
     * `undated` is left out until it moves.
     */
    readonly missing: (limit: number) => Promise<readonly Loaded[]>
    readonly repair: (item: string, seq: number, nextDue: Instant) => Promise<void>
    /**
     * Open items that concern people who leave: they own them, nobody at one of the suppliers `unowned` does yet, or at one of
     * `asking` a lower priority waits for somebody's word.
     */
    readonly heldBy: (
      people: readonly string[],
      suppliers: { readonly unowned: readonly string[]; readonly asking: readonly string[] },
    ) => Promise<readonly string[]>
    /** It waits for no moment, but for a person: there is nothing to repair. */
    readonly undated: (item: string, seq: number) => Promise<void>
    /** What was found undated is looked at once more: by now a kind may know a moment for it. */
    readonly lookAgain: () => Promise<void>
  }
  /** Verifies the hash chain of one item's log (I10): the first bad seq, or nothing. */
  readonly verify: (item: string) => Promise<{ readonly badSeq?: number; readonly length: number }>
  /**
   * Tells this process when it or another committed something to send or draw (`outbox`) or could not write to a
   * conversation any more (`reference`); also when the connection came back, for something may have been missed. `detail` is
   * the id of the item when there is one. A hint: it may be lost, so sweep as well.
   */
  readonly onCommit: (listener: (topic: 'outbox' | 'reference', detail: string) => void) => () => void
  readonly close: () => Promise<void>
}
