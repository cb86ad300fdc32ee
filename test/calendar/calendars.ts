import type { Calendar, Window } from '../../src/domain/calendar/calendar.ts'

/** The instant of an ISO date-time with its offset, so that no test trusts the code it tests to read a zone. */
export const at = (iso: string): number => {
  const instant = Date.parse(iso)
  if (Number.isNaN(instant) || !/(Z|[+-]\d\d:\d\d)$/.test(iso)) throw new Error(`not an instant: ${iso}`)
  return instant
}

export const hour = 3_600_000
export const minute = 60_000

/** Monday to Friday with the same windows. */
export const weekdaysOnly = (...windows: readonly Window[]): Exclude<Calendar['hours'], 'always'> => ({
  ...{ mon: windows, tue: windows, wed: windows, thu: windows, fri: windows },
})

/** Monday to Friday, nine to five, no lunch, no holidays. */
export const nineToFive = (zone: string): Calendar => ({
  id: 'nine-to-five',
  zone,
  hours: weekdaysOnly('09:00-17:00'),
})

export const always: Calendar = { id: '24x7', zone: 'Asia/Shanghai', hours: 'always' }

const office = ['09:00-12:00', '13:00-18:00']
const holidays: readonly (readonly [name: string, ...dates: readonly string[]])[] = [
  ['元旦', '01-01', '01-02', '01-03'],
  ['春节', '02-15', '02-16', '02-17', '02-18', '02-19', '02-20', '02-21', '02-22', '02-23'],
  ['清明节', '04-04', '04-05', '04-06'],
  ['劳动节', '05-01', '05-02', '05-03', '05-04', '05-05'],
  ['端午节', '06-19', '06-20', '06-21'],
  ['中秋节', '09-25', '09-26', '09-27'],
  ['国庆节', '10-01', '10-02', '10-03', '10-04', '10-05', '10-06', '10-07'],
]
const makeUpWorkdays = ['01-04', '02-14', '02-28', '05-09', '09-20', '10-10']

/** Chinese office hours with the holidays and make-up workdays (调休) the State Council published for 2026. */
export const china2026: Calendar = {
  id: '5x8-CN',
  zone: 'Asia/Shanghai',
  hours: weekdaysOnly(...office),
  dates: Object.fromEntries([
    ...holidays.flatMap(([name, ...dates]) => dates.map((date) => [`2026-${date}`, { hours: [], name }])),
    ...makeUpWorkdays.map((date) => [`2026-${date}`, { hours: office, name: '调休上班' }]),
  ]),
}
