import type { MessageRef } from '../../../src/domain/ticket/event.ts'

const base = 'https://teams.microsoft.com/l/message'

/**
 * The address of a message as Teams opens it, in a channel or a group chat; whom it lets open it Teams decides.
 * See https://learn.microsoft.com/microsoftteams/platform/concepts/build-and-test/deep-link-teams.
 */
export const wayTo = ({ team, conversation, message }: MessageRef): string => {
  const isChannel = /@thread\.(?:tacv2|skype)$/.test(conversation)
  const query = new URLSearchParams({
    tenantId: team,
    ...(isChannel ? { parentMessageId: message } : { context: '{"contextType":"chat"}' }),
  })
  return `${base}/${encodeURIComponent(conversation)}/${encodeURIComponent(message)}?${query}`
}
