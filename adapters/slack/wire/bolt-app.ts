import { App, type Receiver } from '@slack/bolt'
import type { ViewAnswer } from '../answer/view-answer.ts'
import { type Api, apiOptions } from './api-options.ts'
import type { Calls } from './calls.ts'

/** What the app's listeners do. */
export type Listeners = {
  readonly act: (body: unknown, acknowledge: () => Promise<void>) => Promise<void>
  readonly form: (body: unknown, acknowledge: (answer: ViewAnswer) => Promise<void>) => Promise<void>
}

/**
 * The Bolt app behind our receivers: one listener for each kind of thing and never two for one, and none that keeps
 * anything of conversations in memory. Who the bot is in a workspace is looked up with each payload, so that no failed
 * look-up is remembered.
 */
export const createBoltApp = async ({
  receiver,
  calls,
  listeners: { act, form },
  api,
}: {
  readonly receiver: Receiver
  readonly calls: Calls
  readonly listeners: Listeners
  readonly api: Api
}): Promise<App> => {
  const app = new App({
    receiver,
    logger: api.logger,
    convoStore: false,
    clientOptions: apiOptions(api),
    deferInitialization: true,
    authorize: async ({ teamId, enterpriseId }) => {
      const workspace = await calls.in(teamId ?? enterpriseId ?? '')
      if (workspace === undefined) throw new Error('the bot is not installed there')
      const { botToken, botId, botUser } = workspace.installation
      return { botToken, botId, botUserId: botUser, ...(teamId === undefined ? {} : { teamId }) }
    },
  })
  await app.init()
  // What went wrong goes back to the receiver, which then does not tell Slack that it arrived.
  app.error(async (error) => {
    throw error
  })
  app.action(/.*/, ({ body, ack }) => act(body, ack))
  app.command(/.*/, ({ body, ack }) => act(body, ack))
  app.shortcut(/.*/, ({ body, ack }) => act(body, ack))
  app.view(/.*/, ({ body, ack }) => form(body, (answer) => (answer === undefined ? ack() : ack(answer))))
  app.view({ callback_id: /.*/, type: 'view_closed' }, ({ ack }) => ack())
  return app
}
