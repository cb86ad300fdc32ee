import type { Card } from '../chat/card.ts'
import type { Directory } from '../domain/people/directory.ts'
import { dutyOf } from '../domain/people/roster.ts'
import { type Reading, speak } from './reading.ts'
import { supplierNames } from './told-apart.ts'

const tiers = [1, 2, 3] as const

/** How somebody of a supplier on duty is named, with whom they stand in for. */
export const dutyNames = (reading: Reading, supplier: string) => {
  const { t } = speak(reading)
  const name = supplierNames(reading, supplier)
  return ({ person, for: away }: ReturnType<typeof dutyOf>[number]): string =>
    away === undefined ? name(person) : t.agreed.duty.standsIn(name(person), name(away))
}

/** Who answers now, line by line, and who follows if they do not. */
export const dutyCard = (directory: Directory, supplier: string, reading: Reading): Card => {
  const { t, zoned } = speak(reading)
  const words = t.agreed.duty
  const dutyName = dutyNames(reading, supplier)
  const rows = tiers.flatMap((tier) => {
    const kept = Object.values(directory.rosters).some(
      (one) => one.supplier === supplier && one.tier === tier,
    )
    const [first, ...next] = dutyOf(directory, supplier, tier, reading.now).map(dutyName)
    if (!kept) return []
    const cells = [
      t.ticket.tiers[tier],
      first ?? words.nobody,
      next.length === 0 ? words.nobody : t.common.list(next),
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
            { type: 'note', text: words.at(zoned(reading.now)) },
          ],
    buttons: [],
    summary: rows.length === 0 ? words.empty : words.title,
  }
}
