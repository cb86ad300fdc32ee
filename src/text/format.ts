import type { Duration, Instant } from '../domain/calendar/calendar.ts'
import type { Language } from '../domain/people/sides.ts'
import { texts } from './texts.ts'

/** Whose eyes a moment is for. `zoned` names the zone beside it, for when the other party reads another clock. */
export type Clockface = {
  readonly language: Language
  readonly zone: string
  readonly now: Instant
  readonly zoned?: boolean
  /** What it is for may stand until another day: a day that is near now is called by its date. */
  readonly stands?: boolean
}

const formats = new Map<string, Intl.DateTimeFormat>()

/** Building a format costs far more than using it, and a process knows few zones. */
const formatOf = (zone: string): Intl.DateTimeFormat => {
  const known = formats.get(zone)
  if (known !== undefined) return known
  const built = new Intl.DateTimeFormat('en-GB', {
    timeZone: zone,
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZoneName: 'short',
  })
  formats.set(zone, built)
  return built
}

type Wall = {
  readonly year: number
  readonly month: number
  readonly day: number
  readonly dayNumber: number
}

type WallReading = { readonly wall: Wall; readonly time: string; readonly abbreviation: string }

const minuteMs = 60_000
const kept = 1_000
const readings = new Map<string, WallReading>()

/** The same few minutes are read for everybody who is told of a moment, and reading one costs as much as half a card. */
const read = (at: Instant, zone: string): WallReading => {
  const key = `${zone} ${Math.floor(at / minuteMs)}`
  const known = readings.get(key)
  if (known !== undefined) return known
  const parts = Object.fromEntries(
    formatOf(zone)
      .formatToParts(at)
      .map(({ type, value }) => [type, value]),
  )
  const [year, month, day] = [Number(parts.year), Number(parts.month), Number(parts.day)]
  const reading = {
    wall: { year, month, day, dayNumber: Date.UTC(year, month - 1, day) / 86_400_000 },
    time: `${parts.hour}:${parts.minute}`,
    abbreviation: parts.timeZoneName ?? '',
  }
  const [oldest] = readings.size >= kept ? readings.keys() : []
  if (oldest !== undefined) readings.delete(oldest)
  readings.set(key, reading)
  return reading
}

/** A moment for what is read at once: `14:05` of today, `tomorrow 09:00`, else `1 Dec 14:05`. */
export const moment = (at: Instant, face: Clockface): string => {
  const words = texts(face.language).common.moment
  const { wall, time, abbreviation } = read(at, face.zone)
  const today = read(face.now, face.zone).wall
  const days = wall.dayNumber - today.dayNumber
  const near =
    face.stands === true && days !== 0
      ? undefined
      : { '-1': words.yesterday, '0': words.today, '1': words.tomorrow }[String(days)]
  const year = wall.year === today.year ? undefined : wall.year
  const said = near === undefined ? words.at(words.day(wall.day, wall.month, year), time) : near(time)
  return face.zoned ? words.zoned(said, abbreviation) : said
}

/** A moment for what is read again days later, so it always carries its date: `Wed 4 Nov 14:05`. */
export const dated = (at: Instant, { language, zone, now, zoned }: Clockface): string => {
  const words = texts(language).common.moment
  const { wall, time, abbreviation } = read(at, zone)
  const thisYear = wall.year === read(now, zone).wall.year
  const weekday = (wall.dayNumber + 4) % 7
  const said = words.at(words.date(weekday, wall.day, wall.month, thisYear ? undefined : wall.year), time)
  return zoned ? words.zoned(said, abbreviation) : said
}

/** The time of day of what happened just now, in the reader's own zone; of another day with its date. */
export const clock = (at: Instant, face: Omit<Clockface, 'zoned'>): string => {
  const { wall, time } = read(at, face.zone)
  const { dayNumber } = read(face.now, face.zone).wall
  return wall.dayNumber === dayNumber ? time : dated(at, face)
}

/** A length of time in whole units, rounded down: `1 h 20 min`; seconds only below ten minutes. */
export const duration = (length: Duration, language: Language): string => {
  const words = texts(language).common.duration
  const seconds = Math.floor(Math.max(0, length) / 1000)
  const minutes = Math.floor(seconds / 60)
  if (minutes === 0) return words.seconds(seconds)
  if (minutes < 10) return words.minutes(minutes, seconds % 60)
  return minutes < 60 ? words.minutes(minutes, 0) : words.hours(Math.floor(minutes / 60), minutes % 60)
}
