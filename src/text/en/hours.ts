import type { Weekday } from '../../domain/calendar/calendar.ts'

const days: { readonly [day in Weekday]: string } = {
  mon: 'Mon',
  tue: 'Tue',
  wed: 'Wed',
  thu: 'Thu',
  fri: 'Fri',
  sat: 'Sat',
  sun: 'Sun',
}

/** Service hours and calendars. */
export const hours = {
  always: 'day and night, every day (24×7)',
  never: 'only on the dates agreed',
  and: ' and ',
  next: ', ',
  days: (first: Weekday, last: Weekday, windows: string) =>
    first === last ? `${days[first]} ${windows}` : `${days[first]}–${days[last]} ${windows}`,
  in: (hours: string, zone: string) => `${hours}, ${zone} time`,
}
