import { signingSecret } from './b2-load.ts'
import { workspace } from './b2-slack.ts'
import { startNode } from './b6-process.ts'

const { token, bot, botId } = workspace

const source = (apiUrl: string): string => `
import { App, HTTPReceiver, LogLevel } from '@slack/bolt'
const receiver = new HTTPReceiver({ signingSecret: '${signingSecret}', endpoints: '/slack/events', logLevel: LogLevel.ERROR })
const app = new App({
  receiver,
  convoStore: false,
  logLevel: LogLevel.ERROR,
  clientOptions: { slackApiUrl: '${apiUrl}' },
  authorize: async () => ({ botToken: '${token}', botId: '${botId}', botUserId: '${bot}' }),
})
app.message(async ({ message, client }) => {
  await client.chat.postMessage({ channel: message.channel, text: 'What can I do for you?' })
})
const server = await app.start({ port: 0, host: '127.0.0.1' })
console.log('listens at http://127.0.0.1:' + server.address().port + '/slack/events.')`

/** The reference: Bolt alone, in a process of its own, acknowledges what it hears and posts a fixed text. */
export const startBareBolt = async (apiUrl: string) => {
  const running = startNode(['--input-type=module', '--eval', source(apiUrl)])
  const { match: url } = await running.said(/listens at (\S+)\./)
  return { url, stop: running.stop }
}
