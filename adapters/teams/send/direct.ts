import type { Place } from '../../../src/chat/inbound.ts'
import type { Account } from '../../../src/domain/people/directory.ts'
import type { Sending } from './sending.ts'

/** The bot's conversation with somebody: the one it knows, else the person's id, for which one is opened at the first post. */
export const createDirect =
  ({ references }: Pick<Sending, 'references'>) =>
  async ({ team, user }: Account): Promise<Place> => {
    const known = await references.ofPerson(team, user)
    const conversation = known?.conversation ?? user
    return { platform: 'teams', team, conversation, direct: true, flat: true }
  }
