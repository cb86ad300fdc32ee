import { fieldsOf } from '../../support/fake/fields.ts'
import type { FakeSlack } from '../../support/slack/start-fake-slack.ts'
import type { Message } from '../../support/slack/world/records.ts'
import type { Screens } from './screens.ts'

/** The notice whose first message this is: private answers to an act carry none. */
const noticeOf = ({ metadata }: Message): string | undefined => {
  const { key, part } = fieldsOf(fieldsOf(metadata).event_payload)
  return typeof key === 'string' && part === 0 ? key : undefined
}

/** What stands on Slack, in channels and in private, and what single people were told there. */
export const slackScreens = (slack: FakeSlack): Screens => ({
  standing: async () => {
    const stands = new Map<string, readonly string[]>()
    for (const channel of slack.world.channels.keys())
      for (const message of slack.messages(channel)) {
        const notice = noticeOf(message)
        if (notice !== undefined)
          stands.set(notice, [...(stands.get(notice) ?? []), `${channel} ${message.ts}`])
      }
    return stands
  },
  shownTo: async (customer, directory) => {
    const users = Object.values(directory.people)
      .filter(({ org }) => org === customer)
      .flatMap(({ accounts }) => accounts.map(({ user }) => user))
    const channels = [...slack.world.channels.values()].filter(({ members }) =>
      users.some((user) => members.includes(user)),
    )
    return [
      ...channels.flatMap(({ id }) => slack.messages(id)),
      ...users.flatMap((user) => slack.ephemerals(user)),
    ].map(({ text, blocks = [] }) => `${text} ${JSON.stringify(blocks)}`)
  },
})
