import { workingDay } from '../domain/agreement/targets-v1.ts'
import type { Duration } from '../domain/calendar/calendar.ts'
import { day, hour, minute } from '../domain/calendar/units.ts'
import { type Read, refuse, written } from './piece.ts'

const units = new Map([
  ['s', 1000],
  ['m', minute],
  ['h', hour],
  ['wd', workingDay],
])
const longest = 366 * day

const read =
  (shortest: Duration): Read<Duration> =>
  (piece) => {
    const [, count, unit = ''] = /^(\d{1,9})(s|m|h|wd)$/.exec(written(piece.value)) ?? []
    const length = Number(count) * (units.get(unit) ?? Number.NaN)
    if (Number.isNaN(length))
      return refuse(
        piece,
        'is not a length of time',
        'write e.g. `90s`, `15m`, `4h`, or `3wd` (a working day, wd, is 8 service hours)',
      )
    if (length < Math.min(shortest, 1000)) return refuse(piece, 'is no time at all', 'give more than nothing')
    if (length < shortest)
      return refuse(
        piece,
        'comes again too soon',
        `give at least \`${shortest / 1000}s\`; people would hear nothing else`,
      )
    return length > longest ? refuse(piece, 'is longer than a year', 'give at most a year') : length
  }

/** A length of time: seconds, minutes, hours, or working days of eight service hours. */
export const duration = read(1000)

/** How soon something may come again that people hear each time: an update owed, a reminder, a question repeated. */
export const intervalBetween = read(5_000)

/** A time since the start, which may be at once: `0m`. */
export const timeSince = read(0)
