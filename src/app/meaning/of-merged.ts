import type { Step } from '../../chat/flow.ts'
import type { Opened } from '../../chat/opener.ts'
import { mayConsent } from '../../domain/ticket/permission.ts'
import { beginFlow } from '../running/step.ts'
import { type Heard, isOfTicket, wordsTo } from './heard.ts'
import { inThread } from './in-thread.ts'

/** What a customer says of the work itself, and not of their report: where that was merged, the work is done elsewhere. */
const ofTheWork = ['confirm_solution', 'reject_solution', 'rate', 'reopen', 'escalate']

/**
 * What a customer's person types of a ticket that was merged into another is said to whoever works on that one: as the act it
 * names where this person may, else as their words. Undefined where there is nothing of that sort.
 */
export const ofMerged = async (
  { context, flows, text, speaking }: Heard,
  { flow, words }: Opened,
  item: string,
): Promise<Step | undefined> => {
  if (speaking.person.side !== 'customer' || !ofTheWork.includes(flow.name)) return undefined
  const about = await wordsTo(context, item)
  if (!isOfTicket(about) || about.ticket.id === item) return undefined
  const { directory, person, ticket } = about
  return flow.name === 'escalate' || mayConsent(directory, ticket, person)
    ? beginFlow(flow, { ...about, words }, { named: true })
    : inThread(flows, text, { context: about, internal: false, addressed: true })
}
