import { createHash, randomUUID } from 'node:crypto'
import { createSignal, type Signal } from '../../fake/create-signal.ts'
import type { Fields } from '../../fake/fields.ts'
import type { Call, Conversation, Dialog, Message, Person, Team } from './records.ts'

/** How strict and how patient the fake is; tests may change it while it runs. */
export type Rules = {
  /** Whether the rates of Teams are held: messages and updates together, conversation by conversation. */
  rates: boolean
  /** The clock the rates are held by, in ms; the machine's by default, whatever the fake's clock says. */
  paceNow: () => number
  /** How long the bot may take to answer an activity, in real ms. */
  answerWithin: number
  /** After how long Teams gives up waiting for it, in real ms. */
  giveUpAfter: number
  /** Whether a card must come with the sentence of its notification. */
  summaries: boolean
  /** Whether inputs left empty come as empty text, as new clients send them, or not at all. */
  emptyInputs: 'empty' | 'absent'
}

/** The app: how the bot is known to its tenants. */
export type BotUser = { readonly appId: string; readonly name: string; readonly user: string }

/** Everything this Teams knows. */
export type World = {
  readonly bot: BotUser
  readonly rules: Rules
  readonly signal: Signal
  readonly now: () => number
  /** The id of a message nobody had yet: its time in ms. */
  readonly stamp: () => string
  /** The address of the server, once it listens, and the region that is part of the service's. */
  base: string
  region: string
  readonly people: Map<string, Person>
  readonly teams: Map<string, Team>
  readonly conversations: Map<string, Conversation>
  readonly messages: Map<string, readonly Message[]>
  /** Cards one person sees instead of everybody's, by conversation, message and person. */
  readonly views: Map<string, Fields>
  /** The open window of a person. */
  readonly dialogs: Map<string, Opened>
  readonly toasts: { readonly person: string; readonly text: string }[]
  readonly calls: Call[]
  readonly problems: string[]
}

/** A window, and what its invokes carry again. */
export type Opened = Dialog & {
  readonly spot: { readonly conversation: string; readonly id: string }
  readonly carried: Fields
}

/** An empty Teams. */
export const createWorld = (bot: BotUser, rules: Rules, now: () => number): World => {
  let last = 0
  return {
    bot,
    rules,
    signal: createSignal(60_000, 'Teams'),
    now,
    stamp: () => {
      last = Math.max(Math.floor(now()), last + 1)
      return String(last)
    },
    base: '',
    region: 'emea',
    people: new Map(),
    teams: new Map(),
    conversations: new Map(),
    messages: new Map(),
    views: new Map(),
    dialogs: new Map(),
    toasts: [],
    calls: [],
    problems: [],
  }
}

/** Where the bot is told to call. */
export const serviceUrl = ({ base, region }: World): string => `${base}/${region}/`

/** An id that looks like one of Teams, the same for the same words. */
export const idOf = (...words: readonly string[]): string =>
  createHash('sha512').update(words.join('\n')).digest('base64url').replace(/[-_]/g, 'x').slice(0, 64)

export const newThread = (kind: 'v2' | 'tacv2'): string =>
  `19:${randomUUID().replaceAll('-', '')}@thread.${kind}`
