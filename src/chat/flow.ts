import type { Instant } from '../domain/calendar/calendar.ts'
import type { Belonging } from '../domain/item/belonging.ts'
import type { Kinds, Wished } from '../domain/item/kinds.ts'
import type { Query, Recorded, Told } from '../domain/item/reading.ts'
import type { FoundList } from '../domain/list/found-list.ts'
import type { ListQuery } from '../domain/list/list-query.ts'
import type { Overview } from '../domain/list/overview.ts'
import type { Directory, Person } from '../domain/people/directory.ts'
import type { Language, Side } from '../domain/people/sides.ts'
import type { FileRef, MessageRef } from '../domain/ticket/event.ts'
import type { Ticket } from '../domain/ticket/ticket.ts'
import type { Texts } from '../text/texts.ts'
import type { Card } from './card.ts'
import type { Form, Problem, Values } from './form.ts'
import type { InHand } from './in-hand.ts'
import type { Place } from './inbound.ts'
import type { HomeList, ListedRow } from './line.ts'

/** What a flow may look at. All of it was read for the person who acts, at this moment, in their own scope. */
export type Context = {
  readonly now: Instant
  readonly person: Person
  /** The language and zone to speak in: the person's in private, the room's organisation's in a room. */
  readonly language: Language
  readonly zone: string
  /** Who can see the answer: the person's own side in private, the room's side in a room. */
  readonly audience: Side
  readonly place: Place
  /** The message the words were said in; absent for a button or a form. */
  readonly message?: MessageRef
  /** The files that came with the message. */
  readonly files?: readonly FileRef[]
  readonly directory: Directory
  /** What the conversation is to a supplier who is not theirs. */
  readonly ofOthers?: 'room' | 'proposal'
  /** The ticket named by the button, the words or the thread, when this person may see it. */
  readonly ticket?: Ticket
  readonly seq?: number
  /** The same, of whatever kind it is. */
  readonly item?: InHand
  /** The lists that this person's own page is made from, by what each kind of work says. */
  readonly home: readonly HomeList[]
  /** The item's seq when the pressed button was drawn. */
  readonly seen?: number
  readonly choice?: string
  /** The words after the ones that opened the flow. */
  readonly words: string
  /** The names of more than a word by which people are called in the words. */
  readonly names?: readonly string[]
  /** What a form begins with, taken from a message the person pointed at: shown to them before anybody else reads it. */
  readonly draft?: string
}

/**
 * One order to one item; `directory` is the directory of the speaker's own supplier. A new one has no id yet: the app gives
 * it the customer's next number.
 */
export type Order = Wished

/** An act on a ticket that was refused, and why, as others may read it. */
export type Tried = {
  readonly act: string
  readonly ticket: Ticket
  readonly why: (voice: { readonly language: Language; readonly zone: string }) => string
}

/**
 * What a flow wants next. It never does anything itself. `form` of a step is the one that was sent: where nothing comes of
 * it, what was typed can be shown again.
 */
export type Step =
  | { readonly kind: 'ask'; readonly form: Form }
  | { readonly kind: 'amend'; readonly problems: readonly Problem[]; readonly form?: Form }
  /**
   * All orders take effect together or none does. `saying` is the short private word to the person who acted, `shows` the
   * same as a card; `asks` is a form that may follow: what was ordered holds whether or not it is ever filled in. `tried`: what
   * else was wanted of an item and refused.
   */
  | {
      readonly kind: 'order'
      readonly orders: readonly Order[]
      readonly saying?: string
      readonly shows?: Card
      readonly asks?: Form
      readonly form?: Form
      readonly tried?: Tried
    }
  | { readonly kind: 'show'; readonly card: Card }
  /** `tried`: what of an item was refused, for those who work on it to hear of. */
  | { readonly kind: 'refuse'; readonly saying: string; readonly form?: Form; readonly tried?: Tried }
  | { readonly kind: 'list'; readonly query: Query; readonly yields: (rows: readonly ListedRow[]) => Step }
  /** One page of what is asked for, `size` rows at most. */
  | {
      readonly kind: 'find'
      readonly query: ListQuery
      readonly size: number
      readonly yields: (found: FoundList<ListedRow>) => Step
    }
  /** How many there are of what this person looks after. */
  | { readonly kind: 'overview'; readonly yields: (counts: readonly Overview[]) => Step }
  /** `badSeq`: the log is not whole from there on; nothing may be promised of it. */
  | {
      readonly kind: 'history'
      readonly item: string
      readonly yields: (log: readonly Recorded[], badSeq?: number) => Step
    }
  | { readonly kind: 'told'; readonly item: string; readonly yields: (told: readonly Told[]) => Step }

/**
 * One conversation of the product, one file. Pure and stateless: `begin` when its words are said or its button is
 * pressed, `submit` when its form comes back. `may` decides what help lists and gates the flow; `decide` stays the authority.
 */
export type Flow = {
  readonly name: string
  /** The words that open it at the start of an addressed message, lower case. Empty: by button only. */
  readonly opensWith: { readonly [language in Language]: readonly string[] }
  /**
   * What may follow the opening words without a ticket number, so that a report that happens to begin with one of them
   * stays a report: `text`, anything after a colon (`note: rebooted it`); `name`, a few words from somebody the flow is for;
   * a function, the few words that it understands of this person (`rate 5 stars`), which it gives back as the flow reads them.
   */
  readonly takes?: 'text' | 'name' | ((words: string, person?: Person) => string | undefined)
  /** `item`: needs one, named by button, thread or number; a kind's name: one of that kind. */
  readonly about: 'item' | keyof Kinds | 'nothing'
  /** It may also run in a conversation the bot does not know: it reads nothing, and shows no ticket and no list. */
  readonly where?: 'anywhere'
  readonly may: (person: Person, item?: Belonging) => boolean
  /** Its line in `help`; absent: not listed. */
  readonly help?: (texts: Texts) => string
  readonly begin: (context: Context) => Step
  readonly submit?: (context: Context, values: Values) => Step
}

/** Names the flow's type without widening it. */
export const defineFlow = (flow: Flow): Flow => flow
