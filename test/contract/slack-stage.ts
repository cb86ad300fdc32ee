import { createSlackAdapter } from '../../adapters/slack/index.ts'
import type { SlackTransport } from '../../adapters/slack/parts.ts'
import {
  installationIn,
  installationsOf,
  populate,
  team,
  type Ways,
  zhang,
} from '../adapters/slack/runtime-stage.ts'
import { textOf } from '../support/fake/fields.ts'
import type { Fault } from '../support/slack/wire/faults.ts'
import { createEar } from './ear.ts'
import { slackPlayer } from './slack-player.ts'
import type { Over, Stage } from './stage.ts'

const channel = 'C0HUAXIN'
const li = 'U0LI'
const room = { platform: 'slack', team, conversation: channel, direct: false } as const
/** What Slack refuses because of what is in it, not because of where it goes. */
const malformed = /^(?:invalid_|no_text|msg_|too_many|duplicate_|view_too_large|push_limit)/
const muted: Fault = { do: 'accept', and: 'cut' }

/** Slack, as strict as it is, through the real Bolt. */
export const startSlackStage = async (way: Ways): Promise<Stage> => {
  const slack = await populate({ rules: { posts: false } })
  slack.addUser({ id: li, team })
  slack.addChannel({ id: channel, team, members: [zhang, li, slack.bot(team)] })
  slack.addChannel({ id: 'C0LOST', team, kind: 'private', members: [zhang], bot: false })
  const installations = installationsOf(installationIn(slack, team))
  const transport: SlackTransport =
    way === 'http'
      ? { kind: 'http', signingSecrets: [slack.app.signingSecret], host: '127.0.0.1', port: 0 }
      : { kind: 'socket', appToken: slack.app.token }
  const note = () => {}
  const create = () =>
    createSlackAdapter({
      ...{ transport, installations, scopes: ['chat:write', 'commands'], apiUrl: slack.apiUrl },
      ...{ clock: Date.now, onWarn: note, onFault: note },
    })
  const { ear, receive } = createEar()
  const adapter = create()
  const { address } = await adapter.start(receive)
  if (address !== undefined) slack.useRequestUrl(`${address}/slack/events`)
  else await slack.until(() => slack.sockets.count() === 2)

  const begins = (methods: readonly string[], fault: Fault) => (): Over => {
    const ends = methods.map((method) => slack.fault(method, fault))
    return () => {
      for (const end of ends) end()
    }
  }

  return {
    adapter,
    ear,
    address,
    room,
    zhao: slackPlayer(slack, ear, zhang, team),
    li: slackPlayer(slack, ear, li, team),
    lost: { ...room, conversation: 'C0LOST' },
    nobody: { platform: 'slack', team, user: 'U0NOBODY' },
    another: create,
    vanish: async ({ conversation, message }) => {
      const { messages } = slack.world
      messages.set(
        conversation,
        (messages.get(conversation) ?? []).filter(({ ts }) => ts !== message),
      )
    },
    misbehave: {
      down: begins(['*'], { do: 'cut' }),
      mute: begins(['chat.postMessage', 'chat.update'], muted),
      limit: begins(['*'], { do: 'limit', retryAfter: 2 }),
    },
    complaints: () =>
      slack
        .calls()
        .flatMap(({ method, answer }) =>
          malformed.test(textOf(answer?.error)) ? [`${method}: ${textOf(answer?.error)}`] : [],
        ),
    passes: () => {},
    hurries: true,
    end: async () => {
      await adapter.stop()
      await slack.stop()
    },
  }
}
