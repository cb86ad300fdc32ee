import type { Block } from '../chat/card.ts'
import type { Instant } from '../domain/calendar/calendar.ts'
import type { Directory, Person } from '../domain/people/directory.ts'
import { dutyUntil } from '../domain/people/duty-until.ts'
import { dutyOf } from '../domain/people/roster.ts'
import { dutyNames } from './duty-card.ts'
import { type Reading, speakOnCard } from './reading.ts'

const tiers = [1, 2, 3] as const

/** Who is first on duty for each tier that has a roster, and until when as planned. */
const turns = ({ directory, now }: { directory: Directory; now: Instant }, supplier: string) =>
  tiers
    .filter((tier) =>
      Object.values(directory.rosters).some((one) => one.supplier === supplier && one.tier === tier),
    )
    .map((tier) => ({
      tier,
      on: dutyOf(directory, supplier, tier, now)[0],
      until: dutyUntil(directory, supplier, tier, now),
    }))

/** The next moment at which somebody else is on duty somewhere at this supplier: their people’s pages change then. */
export const dutyChangesAt = (directory: Directory, supplier: string, now: Instant): Instant | undefined =>
  turns({ directory, now }, supplier)
    .flatMap(({ until }) => until ?? [])
    .toSorted((one, other) => one - other)[0]

/** Whether this person of the supplier is on duty and until when; who is, for every other tier. */
export const homeDuty = ({ id, org }: Person, reading: Reading): readonly Block[] => {
  const { t, moment } = speakOnCard(reading)
  const words = t.home.duty
  const dutyName = dutyNames(reading, org)
  const all = turns(reading, org)
  const own = all
    .filter(({ on }) => on?.person === id)
    .map(({ tier, until }) =>
      until === undefined ? t.ticket.tiers[tier] : words.turn(t.ticket.tiers[tier], moment(until)),
    )
  const others = all
    .filter(({ on }) => on?.person !== id)
    .map(({ tier, on, until }) => {
      const who = on === undefined ? t.common.nobody : dutyName(on)
      return {
        label: words.label(t.ticket.tiers[tier]),
        value: until === undefined ? who : words.until(who, moment(until)),
      }
    })
  return [
    ...(own.length === 0 ? [] : [{ type: 'text', text: words.you(t.common.list(own)) } as const]),
    ...(others.length === 0 ? [] : [{ type: 'facts', facts: others } as const]),
  ]
}
