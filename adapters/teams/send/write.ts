import type { TeamsMessage } from '../render/adaptive-card.ts'
import { activityOf } from './activity.ts'
import { type Address, toOf } from './address.ts'
import { callWhereItIs } from './moved.ts'
import { outcomeOf } from './outcome.ts'
import type { NotSent, Sending } from './sending.ts'

/** How one message was written: the id it stands under, that Teams wants it in smaller pieces, or why it does not stand. */
export type Written =
  | { readonly outcome: 'stands'; readonly message: string }
  | { readonly outcome: 'too_large' }
  | NotSent

/** Sends a message, or draws the one that stands anew. One attempt: who tries again, and when, is the sender's to say. */
export const write = async (
  sending: Sending,
  address: Address,
  message: string | undefined,
  piece: TeamsMessage,
): Promise<Written> => {
  const { port, budget, notices } = sending
  const activity = activityOf(piece)
  const called = await callWhereItIs<string | undefined>(sending, address, (serviceUrl) => {
    const to = toOf({ ...address, serviceUrl })
    return message === undefined ? port.send(to, activity) : port.update(to, message, activity)
  })
  if (called.ok) {
    budget.works(address)
    notices.works(address)
    return { outcome: 'stands', message: called.value ?? message ?? '' }
  }
  const { failure } = called
  if (failure.kind === 'answered' && failure.status === 413) return { outcome: 'too_large' }
  return outcomeOf(sending, address, message === undefined ? 'send' : 'update', failure)
}
