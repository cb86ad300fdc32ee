import { createDeliveries } from './deliver/create-deliveries.ts'
import { createSockets } from './deliver/create-sockets.ts'
import type { Delivery, Transport } from './deliver/delivery.ts'
import { createRequestUrl, type RequestUrl } from './deliver/request-url.ts'
import { tellApp } from './deliver/tell-app.ts'
import { appHappenings } from './people/app-happenings.ts'
import { happenings } from './people/happenings.ts'
import { personActions } from './people/person-actions.ts'
import { personCommands } from './people/person-commands.ts'
import { personMessages } from './people/person-messages.ts'
import { personModals } from './people/person-modals.ts'
import { installOf, type Stage, userOf } from './people/stage.ts'
import { createFaults, type Fault, type FaultPlan } from './wire/faults.ts'
import { approve } from './wire/oauth.ts'
import { startServer } from './wire/start-server.ts'
import { allScopes } from './world/all-scopes.ts'
import { type AppOptions, createWorld, type Rules } from './world/create-world.ts'
import {
  addChannel,
  addTeam,
  addUser,
  type NewChannel,
  type NewTeam,
  type NewUser,
} from './world/populate.ts'
import type { Message, View } from './world/records.ts'
import { standing } from './world/standing.ts'
import { stackOf } from './world/write-view.ts'

/** What a test may say before it starts. */
export type SlackOptions = {
  readonly app?: Partial<AppOptions>
  readonly rules?: Partial<Rules>
  /** The clock of timestamps, triggers and retries in ms; the machine's by default. `advance` adds to it. */
  readonly now?: () => number
}

/**
 * A strict Slack on loopback: Web API, Socket Mode, signed HTTP, and people who use it. It fails what Slack fails.
 *
 * ```ts
 * const slack = await startFakeSlack()                       // { app?: { scopes, events, commands, shortcuts … }, rules?, now? }
 * slack.addTeam({ id: 'T0SUPPLY', name: 'Helix' })           // installed: the bot's token is slack.token('T0SUPPLY')
 * slack.addTeam({ id: 'T0CLIENT', installed: false })        // a workspace without the app: its people are externals
 * slack.addUser({ id: 'U0ZHANG', team: 'T0SUPPLY', locale: 'zh-CN', zone: 'Asia/Shanghai' })
 * slack.addUser({ id: 'U0MAX', team: 'T0CLIENT' })
 * slack.addChannel({ id: 'C0ROOM', team: 'T0SUPPLY', sharedWith: ['T0CLIENT'], members: ['U0ZHANG', 'U0MAX'] })
 *
 * // The app: slackApiUrl slack.apiUrl, tokens slack.token(team) and slack.app.token, secret slack.app.signingSecret.
 * await slack.until(() => slack.sockets.count() === 2)       // Socket Mode: nothing to set up
 * slack.useRequestUrl('http://127.0.0.1:3000/slack/events')  // or signed HTTP; gives forge, post, verify, sslCheck, rateLimited
 *
 * const max = slack.person('U0MAX')
 * const { ts, deliveries } = await max.say('C0ROOM', `<@${slack.bot('T0SUPPLY')}> VPN down`)   // each: { acked, afterMs, response }
 * const reply = await slack.until(() => slack.thread('C0ROOM', ts)[1])  // waits for the bot, not for time
 * await max.press({ channel: 'C0ROOM', ts: reply.ts }, 'Add details')   // by words or action_id
 * await slack.until(() => max.modal())
 * const { refused, errors, trouble, view } = await max.submit({ 'What is wrong?': 'VPN' })    // by label, block_id or action_id
 * ```
 * People also: `edit remove react command messageShortcut shortcut openHome choose fill close dm reads`, and
 * `say(…, { thread, files })`. Workspaces: `join remove leave changeUser archive restrict changeChannelId shareChannel
 * unshareChannel unfurl uninstall revokeToken setScopes`.
 * Read: `messages thread ephemerals home modals calls deliveries`. Wait: `until(condition)`.
 * Faults: `fault('chat.postMessage', { do: 'accept', and: 'hang' }, { times: 1 })`, do = `status error limit hang cut slow
 * accept`; `hold()` and `release(order, times)` events; `redeliver repeat retryDue advance`; `sockets.disconnect('warning' |
 * 'refresh_requested' | 'link_disabled', 'oldest' | 'all')`, `sockets.cut()`; an outage is `fault('*', { do: 'cut' })` and
 * `sockets.cut()`, over when the function that `fault` gave is called. Strictness: `rules`. Beside it: `twoWorkspaces`,
 * `recordingApp` (the smallest app), `controlsIn` (what of a message Slack would act on), `validateBlocks`, `validateView`.
 */
