import type { Conversation, Directory } from './directory.ts'
import { isClosed, roomAt } from './find.ts'

/**
 * Whether what belongs to an organisation may go on being shown in a conversation it was shown in: no longer where the room
 * ended, or became another customer's.
 */
export const staysShown = (directory: Directory, place: Conversation, org: string | undefined): boolean => {
  const room = roomAt(directory, place.platform, place.team, place.conversation)
  if (room === undefined) return !isClosed(directory, place)
  return room.side === 'supplier' || room.org === org
}
