import { type Result, yes } from '../../result.ts'
import { conversationKey, roomIn } from '../conversation.ts'
import type { Directory } from '../directory.ts'
import type { DirectoryFact } from '../directory-event.ts'
import type { Moved } from '../wish.ts'

/**
 * A conversation has another id: the room there goes along, so does a proposal, and what was closed stays closed. When the new id is a room already the
 * old one ends, because one conversation is one room.
 */
export const decideMove = (
  { rooms, proposals, closed }: Directory,
  { platform, team, from, to, taken = false }: Moved & { readonly taken?: boolean },
): Result<readonly DirectoryFact[], never> => {
  const before = { platform, team, conversation: from }
  const after = { platform, team, conversation: to }
  const room = roomIn(rooms, before)
  const isKnown =
    room !== undefined ||
    roomIn(proposals, before) !== undefined ||
    Object.hasOwn(closed, conversationKey(before))
  if (from === to || !isKnown) return yes([])
  if (!taken && roomIn(rooms, after) === undefined)
    return yes([{ type: 'directory.room_moved', platform, team, from, to }])
  return yes(room === undefined ? [] : [{ type: 'directory.removed', kind: 'room', id: room.id }])
}
