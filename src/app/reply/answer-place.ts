import type { Asking, Inbound, Place } from '../../chat/inbound.ts'
import { privatePlace } from '../speaker/placed.ts'

/** Whether its person waits for the reply. */
export const asks = (inbound: Inbound): inbound is Asking =>
  ['press', 'submit', 'command', 'adopt'].includes(inbound.kind)

/** Whether its answer is read by its person alone: what the bot says where it is brought is for everybody there. */
export const isPrivate = (inbound: Inbound): boolean =>
  asks(inbound) && (inbound.place.direct || inbound.kind !== 'press' || inbound.press.flow !== 'welcome')

/**
 * Where an answer is posted that nobody waits for: beside what was said in private, in its thread in a room so that the room
 * stays readable; to an act, in private. Edits and deletions are not answered.
 */
export const answerPlace = (inbound: Inbound): Place | undefined => {
  if (asks(inbound)) return privatePlace(inbound)
  if (inbound.kind !== 'message') return undefined
  const { place, message } = inbound
  const under = message.thread ?? (place.direct ? undefined : message.message)
  return { ...place, ...(under === undefined ? {} : { thread: under }) }
}
