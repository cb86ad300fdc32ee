import type { Instant } from '../../calendar/calendar.ts'
import { opensLast } from '../../calendar/check-calendar.ts'
import { localDate } from '../../calendar/zone.ts'
import type { ClosedCalendar, DirectoryFact } from '../directory-event.ts'

/**
 * Calendars of newly stated agreements on which nothing promised could ever come due: they open on single dates alone, and
 * all of these are over. Agreements that are over themselves are stated for the record.
 */
export const closedForGood = (facts: readonly DirectoryFact[], at: Instant): readonly ClosedCalendar[] =>
  facts.flatMap((fact) => {
    if (fact.type !== 'directory.set' || fact.entry.kind !== 'agreement') return []
    const { id, version, validTo, zone, calendars } = fact.entry.value
    if (validTo < localDate(zone, at)) return []
    return Object.values(calendars).flatMap((calendar) => {
      const last = opensLast(calendar)
      return last === undefined || last >= localDate(calendar.zone, at)
        ? []
        : [{ agreement: `${id}@${version}`, calendar: calendar.id, last }]
    })
  })
