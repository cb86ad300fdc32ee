import { randomBytes } from 'node:crypto'
import { createSignal, type Signal } from '../../fake/create-signal.ts'
import type { Delivery } from '../deliver/delivery.ts'
import type { Happening } from '../deliver/event-payload.ts'
import type {
  Call,
  Channel,
  Ephemeral,
  Install,
  Message,
  ResponseUrl,
  SharedFile,
  Team,
  Trigger,
  User,
  View,
} from './records.ts'

/** How strict and how patient the fake is; tests may change it while it runs. */
export type Rules = {
  /** Whether chat.postMessage is held to one a second and channel after a small burst. */
  posts: boolean
  burst: number
  /** The clock the pace is held by, in ms; the machine's by default, whatever the fake's clock says. */
  paceNow: () => number
  /** Whether histories are held to one call a minute and 15 messages, as for apps outside the Marketplace. */
  histories: boolean
  /** Whether each method is held to its tier in each workspace: 50 or 100 calls in a minute. */
  tiers: boolean
  /** Whether a post in a thread that was deleted goes to the channel without a word, as Slack has done; else it is refused. */
  strays: boolean
  /** Whether a message with blocks must also have text. */
  fallback: boolean
  /** Characters all blocks of a message may have together. */
  blockText: number
  /** How long a trigger_id lives, in ms of the fake's clock. */
  triggerLife: number
  /** How long the app may take to acknowledge, in real ms. */
  ackWithin: number
}

/** The app as its manifest has it; what is absent is not checked. */
export type AppOptions = {
  readonly id: string
  readonly name: string
  readonly token: string
  readonly clientId: string
  readonly clientSecret: string
  readonly signingSecret: string
  readonly events?: readonly string[]
  readonly commands?: readonly string[]
  readonly shortcuts?: readonly string[]
  readonly scopes: readonly string[]
}

/** Everything this Slack knows. */
export type World = {
  readonly app: AppOptions
  readonly rules: Rules
  readonly signal: Signal
  /** The clock of timestamps and triggers, in ms. */
  readonly now: () => number
  /** A message timestamp nobody had yet. */
  readonly stamp: () => string
  readonly id: (prefix: string) => string
  /** The addresses of the server, once it listens. */
  base: string
  readonly teams: Map<string, Team>
  readonly installs: Map<string, Install>
  readonly users: Map<string, User>
  readonly channels: Map<string, Channel>
  readonly messages: Map<string, readonly Message[]>
  readonly ephemerals: Ephemeral[]
  readonly views: Map<string, View>
  /** Open modals by person, the lowest first. */
  readonly stacks: Map<string, readonly string[]>
  /** Home by workspace and person. */
  readonly homes: Map<string, string>
  readonly triggers: Map<string, Trigger>
  readonly responses: Map<string, ResponseUrl>
  readonly files: Map<string, SharedFile>
  readonly calls: Call[]
  /** Tells the app what happened; resolves when it was handed over, to nobody where the app is not concerned. */
  tell: (happening: Happening) => Promise<readonly Delivery[]>
  /** Workspaces that approved the installation, by the code that tells so. */
  readonly codes: Map<string, { readonly team: string; readonly redirect: string; readonly user: string }>
}

/** An empty Slack. */
export const createWorld = (app: AppOptions, rules: Rules, now: () => number): World => {
  const run = randomBytes(3).toString('hex').toUpperCase()
  let made = 0
  let last = 0
  return {
    app,
    rules,
    signal: createSignal(),
    now,
    stamp: () => {
      last = Math.max(Math.floor(now() * 1000), last + 1)
      return `${Math.floor(last / 1_000_000)}.${String(last % 1_000_000).padStart(6, '0')}`
    },
    id: (prefix) => `${prefix}0${run}${(++made).toString(36).toUpperCase().padStart(4, '0')}`,
    base: '',
    teams: new Map(),
    installs: new Map(),
    users: new Map(),
    channels: new Map(),
    messages: new Map(),
    ephemerals: [],
    views: new Map(),
    stacks: new Map(),
    homes: new Map(),
    triggers: new Map(),
    responses: new Map(),
    files: new Map(),
    calls: [],
    tell: async () => [],
    codes: new Map(),
  }
}
