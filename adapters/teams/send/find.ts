import type { Place } from '../../../src/chat/inbound.ts'
import type { MessageRef } from '../../../src/domain/ticket/event.ts'
import { isPerson } from './address.ts'
import { refOf } from './posting.ts'
import type { Sending } from './sending.ts'

/**
 * Finds a post by its key in what was kept of it: Teams itself cannot be asked. It is found once all its messages have their
 * ids; of what was cut short nothing is said, and the next attempt goes on there. Rejects while that cannot be read, so that
 * nothing is posted twice meanwhile.
 */
export const createFind =
  ({ references, posts }: Pick<Sending, 'references' | 'posts'>) =>
  async (place: Place, key: string): Promise<MessageRef | undefined> => {
    const { team, conversation } = place
    const known = await references.at(team, conversation)
    const where = isPerson(place, known) ? await references.ofPerson(team, conversation) : place
    const kept = where === undefined ? undefined : await posts.find(key, where)
    return kept?.whole === true ? refOf(kept) : undefined
  }