export const startFakeSlack = async ({ app = {}, rules = {}, now = Date.now }: SlackOptions = {}) => {
  let ahead = 0
  const world = createWorld(
    {
      id: 'A0ACCORD',
      name: 'Accord',
      token: 'xapp-1-A0ACCORD-0-secret',
      clientId: '1111.2222',
      clientSecret: 'client-secret',
      signingSecret: 'signing-secret',
      scopes: allScopes,
      ...app,
    },
    {
      posts: true,
      burst: 3,
      paceNow: () => performance.now(),
      histories: false,
      tiers: true,
      strays: true,
      fallback: true,
      blockText: 12_000,
      triggerLife: 3000,
      ackWithin: 3000,
      ...rules,
    },
    () => now() + ahead,
  )
  const sockets = createSockets(world)
  const faults = createFaults()
  let transport: Transport = sockets.send
  const deliveries = createDeliveries(world, () => transport)
  world.tell = (happening) => tellApp(world, deliveries, happening)
  const server = await startServer(world, sockets, faults)
  world.base = server.base
  const stage: Stage = { world, deliveries, filled: new Map() }

  return {
    /** The Web API, for `slackApiUrl`. */
    apiUrl: `${server.base}/api/`,
    base: server.base,
    app: world.app,
    rules: world.rules,
    world,
    stop: async (): Promise<void> => {
      await server.stop()
      world.signal.stop()
    },

    addTeam: (team?: NewTeam) => addTeam(world, team),
    addUser: (user: NewUser) => addUser(world, user),
    addChannel: (channel: NewChannel) => addChannel(world, channel),
    /** The bot's token, user id and bot id in a workspace. */
    token: (team: string): string => installOf(stage, team).token,
    bot: (team: string): string => installOf(stage, team).botUser,
    botId: (team: string): string => installOf(stage, team).botId,
    /** A code for oauth.v2.access, as if an administrator had approved the app. */
    approve: (team: string, user: string, redirect?: string): string => approve(world, team, user, redirect),
    ...happenings(stage),
    ...appHappenings(stage),

    /** A person who acts. */
    person: (id: string) => ({
      ...userOf(stage, id),
      ...personMessages(stage, id),
      ...personActions(stage, id),
      ...personCommands(stage, id),
      ...personModals(stage, id),
    }),

    sockets,
    /** From now on everything goes to this address as signed HTTP. */
    useRequestUrl: (url: string): RequestUrl => {
      const target = createRequestUrl(world, url)
      transport = target.send
      return target
    },
    /** From now on everything goes through the open Socket Mode connections. */
    useSockets: (): void => {
      transport = sockets.send
    },

    /** What stands in a channel, oldest first. */
    messages: (channel: string): readonly Message[] => standing(world, channel),
    /** A message and its replies, oldest first. */
    thread: (channel: string, ts: string): readonly Message[] =>
      standing(world, channel).filter((message) => message.ts === ts || message.thread_ts === ts),
    /** What one person was told alone, oldest first. */
    ephemerals: (user: string): readonly Message[] =>
      world.ephemerals.filter(({ to }) => to === user).map(({ message }) => message),
    /** A person's Home in a workspace, by default their own. */
    home: (user: string, team = userOf(stage, user).team): View | undefined =>
      world.views.get(world.homes.get(`${team}/${user}`) ?? ''),
    /** A person's open modals, the lowest first. */
    modals: (user: string): readonly View[] => stackOf(world, user),
    /** Every call so far: method, token, args, answer. `response_url` and `file` count as methods. */
    calls: (method?: string) => world.calls.filter((call) => method === undefined || call.method === method),
    /** Everything handed to the app so far. */
    deliveries: (): readonly Delivery[] => deliveries.all(),
    /** Waits until this gives something; looks again at every change. */
    until: world.signal.until,

    /** Lets calls of a method (`*`: all) fail. Gives the way to take it back. */
    fault: (method: string, fault: Fault, more: Omit<FaultPlan, 'method' | 'fault'> = {}): (() => void) =>
      faults.plan({ method, fault, ...more }),
    /** Moves the fake's clock ahead. */
    advance: (ms: number): void => {
      ahead += ms
      world.signal.changed()
    },
    hold: deliveries.hold,
    release: deliveries.release,
    redeliver: deliveries.redeliver,
    repeat: deliveries.repeat,
    retryDue: deliveries.retryDue,
  }
}

/** A running fake Slack. */
export type FakeSlack = Awaited<ReturnType<typeof startFakeSlack>>
