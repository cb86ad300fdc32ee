import { join } from 'node:path'
import { afterAll } from 'vitest'
import type { FakeSlack } from '../../support/slack/start-fake-slack.ts'
import { home, populated } from '../../support/slack-story.ts'
import { startBot } from './bot-process.ts'
import type { Random } from './random.ts'
import { onStage, type Running, type Scene } from './scene.ts'

/** How Slack reaches the bot. */
export type Way = 'socket' | 'http'

/** A scene whose people are on Slack. Its web chat is there, and nobody uses it. */
export type SlackScene = Scene & { readonly slack: FakeSlack }

const organisation = join(import.meta.dirname, '../../support/slack-organisation.yaml')

const settingsOf = (slack: FakeSlack, way: Way): { readonly [name: string]: string } => ({
  SLACK_API_URL: slack.apiUrl,
  SLACK_BOT_TOKEN: slack.token(home),
  ...(way === 'socket'
    ? { SLACK_APP_TOKEN: slack.app.token }
    : { SLACK_SIGNING_SECRET: slack.app.signingSecret, SLACK_PORT: '0' }),
})

/** A stage (see `onStage`) on which each scene has a Slack of its own. */
export const onSlackStage = () => {
  const { scene, postgres } = onStage()
  const slacks: FakeSlack[] = []
  afterAll(async () => {
    for (const slack of slacks) await slack.stop()
  })
  return {
    postgres,
    scene: async (way: Way, random?: Random): Promise<SlackScene> => {
      const on = await scene(random)
      const slack = await populated()
      slacks.push(slack)
      const ground = { ...on.ground, settings: settingsOf(slack, way), organisation }
      /** What runs hears Slack: two sockets of its own, or its address is the one Slack sends to. */
      const heard = async (bot: Running, socketsBefore: number): Promise<Running> => {
        const [, address] = /over HTTP at (http:\S+)/.exec(bot.said()) ?? []
        if (address !== undefined) slack.useRequestUrl(`${address}/slack/events`)
        else await slack.until(() => slack.sockets.opened() >= socketsBefore + 2, 'both sockets', 300_000)
        return bot
      }
      return {
        ...on,
        ground,
        slack,
        start: async (role = 'all') => {
          const before = slack.sockets.opened()
          const bot = await on.enter(startBot(ground, role))
          return role === 'worker' ? bot : heard(bot, before)
        },
      }
    },
  }
}
