import type { Called, ConnectorFailure } from '../wire/port.ts'
import type { Address } from './address.ts'
import type { Sending } from './sending.ts'

/** What says of a conversation, a message or a person that it is not there: whoever answered knows its way around. */
const ofSomething: ReadonlySet<string> = new Set([
  'ActivityNotFoundInConversation',
  'BotNotInConversationRoster',
  'ConversationBlockedByUser',
  'ConversationNotFound',
  'MemberNotFound',
  'NotFound',
  'UserNotFound',
])

/** A 404 for the address itself. */
const isOfAddress = (failure: ConnectorFailure): boolean =>
  failure.kind === 'answered' && failure.status === 404 && !ofSomething.has(failure.code ?? '')

/**
 * Calls where the conversation spoke from last, and, when there is nothing at that address any more, where its tenant spoke
 * from since: Microsoft may move a tenant, and says so only with the next activity. From then on that address counts.
 */
export const callWhereItIs = async <Value>(
  { references, budget, clock, onFault }: Sending,
  { team, conversation, serviceUrl }: Address,
  call: (serviceUrl: string) => Promise<Called<Value>>,
): Promise<Called<Value>> => {
  const called = await call(serviceUrl)
  if (called.ok || !isOfAddress(called.failure)) return called
  const newest = await references.serviceOf(team)
  if (newest === undefined || newest === serviceUrl) return called
  budget.count({ team, conversation })
  const again = await call(newest)
  if (!again.ok) return again
  try {
    const known = await references.at(team, conversation)
    if (known !== undefined) await references.seen({ ...known, serviceUrl: newest, seenAt: clock() })
  } catch (error) {
    onFault('the new address of a conversation of Teams could not be kept', { team, conversation, error })
  }
  return again
}
