import type { Calendar, Weekday } from '../domain/calendar/calendar.ts'
import type { Speech } from './reading.ts'

const week: readonly Weekday[] = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun']

/** Service hours in words (RS.2): days with the same hours are named together, and the zone they are kept in. */
export const hoursWords = ({ t }: Pick<Speech, 't'>, { hours, zone }: Calendar): string => {
  const { hours: words } = t
  if (hours === 'always') return words.always
  const groups: { first: Weekday; last: Weekday; windows: string }[] = []
  for (const day of week) {
    const windows = (hours[day] ?? []).map((window) => window.replace('-', '–')).join(words.and)
    const group = groups[groups.length - 1]
    if (group !== undefined && group.windows === windows) group.last = day
    else groups.push({ first: day, last: day, windows })
  }
  const open = groups.filter(({ windows }) => windows !== '')
  if (open.length === 0) return words.never
  return words.in(
    open.map(({ first, last, windows }) => words.days(first, last, windows)).join(words.next),
    zone,
  )
}
