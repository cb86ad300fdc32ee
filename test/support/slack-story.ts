import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { vi } from 'vitest'
import { createSlackAdapter } from '../../adapters/slack/index.ts'
import { flows } from '../../flows/index.ts'
import { moveRoom } from '../../src/app/move-room.ts'
import { createBot } from '../../src/bot.ts'
import type { Installation, Installations } from '../../src/chat/installations.ts'
import { kinds } from '../../src/kinds.ts'
import { createLog } from '../../src/log.ts'
import { readOrganisation } from '../../src/organisation/read-organisation.ts'
import { createQueue } from '../../src/queue/bullmq.ts'
import type { Queue } from '../../src/queue/queue.ts'
import { createStore } from '../../src/store/create-store.ts'
import type { TicketEvent } from '../../src/ticket/event.ts'
import type { Ticket } from '../../src/ticket/ticket.ts'
import { testDatabase } from './database.ts'
import { noRedis, testRedis } from './redis.ts'
import { type FakeSlack, type SlackOptions, startFakeSlack } from './slack/start-fake-slack.ts'
import { slackScene } from './slack-scene.ts'
import { stillQueue } from './still-queue.ts'

const file = join(import.meta.dirname, 'slack-organisation.yaml')

/** The app as an administrator creates it: what its manifest does not ask for, Slack does not give. */
const manifested = (): SlackOptions['app'] => {
  const text = readFileSync(join(import.meta.dirname, '../../manifest/slack.json'), 'utf8')
  const { features, oauth_config, settings } = JSON.parse(text)
  return {
    scopes: oauth_config.scopes.bot,
    events: settings.event_subscriptions.bot_events,
    commands: features.slash_commands.map(({ command }: { command: string }) => command),
    shortcuts: features.shortcuts.map(({ callback_id }: { callback_id: string }) => callback_id),
  }
}

/** The workspace that has the app, and the customer's that has not. */
export const home = 'T0YUNHENG'
const away = 'T0BLUE'

/** Everybody of the organisation as Slack knows them, in their channels. */
export const populated = async (options: SlackOptions = {}): Promise<FakeSlack> => {
  const slack = await startFakeSlack({ ...options, app: { ...manifested(), ...options.app } })
  slack.addTeam({ id: home, name: 'Yunheng' })
  slack.addTeam({ id: away, name: 'Bluebird Books', installed: false })
  const chinese = { team: home, locale: 'zh-CN', zone: 'Asia/Shanghai' }
  for (const id of ['U0LI', 'U0CHEN', 'U0ZHOU', 'U0ZHAO', 'U0SUN']) slack.addUser({ id, ...chinese })
  slack.addUser({ id: 'U0WANG', team: home, locale: 'en-US', zone: 'Asia/Shanghai' })
  for (const id of ['U0EMMA', 'U0OLIVER']) slack.addUser({ id, team: away, zone: 'Europe/London' })
  const staff = ['U0LI', 'U0WANG', 'U0CHEN', 'U0ZHOU', slack.bot(home)]
  slack.addChannel({ id: 'C0ENG', team: home, members: staff })
  slack.addChannel({ id: 'C0HUAXIN', team: home, members: [...staff, 'U0ZHAO', 'U0SUN'] })
  slack.addChannel({
    id: 'C0BLUE',
    team: home,
    sharedWith: [away],
    members: [...staff, 'U0EMMA', 'U0OLIVER'],
  })
  return slack
}

const installationOf = (slack: FakeSlack): Installation => ({
  platform: 'slack',
  team: home,
  botToken: slack.token(home),
  botId: slack.botId(home),
  botUser: slack.bot(home),
  scopes: slack.app.scopes,
  installedAt: 0,
})

const only = (installation: Installation): Installations => ({
  find: async (team) => (team === installation.team ? installation : undefined),
  all: async () => [installation],
  save: async () => {},
  remove: async () => {},
})

/**
 * The whole bot on a real PostgreSQL, a real Redis where there is one, and the real Bolt, in front of a strict Slack.
 * `paced`: at Slack's pace of a message a second in each channel; otherwise as fast as it goes. `now` turns the clock by
 * hand.
 */
