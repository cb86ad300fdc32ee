import type { Window } from '../domain/calendar/calendar.ts'
import { day } from '../domain/calendar/units.ts'
import { eachOf, fields, or } from './fields.ts'
import { note, type Piece, type Read, refuse } from './piece.ts'
import { dateRange, text } from './scalars.ts'
import { windows } from './week.ts'

/** What is said of a date, and the piece that says it. */
export type SaidOfDate = { readonly hours?: readonly Window[]; readonly name?: string; readonly piece: Piece }

/** Each date of `2026-10-01..2026-10-08`, or the one date. */
const datesOf = (piece: Piece): readonly string[] => {
  const named: Piece = { ...piece, value: piece.what, what: 'date' }
  const range = dateRange(named)
  if (range === undefined) return []
  const first = Date.parse(range.from)
  const length = (Date.parse(range.to) - first) / day + 1
  if (length > 366) refuse(named, 'is longer than a year', 'shorten it')
  return Array.from({ length: Math.min(length, 366) }, (_, index) =>
    new Date(first + index * day).toISOString().slice(0, 10),
  )
}

const readSaid = (piece: Piece): SaidOfDate => {
  if (piece.value === null) return { piece }
  if (typeof piece.value !== 'object') {
    const name = text(piece)
    return { piece, ...(name === undefined ? {} : { name }) }
  }
  const { hours, name } = fields<{ hours: readonly Window[]; name: string }>(piece, {
    hours: or(windows, undefined),
    name: or(text, undefined),
  })
  return { piece, ...(hours === undefined ? {} : { hours }), ...(name === undefined ? {} : { name }) }
}

/** Reads dates, or ranges of them: each with nothing, a name, or a name and hours of its own. */
export const readDates: Read<ReadonlyMap<string, SaidOfDate>> = (piece) => {
  const dates = new Map<string, SaidOfDate>()
  for (const part of eachOf(piece).values()) {
    const said = readSaid(part)
    for (const date of datesOf(part)) {
      if (dates.has(date)) note(part, `${date} is stated twice`, 'state each date once')
      dates.set(date, said)
    }
  }
  return dates
}
