import { createDeliveries } from './deliver/create-deliveries.ts'
import type { Delivery } from './deliver/delivery.ts'
import { createIdentity, type Identity } from './identity/create-identity.ts'
import { happenings } from './people/happenings.ts'
import { personCards } from './people/person-cards.ts'
import { personDialogs } from './people/person-dialogs.ts'
import { personMessages } from './people/person-messages.ts'
import type { Stage } from './people/stage.ts'
import { createFaults, type Fault, type FaultPlan } from './wire/faults.ts'
import { startServer } from './wire/start-server.ts'
import { createWorld, type Rules, serviceUrl } from './world/create-world.ts'
import { apart, personOf } from './world/find.ts'
import {
  addChannel,
  addChat,
  addPerson,
  addTeam,
  type NewChannel,
  type NewChat,
  type NewPerson,
  type NewTeam,
  personalOf,
} from './world/populate.ts'
import type { Call, CallName, Message, Person } from './world/records.ts'

/** What a test may say before it starts. */
export type TeamsOptions = {
  readonly rules?: Partial<Rules>
  /** The clock of messages and activities in ms; the machine's by default. Tokens always hold by the machine's. */
  readonly now?: () => number
  readonly name?: string
  /** The only tenant the bot is for. */
  readonly tenant?: string
  /** Who vouches for the bot and for Teams; given, it is the test's to stop, and `tenant` is its affair. */
  readonly identity?: Identity
}

/**
 * A strict Microsoft Teams on loopback: the Bot Connector, and people who use it. It fails what Teams fails.
 *
 * ```ts
 * const teams = await startFakeTeams()                      // { rules?, now?, name?, tenant?, identity? }
 * teams.addPerson({ id: 'li', tenant, aad, name: 'Li Na', locale: 'zh-CN', zone: 'Asia/Shanghai' })   // the app is installed
 * teams.addPerson({ id: 'emma', tenant: other, aad })       // another tenant's; guest: true for a guest; aad: null for none
 * const room = teams.addTeam({ tenant, name: 'Helpdesk', members: ['li'] })   // room.id is its general channel too
 * const vpn = teams.addChannel({ team: room.id, kind: 'shared', members: ['li', 'emma'], installed: true })
 * const chat = teams.addChat({ tenant, members: ['li', 'emma'] })
 *
 * // The bot: teams.app and teams.cloud prove it and Microsoft to each other. serviceUrl comes with every activity.
 * teams.useBot('http://127.0.0.1:3979')                     // every delivery: a signed POST to its /api/messages
 * await teams.install({ person: 'li' })                     // or { team }, { conversation }; tells the bot
 *
 * const li = teams.person('li')
 * const said = await li.say(vpn.id, 'VPN down', { mention: true })            // { id, conversation, thread?, deliveries }
 * const card = await teams.until(() => teams.thread(vpn.id, said.id)[1])      // waits for the bot, not for time
 * await li.press(card, 'Take it')                           // { delivery?, refused?, trouble? }
 * li.view(card)                                             // { words, buttons, fields, card, own, text, deleted }
 * await li.fill(card, { 'What is wrong?': 'VPN' }, 'Send')  // by label or name; refused: by the client, before the bot hears
 * await li.openWindow(card, 'Open in a window')
 * li.dialog()                                               // { title, card, of }
 * await li.submitDialog({ summary: 'VPN' })
 * await li.reportThis(said)                                 // the message action: a dialog again
 * li.toasts()
 * expect(teams.problems()).toEqual([])                      // what the bot did that no client could draw, and late answers
 * ```
 * People also: `edit erase restore submitOld closeDialog reads`, and `say(…, { mentions, thread, quote, files, html })`.
 * Elsewhere: `install uninstall join leave vanish moveService personal`. Read: `messages thread everything message calls
 * deliveries problems`. Wait: `until(condition)`.
 * Faults: `fault('send', { do: 'accept', and: 'cut' }, { times: 1 })`, do = `status hang cut slow accept`; `down()` and `up()`;
 * `hold()` and `release(order)`; `redeliver(delivery, { times, parallel })`, `deliverEach({ times, parallel })`; `post` posts
 * anything. Strictness: `rules`.
 */
