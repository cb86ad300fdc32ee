import type { Adapter, Post, Posted } from '../../src/chat/adapter.ts'
import type { Place } from '../../src/chat/inbound.ts'
import type { Account } from '../../src/domain/people/directory.ts'
import type { MessageRef } from '../../src/domain/ticket/event.ts'
import type { Ear } from './ear.ts'

/** What became of an act between the platform and the bot. */
export type Told = {
  /** The platform knows that it arrived: it will not hand it over again. */
  readonly acknowledged: boolean
  /** The platform hands over the very same once more, as it does when in doubt. */
  readonly again: () => Promise<Told>
}

/** A message a person sent, by the platform's id of it. */
export type Said = Told & { readonly message: string }

/** A conversation, or a thread of it. */
export type Where = Pick<Place, 'conversation' | 'thread'>

/** A message that stands in a conversation. */
export type Spot = Pick<MessageRef, 'conversation' | 'message' | 'thread'>

/** A message as a reader sees it. */
export type Shown = {
  readonly message: string
  /** What can be read: markup that the platform would act on is acted on, so that only what is literal is literal here. */
  readonly text: string
  /** Whom it calls and where its links lead. */
  readonly reaches: readonly string[]
}

/** A person of the platform, acting only through what it offers them. */
export type Player = {
  /** Who they are, as the platform has it. */
  readonly account: Account
  /** Their conversation with the bot alone. */
  readonly direct: string
  /** Says something; `toBot` begins with a mention of it. */
  readonly says: (where: Where, text: string, toBot?: 'toBot') => Promise<Said>
  readonly edits: (message: Spot, text: string) => Promise<Told>
  readonly erases: (message: Spot) => Promise<Told>
  /** Presses a button of a message, or of what stands there for them `alone`; `carrying`: somebody tampered with it. */
  readonly presses: (on: Spot | 'alone', label: string, carrying?: unknown) => Promise<Told>
  /** Types into the open form, by the names of its fields and the words of its choices, and sends it. */
  readonly fills: (values: { readonly [field: string]: string }) => Promise<Told>
  /** Closes whatever form they have open. */
  readonly leaves: () => Promise<void>
  /** What stands in a conversation for everybody in it, oldest first; nothing for who is not. */
  readonly reads: (where: Where) => Promise<readonly Shown[]>
  /** What is said to this person alone, wherever the platform says such things. */
  readonly alone: () => string
  /** Everything that can be read on the form they have open. */
  readonly form: () => string | undefined
  /** Says something with a file of this name. */
  readonly shares?: (where: Where, text: string, file: string) => Promise<Said>
  /** Points at a message that it be a ticket. */
  readonly pointsAt?: (message: Spot) => Promise<Told>
  /** Types a command of the platform, whose words stand nowhere. */
  readonly commands?: (where: Where, text: string) => Promise<Told>
  /** What their own page of the bot shows. */
  readonly home?: () => Promise<string>
}

/** Ends a trouble. */
export type Over = () => void

/** A running adapter before its real platform, or one as strict, and people on it. */
export type Stage = {
  readonly adapter: Adapter
  readonly ear: Ear
  /** What `start` said. */
  readonly address: string | undefined
  /** A conversation of both people with the bot. */
  readonly room: Place
  readonly zhao: Player
  readonly li: Player
  /** A conversation the bot is not let into, and a person who is not there. */
  readonly lost: Place
  readonly nobody: Account
  /** The adapter of another process of the bot, which hears nobody and only sends. */
  readonly another: () => Adapter
  /** Takes a message off the platform, whoever wrote it. */
  readonly vanish: (message: Spot) => Promise<void>
  readonly misbehave: {
    /** The platform cannot be reached. */
    readonly down: () => Over
    /** The platform does what it is asked, and the bot does not hear of it. */
    readonly mute: () => Over
    /** The platform asks to wait. */
    readonly limit?: () => Over
  }
  /** What the platform found wrong with what the adapter gave it: refused as malformed, or not to be drawn. */
  readonly complaints: () => readonly string[]
  /** Lets so much time pass (ms), where the adapter holds itself back. */
  readonly passes: (ms: number) => void
  /** The platform waits only so long for the answer of an act. */
  readonly hurries?: true
  readonly end: () => Promise<void>
}

/** What not every platform has. */
export type Ability =
  | 'listen'
  /** The bot reads also what is not said to it. */
  | 'overhear'
  | 'files'
  | 'adopt'
  | 'command'
  | 'hurry'
  | 'limit'
  | 'home'
  /** Somebody in a room can be called by name. */
  | 'mention'
  /** A form outlives a new drawing of the card that it was opened from. */
  | 'stay'
  /** The platform can be asked whether a message stands. */
  | 'look'

/** What a platform truly cannot do, and why. */
export type Cannot = { readonly [ability in Ability]?: string }

/** By what a stage shows that its platform has an ability; the others show in their tests. */
export const meansOf: { readonly [ability in Ability]: ((stage: Stage) => unknown) | undefined } = {
  listen: ({ address }) => address,
  files: ({ zhao }) => zhao.shares,
  adopt: ({ zhao }) => zhao.pointsAt,
  command: ({ zhao }) => zhao.commands,
  hurry: ({ hurries }) => hurries,
  limit: ({ misbehave }) => misbehave.limit,
  home: ({ adapter, zhao }) => adapter.home ?? zhao.home,
  mention: ({ adapter }) => adapter.mentions,
  stay: undefined,
  overhear: undefined,
  look: undefined,
}

/** Where a post stands; a post that did not arrive fails the test. */
export const sent = (posted: Posted): MessageRef => {
  if (posted.outcome !== 'sent') throw new Error(`not sent: ${JSON.stringify(posted)}`)
  return posted.message
}

/** A card as it is posted. */
export const postOf = (key: string, card: Post['card']): Post => ({ key, card, language: 'en', zone: 'UTC' })
