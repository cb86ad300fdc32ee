import type { Duration, Window } from './calendar.ts'
import { hour, minute } from './units.ts'

/** A window as wall-clock distances from local midnight; `to` is exclusive. */
export type Opening = { readonly from: Duration; readonly to: Duration }

const pattern = /^([01]\d|2[0-3]):[0-5]\d-(([01]\d|2[0-3]):[0-5]\d|24:00)$/

const sinceMidnight = (clock: string): Duration =>
  Number(clock.slice(0, 2)) * hour + Number(clock.slice(3)) * minute

/** Reads `HH:MM-HH:MM`; undefined if it is written otherwise. Whether it ends after it begins is not judged here. */
export const readWindow = (window: Window): Opening | undefined =>
  pattern.test(window)
    ? { from: sinceMidnight(window.slice(0, 5)), to: sinceMidnight(window.slice(6)) }
    : undefined

/** The openings of one day in order of time. A window that cannot be read is a fault: `checkCalendar` comes first. */
export const openingsOf = (windows: readonly Window[]): readonly Opening[] =>
  windows
    .map((window) => {
      const opening = readWindow(window)
      if (opening === undefined) throw new Error(`not a window of the form HH:MM-HH:MM: ${window}`)
      return opening
    })
    .sort((a, b) => a.from - b.from)
