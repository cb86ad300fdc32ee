import type { Instant } from '../calendar/calendar.ts'
import { day } from '../calendar/units.ts'
import { instantOf, type LocalTime, localTime, readLocal } from '../calendar/zone.ts'
import type { Directory, Roster } from './directory.ts'

const readMoment = (roster: Roster, text: string): LocalTime => {
  const local = readLocal(text)
  if (local === undefined) throw new Error(`roster ${roster.id}: not a local date and time: ${text}`)
  return local
}

const turnOf = ({ rotate }: Roster): number => (rotate === 'weekly' ? 7 * day : day)

/** When a turn begins, on the wall clock of the roster's zone: the first member's first turn is number 0. */
const turnAt = (roster: Roster, number: number): Instant => {
  const first = readMoment(roster, `${roster.since}T${roster.handover}`)
  return instantOf(roster.zone, first + number * turnOf(roster))
}

/**
 * How many hand-overs there were since the first turn began. They are counted on the wall clock of the roster's zone, so
 * that a turn is an hour shorter or longer when the clocks change and the hand-over stays at its hour.
 */
const handovers = (roster: Roster, at: Instant): number => {
  if (roster.rotate === 'none') return 0
  const first = readMoment(roster, `${roster.since}T${roster.handover}`)
  const read = Math.floor((localTime(roster.zone, at) - first) / turnOf(roster))
  // In an hour that comes twice the clock reads earlier again, but what was handed over stays so.
  const passed = turnAt(roster, read + 1) <= at ? read + 1 : read
  return Math.max(0, passed)
}

/** The next moments a roster hands over after an instant: a whole cycle of its members. */
export const handoversAfter = (roster: Roster, at: Instant): readonly Instant[] =>
  roster.rotate === 'none'
    ? []
    : roster.members.map((_, index) => turnAt(roster, handovers(roster, at) + 1 + index))

/** Every stand-in of a roster as instants; the end is exclusive. */
export const standInsOf = (roster: Roster): readonly StandIn[] => {
  const begin = (text: string): Instant => instantOf(roster.zone, readMoment(roster, text))
  return roster.standIns.map(({ from, to, ...who }) => ({ ...who, from: begin(from), to: begin(to) }))
}

type StandIn = {
  readonly from: Instant
  readonly to: Instant
  readonly person: string
  readonly for?: string
}

/** Who stands in at an instant; whose time began last comes first, of those the one whose time is the shorter. */
const standingIn = (roster: Roster, at: Instant): readonly StandIn[] =>
  standInsOf(roster)
    .filter(({ from, to }) => from <= at && at < to)
    .sort((a, b) => b.from - a.from || a.to - b.to)

/** Somebody of a roster as they are asked, and for whom they stand in. */
type OnTurn = { readonly person: string; readonly for?: string }

/**
 * Whoever is away is not asked: their stand-ins are, in their place, and of a stand-in who is away too whoever stands in for
 * them. A stand-in who is for nobody in particular is for whoever's turn it is. Two who stand in for one another have
 * changed places.
 */
const orderOf = (roster: Roster, at: Instant): readonly OnTurn[] => {
  const { members } = roster
  const first = members.length === 0 ? 0 : handovers(roster, at) % members.length
  const inTurn = [...members.slice(first), ...members.slice(0, first)]
  const present = standingIn(roster, at)
  const awayOf = ({ for: away }: StandIn) => away ?? inTurn[0]
  const askedFor = (person: string, passed: readonly string[]): readonly OnTurn[] => {
    const instead = present.filter((one) => awayOf(one) === person && !passed.includes(one.person))
    if (instead.length === 0) return [{ person }]
    return instead.flatMap((one) =>
      one.person === person
        ? [{ person }]
        : askedFor(one.person, [...passed, person]).map((asked) => ({ for: person, ...asked })),
    )
  }
  const nobodysTurn = present.map(({ person }) => ({ person }))
  return inTurn.length === 0 ? nobodysTurn : inTurn.flatMap((person) => askedFor(person, []))
}

/**
 * The people who answer for a tier of a supplier's service desk at an instant, in the order they are asked: the first is
 * on duty now, the next follow if they do not answer. Before a rotation begins its members stand as listed. Several
 * rosters of a tier follow one another by id. Whoever is none of the supplier's people any more is passed over.
 */
export const onDuty = (
  directory: Directory,
  supplier: string,
  tier: Roster['tier'],
  at: Instant,
): readonly string[] => dutyOf(directory, supplier, tier, at).map(({ person }) => person)

/** The same, with whom each of them stands in for. */
export const dutyOf = (
  { rosters, people }: Directory,
  supplier: string,
  tier: Roster['tier'],
  at: Instant,
): readonly OnTurn[] => {
  const order = Object.values(rosters)
    .filter((roster) => roster.supplier === supplier && roster.tier === tier)
    .sort((a, b) => (a.id < b.id ? -1 : 1))
    .flatMap((roster) => orderOf(roster, at))
  const asked = new Set<string>()
  return order.filter(({ person: id }) => {
    const person = Object.hasOwn(people, id) ? people[id] : undefined
    const isOwn = person?.side === 'supplier' && person.org === supplier
    return isOwn && !asked.has(id) && asked.add(id)
  })
}
