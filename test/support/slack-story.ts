import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createSlackAdapter } from '../../adapters/slack/index.ts'
import { moveRoom } from '../../src/app/move-room.ts'
import type { Adapter } from '../../src/chat/adapter.ts'
import type { Installation, Installations } from '../../src/chat/installations.ts'
import { createTellAdministrators } from '../../src/deliver/tell-administrators.ts'
import { type StoryParts, startLiveStory, type Work } from './live-story.ts'
import { type FakeSlack, type SlackOptions, startFakeSlack } from './slack/start-fake-slack.ts'
import { slackScene } from './slack-scene.ts'

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
  // Patient, so that a slow machine fails no story; what is about Slack's patience says so itself.
  const rules = { triggerLife: 60_000, ackWithin: 15_000, ...options.rules }
  const slack = await startFakeSlack({ ...options, rules, app: { ...manifested(), ...options.app } })
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

/** The adapter of a story's process on this Slack. */
export const slackAdapter = (
  slack: FakeSlack,
  way: 'socket' | 'http',
  { store, log, now, order }: StoryParts,
): Adapter =>
  createSlackAdapter({
    transport:
      way === 'socket'
        ? { kind: 'socket', appToken: slack.app.token }
        : { kind: 'http', signingSecrets: [slack.app.signingSecret], host: '127.0.0.1', port: 0 },
    installations: only(installationOf(slack)),
    scopes: slack.app.scopes,
    apiUrl: slack.apiUrl,
    clock: now,
    onLost: async (lost) =>
      void (await createTellAdministrators({ store, now })({ platform: 'slack', ...lost })),
    onWarn: log.warn,
    onFault: log.error,
    onMoved: (moved) => moveRoom({ order: order(), store })({ platform: 'slack', ...moved }),
  })

/** The same adapter as fast as it goes, instead of at the platform's pace. */
export const unpaced = ({ pace: _, rates: __, ...adapter }: Adapter): Adapter => adapter

/**
 * The whole bot in front of a strict Slack, through the real Bolt. `paced`: at Slack's pace of a message a second in each
 * channel; otherwise as fast as it goes. `now` turns the clock by hand.
 */
export const startSlackStory = async (
  way: 'socket' | 'http',
  {
    paced = false,
    now = Date.now,
    options = {},
    ...work
  }: { readonly paced?: boolean; readonly now?: () => number; readonly options?: SlackOptions } & Work = {},
) => {
  const slack = await populated({ ...options, rules: { posts: paced, ...options.rules } })
  const story = await startLiveStory({
    organisation: file,
    now,
    ...work,
    adapters: (parts) => {
      const adapter = slackAdapter(slack, way, parts)
      return { slack: paced ? adapter : unpaced(adapter) }
    },
  })
  const address = story.address('slack')
  const requestUrl = address === undefined ? undefined : slack.useRequestUrl(`${address}/slack/events`)
  if (requestUrl === undefined) await slack.until(() => slack.sockets.count() === 2)

  return {
    ...story,
    ...slackScene(slack, home),
    slack,
    requestUrl,
    /** Starts another process of the bot on the same database; Slack then speaks to both. Over Socket Mode only. */
    startAnother: async (): Promise<void> => {
      const open = slack.sockets.count()
      await story.startAnother()
      await slack.until(() => slack.sockets.count() === open + 2)
    },
    end: async (): Promise<void> => {
      await story.end()
      await slack.stop()
    },
  }
}

/** A running story on Slack; see `startSlackStory`. */
export type SlackStory = Awaited<ReturnType<typeof startSlackStory>>
