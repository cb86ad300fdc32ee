import type { Instant } from '../calendar/calendar.ts'
import { day, hour, minute } from '../calendar/units.ts'
import { instantOf, localTime } from '../calendar/zone.ts'
import type { Directory, Person } from './directory.ts'

const pattern = /^(\d{1,2})(?::(\d{2}))?-(\d{1,2})(?::(\d{2}))?$/

const clockOf = (hours = '', minutes = '00'): string | undefined =>
  Number(hours) < 24 && Number(minutes) < 60 ? `${hours.padStart(2, '0')}:${minutes}` : undefined

/** Quiet hours as they are kept, `22:00-07:00`, of what somebody wrote; undefined where that is no span of a day. */
export const readQuiet = (words: string): string | undefined => {
  const span = words
    .replace(/[：]/g, ':')
    .replace(/\s*(?:[–—~～至到]|\bto\b)\s*/g, '-')
    .replace(/[\s点]/g, '')
  const [, fromHour, fromMinute, toHour, toMinute] = pattern.exec(span) ?? []
  const [from, to] = [clockOf(fromHour, fromMinute), clockOf(toHour, toMinute)]
  return fromHour === undefined || from === undefined || to === undefined || from === to
    ? undefined
    : `${from}-${to}`
}

/** The hours in which a person wants to hear of nothing that can wait: what they said in chat, else what the file states. */
export const quietOf = ({ preferences }: Directory, { id, quiet }: Person): string | undefined => {
  const chosen = Object.hasOwn(preferences, id) ? preferences[id]?.quiet : undefined
  return chosen === null ? undefined : (chosen ?? quiet)
}

const sinceMidnight = (clock: string): number =>
  Number(clock.slice(0, 2)) * hour + Number(clock.slice(3, 5)) * minute

/** When the quiet hours end that a moment lies in, on the wall of that zone; undefined outside of them. */
export const quietUntil = (quiet: string, zone: string, at: Instant): Instant | undefined => {
  const [from, to] = [sinceMidnight(quiet.slice(0, 5)), sinceMidnight(quiet.slice(6))]
  const local = localTime(zone, at)
  const today = Math.floor(local / day) * day
  const clock = local - today
  if (from < to) return clock >= from && clock < to ? instantOf(zone, today + to) : undefined
  if (clock >= from) return instantOf(zone, today + day + to)
  return clock < to ? instantOf(zone, today + to) : undefined
}
