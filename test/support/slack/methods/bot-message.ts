import { fieldsOf } from '../../fake/fields.ts'
import type { World } from '../world/create-world.ts'
import type { Channel, Install, Message } from '../world/records.ts'
import type { Content } from './content.ts'

/** A message of the app's bot, as the Web API and events show it. */
export const botMessage = (
  world: World,
  install: Install,
  { text, blocks, metadata }: Content,
  thread: string | undefined,
  channel: Channel,
): Message => ({
  type: 'message',
  ts: world.stamp(),
  user: install.botUser,
  bot_id: install.botId,
  app_id: world.app.id,
  team: install.team,
  text,
  bot_profile: {
    id: install.botId,
    deleted: false,
    name: world.app.name,
    updated: 1_700_000_000,
    app_id: world.app.id,
    icons: {},
    team_id: install.team,
  },
  ...(channel.sharedWith.length > 0 ? { user_team: install.team, source_team: install.team } : {}),
  ...(blocks === undefined ? {} : { blocks }),
  ...(thread === undefined ? {} : { thread_ts: thread }),
  ...(metadata === undefined || Object.keys(fieldsOf(metadata)).length === 0 ? {} : { metadata }),
})
