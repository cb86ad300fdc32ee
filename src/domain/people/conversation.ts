import type { Conversation, Directory, Room } from './directory.ts'

/** A conversation as one word: what the directory keeps things of conversations by. */
export const conversationKey = ({ platform, team, conversation }: Conversation): string =>
  `${platform}/${team.replaceAll('%', '%25').replaceAll('/', '%2F')}/${conversation}`

/** The conversation that a word of `conversationKey` names. */
export const conversationOf = (key: string): Conversation | undefined => {
  const [platform, team = '', ...rest] = key.split('/')
  return platform === 'web' || platform === 'slack' || platform === 'teams'
    ? {
        platform,
        team: team.replaceAll('%2F', '/').replaceAll('%25', '%'),
        conversation: rest.join('/'),
      }
    : undefined
}

/** The conversation under the id it has now, whichever of its ids it is called by. */
export const presentConversation = (
  { moves }: Pick<Directory, 'moves'>,
  { platform, team, conversation }: Conversation,
): Conversation => {
  const key = conversationKey({ platform, team, conversation })
  const now = Object.hasOwn(moves, key) ? moves[key] : undefined
  return { platform, team, conversation: now ?? conversation }
}

/** Which of these rooms the conversation is, if it is one. */
export const roomIn = (
  rooms: Directory['rooms'],
  { platform, team, conversation }: Conversation,
): Room | undefined =>
  Object.values(rooms).find(
    (room) => room.platform === platform && room.team === team && room.conversation === conversation,
  )
