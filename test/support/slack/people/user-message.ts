import { randomBytes, randomUUID } from 'node:crypto'
import type { Fields } from '../../fake/fields.ts'
import type { World } from '../world/create-world.ts'
import type { Channel, Message, User } from '../world/records.ts'

/** What somebody wrote, as the rich text block that comes with every message of a person. */
export const richTextOf = (text: string): readonly Fields[] => {
  const elements = text
    .split(/(<@[UW][A-Z0-9]+>)/)
    .filter((part) => part !== '')
    .map((part) => {
      const user = /^<@([UW][A-Z0-9]+)>$/.exec(part)?.[1]
      return user === undefined ? { type: 'text', text: part } : { type: 'user', user_id: user }
    })
  return [
    {
      type: 'rich_text',
      block_id: randomBytes(4).toString('base64').slice(0, 5),
      elements: [{ type: 'rich_text_section', elements }],
    },
  ]
}

/** A person's message as Slack keeps it; in shared channels it says whose workspace it came from. */
export const userMessage = (
  world: World,
  user: User,
  channel: Channel,
  text: string,
  more: Fields = {},
): Message => ({
  type: 'message',
  ts: world.stamp(),
  user: user.id,
  text,
  client_msg_id: randomUUID(),
  team: user.team,
  ...(text === '' ? {} : { blocks: richTextOf(text) }),
  ...(channel.sharedWith.length === 0
    ? {}
    : {
        user_team: user.team,
        source_team: user.team,
        user_profile: {
          avatar_hash: 'g0000000000',
          image_72: '',
          first_name: user.realName,
          real_name: user.realName,
          display_name: user.name,
          team: user.team,
          name: user.name,
          is_restricted: user.guest,
          is_ultra_restricted: false,
        },
      }),
  ...more,
})
