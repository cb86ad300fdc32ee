import type { Conversation, Directory } from '../domain/people/directory.ts'
import { roomAt } from '../domain/people/find.ts'
import type { MessageRef } from '../domain/ticket/event.ts'
import type { Threads } from '../store/threads.ts'

type About = {
  readonly item: string
  readonly side: 'supplier' | 'customer'
  /** The organisation it belongs to on that side. */
  readonly org: string | undefined
}

/**
 * The thread of an item in a room of the reader's own organisation, for a message that stands in a conversation of one person's on the same
 * platform: the way from what one is told to where it is talked about. In a room there is none: whoever reads there may not be in another.
 */
export const threadElsewhere = async (
  threads: Threads,
  directory: Directory,
  { item, side, org }: About,
  { platform, team, conversation }: Conversation,
): Promise<MessageRef | undefined> => {
  const isRoom = roomAt(directory, platform, team, conversation) !== undefined
  if (item === '' || org === undefined || isRoom) return undefined
  const rooms = Object.values(directory.rooms).filter(
    (room) => room.platform === platform && room.team === team && room.side === side && room.org === org,
  )
  for (const room of rooms) {
    const root = await threads.root(item, side, { platform, team, conversation: room.conversation })
    if (root !== undefined) return root
  }
  return undefined
}
