import type { Button } from '../chat/card.ts'
import type { Row } from '../domain/item/reading.ts'
import type { Person } from '../domain/people/directory.ts'
import type { Ticket } from '../domain/ticket/ticket.ts'
import type { ButtonName } from './buttons.ts'
import { homeRow } from './home-row.ts'
import { waitingRow } from './home-waiting.ts'
import { type Reading, speak } from './reading.ts'

/** The lists a page is made from, as far as they were read for this person. */
export type HomeLists = {
  readonly [list in 'waiting' | 'mine' | 'open' | 'unclaimed' | 'risk']?: readonly Row[]
}

/** One part of a page: its rows and how one is drawn, or what is said when there are none. */
export type Section = {
  readonly title: string
  readonly empty?: string
  readonly columns: readonly string[]
  readonly rows: readonly Row[]
  readonly draw: (row: Row) => { readonly cells: readonly string[]; readonly button: Button } | undefined
}

const dueAt = ({ index }: Row): number => index.dueAt ?? Number.POSITIVE_INFINITY

/** The promise that runs out first on top. */
const soonest = (rows: readonly Row[]): readonly Row[] =>
  rows.toSorted((one, other) => (dueAt(one) === dueAt(other) ? 0 : dueAt(one) - dueAt(other)))

const isOpen = ({ index: { status } }: Row): boolean => status !== 'closed' && status !== 'cancelled'

const table = (reading: Reading, owner: boolean, act: ButtonName): Pick<Section, 'columns' | 'draw'> => {
  const { ticket, what, status, priority, owner: whose, due } = speak(reading).t.home.columns
  return {
    columns: [ticket, what, status, priority, ...(owner ? [whose] : []), due],
    draw: (row) => homeRow(row, reading, { owner, act }),
  }
}

const waiting = (person: Person, { waiting: rows = [] }: HomeLists, reading: Reading): Section => {
  const { sections, columns } = speak(reading).t.home
  return {
    title: sections.waiting,
    columns: [columns.ticket, columns.what, columns.toDo],
    rows: rows.filter((row) => waitingRow(row, person, reading) !== undefined),
    draw: (row) => waitingRow(row, person, reading),
  }
}

/** Escalations that wait for others: who must still acknowledge is the supplier's business. */
const escalated = ({ waiting: rows = [] }: HomeLists, reading: Reading): Section => {
  const { t, names } = speak(reading)
  const { ticket, what, status, priority, waitsFor } = t.home.columns
  const owing = ({ state }: Row) => (state as Ticket).escalations.flatMap(({ waitingFor }) => waitingFor)
  return {
    title: t.home.sections.escalated,
    empty: t.home.empty.escalated,
    columns: [ticket, what, status, priority, waitsFor],
    rows: soonest(rows.filter((row) => owing(row).length > 0)),
    draw: (row) => {
      const { cells, button } = homeRow(row, reading, { owner: false, act: 'status' })
      return { cells: [...cells.slice(0, -1), names([...new Set(owing(row))])], button }
    },
  }
}

const ofCustomer = (person: Person, lists: HomeLists, reading: Reading): readonly Section[] => {
  const { sections, empty } = speak(reading).t.home
  const customer = reading.directory.customers[person.org]?.name ?? person.org
  const { mine = [], open } = lists
  const own = {
    title: sections.reported,
    empty: empty.reported,
    rows: soonest(mine.filter(isOpen)),
    ...table(reading, true, 'status'),
  }
  const others = { title: sections.others(customer), empty: empty.others(customer) }
  return [
    waiting(person, lists, reading),
    own,
    ...(open === undefined ? [] : [{ ...others, rows: soonest(open), ...table(reading, true, 'status') }]),
  ]
}

const ofSupplier = (person: Person, lists: HomeLists, reading: Reading): readonly Section[] => {
  const { sections, empty } = speak(reading).t.home
  const { mine = [], unclaimed, risk } = lists
  // Who leads and does not solve tickets is not told so every day.
  const owned = unclaimed === undefined ? {} : { empty: empty.owned }
  return [
    waiting(person, lists, reading),
    ...(risk === undefined
      ? []
      : [
          escalated(lists, reading),
          { title: sections.risk, empty: empty.risk, rows: soonest(risk), ...table(reading, true, 'status') },
        ]),
    { title: sections.owned, ...owned, rows: soonest(mine), ...table(reading, false, 'status') },
    ...(unclaimed === undefined
      ? []
      : [
          {
            title: sections.unclaimed,
            empty: empty.unclaimed,
            rows: soonest(unclaimed),
            ...table(reading, false, 'claim'),
          },
        ]),
  ]
}

/** The parts of a person's page, the most pressing first. A ticket belongs to the first part that lists it. */
export const homeSections = (person: Person, lists: HomeLists, reading: Reading): readonly Section[] =>
  person.side === 'customer' ? ofCustomer(person, lists, reading) : ofSupplier(person, lists, reading)