export const startSlackStory = async (
  way: 'socket' | 'http',
  {
    paced = false,
    now = Date.now,
    options = {},
  }: { readonly paced?: boolean; readonly now?: () => number; readonly options?: SlackOptions } = {},
) => {
  const slack = await populated({ ...options, rules: { posts: paced, ...options.rules } })
  const database = await testDatabase()
  const redis = noRedis || now !== Date.now ? undefined : await testRedis()
  const problems: string[] = []
  const log = createLog({ level: 'warn', write: (line) => problems.push(line) })
  /** A process of the bot: it shares the database with others, and nothing else. */
  const createProcess = async (queue: Queue) => {
    const store = await createStore({ url: database.url, kinds, now })
    const { pace, ...unpaced } = createSlackAdapter({
      transport:
        way === 'socket'
          ? { kind: 'socket', appToken: slack.app.token }
          : { kind: 'http', signingSecrets: [slack.app.signingSecret], host: '127.0.0.1', port: 0 },
      installations: only(installationOf(slack)),
      scopes: slack.app.scopes,
      apiUrl: slack.apiUrl,
      clock: now,
      onWarn: log.warn,
      onFault: log.error,
      onMoved: (moved) => moveRoom({ order: bot.order, store })({ platform: 'slack', ...moved }),
    })
    const adapter = paced && pace !== undefined ? { ...unpaced, pace } : unpaced
    const reference = () => 'ref'
    const bot = createBot({ store, queue, adapters: { slack: adapter }, flows, now, reference, log })
    ends.push(async () => {
      await bot.stop()
      await store.close()
    })
    return { store, bot }
  }
  const ends: (() => Promise<void>)[] = []
  const { store, bot } = await createProcess(
    redis === undefined ? stillQueue : await createQueue({ redis: { path: redis.path } }, log),
  )
  const organise = async (...changes: readonly (readonly [from: string | RegExp, to: string])[]) => {
    let text = readFileSync(file, 'utf8')
    for (const [from, to] of changes) {
      if (text.replace(from, to) === text) throw new Error(`the organisation has no ${from}`)
      text = text.replace(from, to)
    }
    const read = readOrganisation(text, file)
    if (!read.ok) throw new Error(JSON.stringify(read.no))
    const wish = { do: 'directory.apply', entries: read.value.entries } as const
    const applied = await bot.order([{ item: 'directory', wish }], { kind: 'operator' })
    if (!applied.ok) throw new Error(JSON.stringify(applied.no))
  }
  await organise()
  const [started] = await bot.start()
  const requestUrl =
    started?.address === undefined ? undefined : slack.useRequestUrl(`${started.address}/slack/events`)
  if (requestUrl === undefined) await slack.until(() => slack.sockets.count() === 2)

  return {
    ...slackScene(slack, home),
    slack,
    requestUrl,
    bot,
    store,
    /** What the operator's log says, from a warning on. */
    problems,
    ticket: async (id: string): Promise<Ticket> => {
      const [loaded] = await store.load([id])
      if (loaded === undefined) throw new Error(`there is no ${id}`)
      return loaded.state as Ticket
    },
    events: async (id: string): Promise<readonly TicketEvent[]> =>
      (await store.events(id)).map(({ event }) => event as TicketEvent),
    /** Waits until these words stand in the record of a ticket, which shows nowhere when they were said inside. */
    recorded: (id: string, words: string): Promise<void> =>
      vi.waitFor(async () => {
        if (!JSON.stringify(await store.events(id)).includes(words)) throw new Error(`no ${words} in ${id}`)
      }, 20_000),
    /** Applies the organisation with some of its lines changed, as an operator would in the middle of a story. */
    organise,
    /** Nothing is in hand any more: what was said is carried out, shown and drawn. */
    settled: async (): Promise<void> => {
      await bot.app.drain()
      bot.deliver.kick()
      await bot.deliver.idle()
      bot.homes.kick()
      await bot.homes.idle()
    },
    /** Starts another process of the bot on the same database; Slack then speaks to both. Over Socket Mode only. */
    startAnother: async (): Promise<void> => {
      const open = slack.sockets.count()
      const another = await createProcess(stillQueue)
      await another.bot.start()
      await slack.until(() => slack.sockets.count() === open + 2)
    },
    end: async (): Promise<void> => {
      await Promise.all(ends.map((end) => end()))
      await Promise.all([database.drop(), redis?.stop(), slack.stop()])
    },
  }
}

/** A running story on Slack; see `startSlackStory`. */
export type SlackStory = Awaited<ReturnType<typeof startSlackStory>>
