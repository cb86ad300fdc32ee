import type { Place } from '../../../src/chat/inbound.ts'
import type { MessageRef } from '../../../src/domain/ticket/event.ts'
import type { TeamsMessage } from '../render/adaptive-card.ts'
import { addressOf } from './address.ts'
import type { Sending } from './sending.ts'
import { write } from './write.ts'

const wrote = async (
  sending: Sending,
  place: Place,
  message: string | undefined,
  drawn: TeamsMessage,
): Promise<boolean> => {
  try {
    const found = await addressOf(sending, place)
    if (!found.ok) return false
    // Somebody waits for it: it counts, and goes even when Teams may ask to wait.
    sending.budget.count(found.value)
    return (await write(sending, found.value, message, drawn)).outcome === 'stands'
  } catch (error) {
    sending.onFault('a message to Teams could not be sent', { place, error })
    return false
  }
}

/** Posts one message to whoever waits for it, once; `false` where it did not surely arrive. */
export const createPostCard =
  (sending: Sending) =>
  (place: Place, message: TeamsMessage): Promise<boolean> =>
    wrote(sending, place, undefined, message)

/** Draws one message anew, once; `false` where it did not surely arrive. */
export const createRedrawCard =
  (sending: Sending) =>
  (ref: MessageRef, drawn: TeamsMessage): Promise<boolean> =>
    wrote(sending, { ...ref, direct: false }, ref.message, drawn)
