import { conversationKey } from './conversation.ts'
import type { Directory, Room } from './directory.ts'
import type { Moved } from './wish.ts'

/**
 * The directory after a conversation got another id. Every older id leads to the present one in one step, and the present
 * one leads nowhere: ids may change back.
 */
export const evolveMove = (directory: Directory, { platform, team, from, to }: Moved): Directory => {
  const at = (conversation: string): string => conversationKey({ platform, team, conversation })
  const moved = (rooms: { readonly [id: string]: Room }) =>
    Object.fromEntries(
      Object.entries(rooms).map(([id, room]) => [
        id,
        conversationKey(room) === at(from) ? { ...room, conversation: to } : room,
      ]),
    )
  const earlier = Object.entries(directory.moves)
    .filter(([key]) => key !== at(to))
    .map(([key, now]) => [key, now === from && key.startsWith(at('')) ? to : now] as const)
  const { [at(from)]: isClosed, ...closed } = directory.closed
  return {
    ...directory,
    closed: isClosed === undefined ? directory.closed : { ...closed, [at(to)]: true },
    rooms: moved(directory.rooms),
    proposals: moved(directory.proposals),
    moves: { ...Object.fromEntries(earlier), [at(from)]: to },
  }
}
