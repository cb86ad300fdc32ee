import type { Plain } from '../chat/card.ts'
import type { Level } from '../domain/agreement/matrix.ts'
import { isOpen } from '../domain/ticket/clocks.ts'
import type { CustomerTicket } from '../domain/ticket/customer-ticket.ts'
import { levelButtons, type SeenItem } from './buttons.ts'
import type { Speech } from './reading.ts'

const question = (
  speech: Speech,
  drawn: SeenItem,
  axis: 'impact' | 'urgency',
  asked: string,
  levels: readonly Level[],
): Plain => ({
  type: 'table',
  columns: [asked],
  rows: levelButtons(speech, drawn, axis, levels).flatMap((button, index) => {
    const level = levels[index]
    return level === undefined ? [] : [{ cells: [level.meaning[speech.language]], button }]
  }),
})

/**
 * The two plain questions of the receipt (RS.2, RS.5c), each until somebody answered it; of an incident only, and while nothing
 * else is asked. No answer changes nothing.
 */
export const questionBlocks = (ticket: CustomerTicket, speech: Speech, drawn: SeenItem): readonly Plain[] => {
  const { agreement, t } = speech
  // The levels are agreed in words of an outage: asked of a laptop or an account, nobody could answer them.
  if (agreement === undefined || !isOpen(ticket) || ticket.work === 'service_request') return []
  if (ticket.ask !== undefined) return []
  const { receipt } = t.card
  const { impacts, urgencies } = agreement.matrix
  const asked = [
    ...(ticket.impact.suggested ? [question(speech, drawn, 'impact', receipt.whoIsAffected, impacts)] : []),
    ...(ticket.urgency.suggested ? [question(speech, drawn, 'urgency', receipt.howPressing, urgencies)] : []),
  ]
  return asked.length === 0 ? [] : [...asked, { type: 'note', text: receipt.questions }]
}