export const startFakeTeams = async ({
  rules = {},
  now = Date.now,
  name = 'Accord',
  tenant,
  identity: given,
}: TeamsOptions = {}) => {
  let ahead = 0
  const identity = given ?? (await createIdentity(tenant === undefined ? {} : { tenant }))
  const { appId } = identity.app
  const world = createWorld(
    { appId, name, user: `28:${appId}` },
    {
      rates: true,
      paceNow: () => performance.now(),
      answerWithin: 5000,
      giveUpAfter: 15_000,
      summaries: true,
      emptyInputs: 'empty',
      ...rules,
    },
    () => now() + ahead,
  )
  const faults = createFaults()
  const server = await startServer(world, faults, identity)
  world.base = server.base
  const deliveries = createDeliveries(world, identity)
  const stage: Stage = { world, deliveries }
  const all = (at: string): readonly Message[] => world.messages.get(apart(at).base) ?? []

  return {
    identity,
    app: identity.app,
    cloud: identity.cloud,
    /** Where activities tell the bot to call. */
    serviceUrl: (): string => serviceUrl(world),
    rules: world.rules,
    world,
    stop: async (): Promise<void> => {
      await server.stop()
      if (given === undefined) await identity.stop()
      world.signal.stop()
    },

    addPerson: (person: NewPerson): Person => addPerson(world, person),
    addTeam: (team: NewTeam) => addTeam(world, team),
    addChannel: (channel: NewChannel) => addChannel(world, channel),
    addChat: (chat: NewChat) => addChat(world, chat),
    /** The personal conversation of somebody with the bot. */
    personal: (person: string): string => personalOf(world, personOf(world, person)),
    ...happenings(stage),

    /** A person who acts. */
    person: (id: string) => ({
      ...personOf(world, id),
      ...personMessages(stage, id),
      ...personCards(stage, id),
      ...personDialogs(stage, id),
    }),

    /** What stands in a chat or channel, oldest first. */
    messages: (at: string): readonly Message[] => all(at).filter(({ deleted }) => !deleted),
    /** The same with what was deleted. */
    everything: all,
    /** A message of a channel and its replies, oldest first. */
    thread: (at: string, root: string): readonly Message[] =>
      all(at).filter(({ id, thread, deleted }) => !deleted && (id === root || thread === root)),
    /** The message at a spot as it stands now. */
    message: (at: string, id: string): Message | undefined => all(at).find((one) => one.id === id),
    /** Every call of the connector so far. */
    calls: (name?: CallName): readonly Call[] =>
      world.calls.filter((call) => name === undefined || call.name === name),
    /** Everything handed to the bot so far. */
    deliveries: (): readonly Delivery[] => deliveries.all(),
    /** What the bot did that Teams refuses as malformed, that a client could not draw, or that came too late. */
    problems: (): readonly string[] => world.problems,
    /** Waits until this gives something; looks again at every change. */
    until: world.signal.until,

    /** Lets calls (`*`: all) fail. Gives the way to take it back. */
    fault: (call: CallName | '*', fault: Fault, more: Omit<FaultPlan, 'name' | 'fault'> = {}): (() => void) =>
      faults.plan({ name: call, fault, ...more }),
    /** Refuses every connection, until `up`. */
    down: server.down,
    up: server.up,
    /** Moves the fake's clock ahead. */
    advance: (ms: number): void => {
      ahead += ms
      world.signal.changed()
    },
    useBot: deliveries.useBot,
    redeliver: deliveries.redeliver,
    deliverEach: deliveries.deliverEach,
    hold: deliveries.hold,
    release: deliveries.release,
    post: deliveries.post,
  }
}

/** A running fake Teams. */
export type FakeTeams = Awaited<ReturnType<typeof startFakeTeams>>
