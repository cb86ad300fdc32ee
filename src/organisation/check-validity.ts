import type { Agreement } from '../domain/agreement/agreement.ts'
import { opensLast } from '../domain/calendar/check-calendar.ts'
import type { Drafts, Finding } from './finding.ts'
import type { Draft } from './piece.ts'

const overlap = (one: Draft<Agreement>, other: Draft<Agreement>): boolean =>
  one.customer !== undefined &&
  one.customer === other.customer &&
  one.validFrom !== undefined &&
  one.validTo !== undefined &&
  other.validFrom !== undefined &&
  other.validTo !== undefined &&
  one.validFrom <= other.validTo &&
  other.validFrom <= one.validTo

/** Two agreements of one customer at the same time: which of them binds would be anybody's guess. */
const overlaps = ({ agreements }: Drafts): readonly Finding[] =>
  [...agreements].flatMap(([id, agreement], index, all): readonly Finding[] => {
    const other = all.slice(0, index).find(([, earlier]) => overlap(agreement, earlier))
    if (other === undefined) return []
    const reason = `${agreement.customer} has the agreement ${other[0]} at the same time`
    return [{ at: ['agreements', id], reason, fix: 'let one end before the other begins' }]
  })

/** Calendars that have closed for good before the agreement begins: nothing it promises on them could come due. */
const closedBefore = ({ agreements }: Drafts): readonly Finding[] =>
  [...agreements].flatMap(([id, { calendars = {}, validFrom }]) =>
    Object.values(calendars).flatMap((calendar): readonly Finding[] => {
      const last = opensLast(calendar)
      if (last === undefined || validFrom === undefined || last >= validFrom) return []
      const reason = `calendar ${calendar.id} opens on single dates only, the last ${last}, before it begins: nothing promised on it would come due`
      return [{ at: ['agreements', id], reason, fix: 'give the calendar hours by day of the week' }]
    }),
  )

/** Agreements that cannot hold in their time. */
export const checkValidity = (drafts: Drafts): readonly Finding[] => [
  ...overlaps(drafts),
  ...closedBefore(drafts),
]
