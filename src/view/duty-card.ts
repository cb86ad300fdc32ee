import type { Card } from '../chat/card.ts'
import type { Directory } from '../domain/people/directory.ts'
import { onDuty } from '../domain/people/roster.ts'
import { type Reading, speak } from './reading.ts'

const tiers = [1, 2, 3] as const

/** Who answers now, line by line, and who follows if they do not. */
export const dutyCard = (directory: Directory, supplier: string, reading: Reading): Card => {
  const { t, name, names, moment } = speak(reading)
  const words = t.agreed.duty
  const rows = tiers.flatMap((tier) => {
    const kept = Object.values(directory.rosters).some(
      (one) => one.supplier === supplier && one.tier === tier,
    )
    const [first, ...next] = onDuty(directory, supplier, tier, reading.now)
    if (!kept) return []
    const cells = [
      t.ticket.tiers[tier],
      first === undefined ? words.nobody : name(first),
      next.length === 0 ? words.nobody : names(next),
    ]
    return [{ cells }]
  })
  return {
    title: words.title,
    tone: 'neutral',
    blocks:
      rows.length === 0
        ? [{ type: 'text', text: words.empty }]
        : [
            { type: 'table', columns: words.columns, rows },
            { type: 'note', text: words.at(moment(reading.now)) },
          ],
    buttons: [],
    summary: rows.length === 0 ? words.empty : words.title,
  }
}
