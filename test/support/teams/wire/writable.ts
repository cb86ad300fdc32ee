import type { World } from '../world/create-world.ts'
import type { Conversation } from '../world/records.ts'
import { refuse } from './refuse.ts'

/** A conversation the bot can write to; refused as Teams refuses it when there is none or the bot is not in it. */
export const writable = (world: World, id: string): Conversation => {
  const conversation = world.conversations.get(id)
  if (conversation === undefined) return refuse(404, 'ConversationNotFound', 'Conversation not found.')
  if (!conversation.installed)
    refuse(403, 'BotNotInConversationRoster', 'The bot is not part of the conversation roster.')
  return conversation
}
