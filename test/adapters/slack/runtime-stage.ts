import { createSlackAdapter } from '../../../adapters/slack/index.ts'
import type { Moved, SlackTransport } from '../../../adapters/slack/parts.ts'
import type { Adapter, Receive, WriteLog } from '../../../src/chat/adapter.ts'
import { type Card, card, type Press } from '../../../src/chat/card.ts'
import type { Inbound, Place } from '../../../src/chat/inbound.ts'
import type { Installation, Installations } from '../../../src/chat/installations.ts'
import type { Reply } from '../../../src/chat/reply.ts'
import { type FakeSlack, type SlackOptions, startFakeSlack } from '../../support/slack/start-fake-slack.ts'
import type { Fault } from '../../support/slack/wire/faults.ts'

/** The people and places of every test here. */
export const team = 'T0SUPPLY'
export const room = 'C0ROOM'
export const zhang = 'U0ZHANG'
export const max = 'U0MAX'

type Http = Extract<SlackTransport, { kind: 'http' }>

export type Ways = 'socket' | 'http'

type Line = { readonly message: string; readonly fields: { readonly [name: string]: unknown } }

/** The bot's ear as a test plays it: what it heard, and what it answers. */
export type Ear = {
  readonly heard: Inbound[]
  /** What is answered; a rejection is a database that is down. */
  reply: (inbound: Inbound) => Reply | Promise<Reply>
  /** What must happen before what came stands. */
  before: (inbound: Inbound) => Promise<void>
}

const createEar = () => {
  const ear: Ear = { heard: [], reply: () => ({ kind: 'done' }), before: async () => {} }
  const receive: Receive = async (inbound, stands) => {
    await ear.before(inbound)
    ear.heard.push(inbound)
    stands?.(async () => {})
    return ear.reply(inbound)
  }
  return { ear, receive }
}

export const installationsOf = (...given: readonly Installation[]): Installations & { removed: string[] } => {
  const all = new Map(given.map((one) => [one.team, one]))
  const removed: string[] = []
  return {
    removed,
    find: async (name) => all.get(name),
    all: async () => [...all.values()],
    save: async (one) => void all.set(one.team, one),
    remove: async (name) => {
      removed.push(name)
      all.delete(name)
    },
  }
}

export const installationIn = (slack: FakeSlack, name: string): Installation => ({
  platform: 'slack',
  team: name,
  botToken: slack.token(name),
  botId: slack.botId(name),
  botUser: slack.bot(name),
  scopes: slack.app.scopes,
  installedAt: 0,
})

/** A Slack with one workspace, a channel, an engineer of it and a customer of another one. */
export const populate = async (options: SlackOptions = {}): Promise<FakeSlack> => {
  // Patient, so that a slow machine fails no test; what is about Slack's patience says so itself.
  const rules = { triggerLife: 60_000, ackWithin: 15_000, ...options.rules }
  const slack = await startFakeSlack({ ...options, rules })
  slack.addTeam({ id: team, name: 'Helix' })
  slack.addTeam({ id: 'T0CLIENT', name: 'Client', installed: false })
  slack.addUser({ id: zhang, team, locale: 'zh-CN', zone: 'Asia/Shanghai' })
  slack.addUser({ id: max, team: 'T0CLIENT' })
  slack.addChannel({ id: room, team, sharedWith: ['T0CLIENT'], members: [zhang, max, slack.bot(team)] })
  return slack
}

/** Slack does what it is asked and cuts the line before it says so. */
export const takenButUnsaid: Fault = {
  do: 'accept',
  and: 'cut',
}

/** A card in a channel with one button, posted by the bot. */
export const cardWith = (label: string, press: Press): Card =>
  card({
    summary: 'HX-1',
    blocks: [{ type: 'text', text: 'HX-1' }],
    buttons: [{ label, press, style: 'normal' }],
  })

/** Posts that card and gives its address. */
export const postCard = async (
  { adapter }: Pick<Stage, 'adapter'>,
  press: Press,
  { label = 'Press', place = {} }: { label?: string; place?: Partial<Place> } = {},
): Promise<{ channel: string; ts: string }> => {
  const where: Place = { platform: 'slack', team, conversation: room, direct: false, ...place }
  const posted = await adapter.post(where, {
    key: `card/${label}`,
    card: cardWith(label, press),
    language: 'en',
    zone: 'UTC',
  })
  if (posted.outcome !== 'sent') throw new Error(JSON.stringify(posted))
  return { channel: posted.message.conversation, ts: posted.message.message }
}

export type Stage = {
  readonly slack: FakeSlack
  readonly adapter: Adapter
  readonly ear: Ear
  readonly warned: Line[]
  readonly faults: Line[]
  readonly moved: Moved[]
  readonly installations: ReturnType<typeof installationsOf>
  readonly address: string | undefined
  readonly stop: () => Promise<void>
}

/** The real adapter, through real Bolt, in front of that Slack. */
export const stage = async (
  way: Ways,
  {
    slack: given,
    transport,
    clock = Date.now,
    installations: named,
    options,
  }: {
    readonly slack?: FakeSlack
    readonly transport?: Partial<Http>
    readonly clock?: () => number
    readonly installations?: ReturnType<typeof installationsOf>
    readonly options?: SlackOptions
  } = {},
): Promise<Stage> => {
  const slack = given ?? (await populate(options))
  const installations = named ?? installationsOf(installationIn(slack, team))
  const warned: Line[] = []
  const faults: Line[] = []
  const moved: Moved[] = []
  const http: Http = {
    kind: 'http',
    signingSecrets: [slack.app.signingSecret],
    host: '127.0.0.1',
    port: 0,
    ...transport,
  }
  const noted =
    (lines: Line[]): WriteLog =>
    (message, fields = {}) => {
      lines.push({ message, fields })
      slack.world.signal.changed()
    }
  const adapter = createSlackAdapter({
    transport: way === 'http' ? http : { kind: 'socket', appToken: slack.app.token },
    installations,
    scopes: ['chat:write', 'commands'],
    apiUrl: slack.apiUrl,
    clock,
    onWarn: noted(warned),
    onFault: noted(faults),
    onMoved: async (one) => void moved.push(one),
  })
  const { ear, receive } = createEar()
  const { address } = await adapter.start(receive)
  if (address !== undefined) slack.useRequestUrl(`${address}/slack/events`)
  else await slack.until(() => slack.sockets.count() === 2)
  return {
    ...{ slack, adapter, ear, warned, faults, moved, installations, address },
    stop: async () => {
      await adapter.stop()
      await slack.stop()
    },
  }
}
