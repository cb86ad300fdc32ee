import type { Instant } from '../calendar/calendar.ts'
import type { Directory, Roster } from './directory.ts'
import { handoversAfter, onDuty, standInsOf } from './roster.ts'

/**
 * When somebody else comes first on duty for a tier than at this instant, by the rotations and stand-ins as they are
 * planned; undefined when nothing planned changes it. The end of a turn that is followed by the same person is no end.
 */
export const dutyUntil = (
  directory: Directory,
  supplier: string,
  tier: Roster['tier'],
  at: Instant,
): Instant | undefined => {
  const first = (moment: Instant) => onDuty(directory, supplier, tier, moment)[0]
  const present = first(at)
  return Object.values(directory.rosters)
    .filter((roster) => roster.supplier === supplier && roster.tier === tier)
    .flatMap((roster) => {
      const borders = standInsOf(roster).flatMap(({ from, to }) => [from, to])
      // Between two borders a whole cycle of turns shows every change there can be.
      return [at, ...borders.filter((border) => border > at)].flatMap((base) => [
        base,
        ...handoversAfter(roster, base),
      ])
    })
    .filter((moment) => moment > at)
    .sort((one, other) => one - other)
    .find((moment) => first(moment) !== present)
}
