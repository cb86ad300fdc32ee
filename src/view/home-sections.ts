import type { TableRow } from '../chat/card.ts'
import type { HomePart, ListedRow } from '../chat/line.ts'
import { anyList, type Group, type ListQuery } from '../domain/list/list-query.ts'
import type { Person } from '../domain/people/directory.ts'
import { homeRow } from './home-row.ts'
import { orgName } from './org-name.ts'
import { type Reading, speak } from './reading.ts'

/** The lists a page is made from, as far as they were read for this person. */
export type HomeLists = {
  readonly [part in HomePart]?: readonly ListedRow[]
}

/** One part of a page: its rows and how one is drawn, or what is said when there are none. */
export type Section = {
  readonly title: string
  readonly empty?: string
  readonly columns: readonly string[]
  readonly rows: readonly ListedRow[]
  /** All of it, as a list of its own. */
  readonly all?: ListQuery
  readonly draw: (row: ListedRow) => TableRow | undefined
  /** What is late, at risk or escalated, of who looks after it: it stands before any figures. */
  readonly pressing?: true
}

/** All of a group, or, `mine`, what is the reader's own of it. */
const allOf = (group: Group, mine = false): ListQuery => ({
  ...anyList,
  groups: [group],
  ...(mine ? { person: 'me' } : {}),
})

const dueAt = ({ index }: ListedRow): number => index.dueAt ?? Number.POSITIVE_INFINITY

/** The promise that runs out first on top. */
const soonest = (rows: readonly ListedRow[]): readonly ListedRow[] =>
  rows.toSorted((one, other) => (dueAt(one) === dueAt(other) ? 0 : dueAt(one) - dueAt(other)))

const isOpen = ({ index: { open } }: ListedRow): boolean => open

const table = (reading: Reading, owner: boolean): Pick<Section, 'columns' | 'draw'> => {
  const { ticket, what, status, owner: whose, due } = speak(reading).t.home.columns
  return {
    columns: [ticket, what, status, ...(owner ? [whose] : []), due],
    draw: (row) => homeRow(row, { owner }),
  }
}

const waiting = ({ waiting: rows = [] }: HomeLists, reading: Reading): Section => {
  const { sections, columns } = speak(reading).t.home
  return {
    title: sections.waiting,
    columns: [columns.ticket, columns.what, columns.toDo],
    rows: rows.filter(({ line }) => line.toDo !== undefined),
    draw: ({ id, line: { title, tag, toDo } }) =>
      toDo && {
        cells: [id, title, toDo.text],
        button: toDo.button,
        ...(tag === undefined ? {} : { tag }),
      },
  }
}

/** Escalations that wait for others: who must still acknowledge is the supplier's business. */
const escalated = ({ waiting: rows = [] }: HomeLists, reading: Reading): Section => {
  const { t } = speak(reading)
  const { ticket, what, status, waitsFor } = t.home.columns
  return {
    title: t.home.sections.escalated,
    pressing: true,
    all: allOf('escalated'),
    empty: t.home.empty.escalated,
    columns: [ticket, what, status, waitsFor],
    rows: soonest(rows.filter(({ line }) => line.owing !== undefined)),
    draw: (row) => {
      const { cells, ...rest } = homeRow(row, { owner: false })
      return { ...rest, cells: [...cells.slice(0, -1), row.line.owing ?? ''] }
    },
  }
}

const ofCustomer = (person: Person, lists: HomeLists, reading: Reading): readonly Section[] => {
  const { sections, empty } = speak(reading).t.home
  const customer = orgName(reading.directory, person.org, reading.language)
  const { mine = [], open } = lists
  const own = {
    title: sections.reported,
    all: allOf('open', true),
    empty: empty.reported,
    rows: soonest(mine.filter(isOpen)),
    ...table(reading, true),
  }
  const others = {
    all: allOf('open'),
    title: sections.others(customer),
    empty: empty.others(customer),
  }
  return [
    waiting(lists, reading),
    own,
    ...(open === undefined ? [] : [{ ...others, rows: soonest(open), ...table(reading, true) }]),
  ]
}

const ofSupplier = (lists: HomeLists, reading: Reading): readonly Section[] => {
  const { sections, empty } = speak(reading).t.home
  const { mine = [], unclaimed, risk } = lists
  // Who leads and does not solve tickets is not told so every day.
  const owned = unclaimed === undefined ? {} : { empty: empty.owned }
  return [
    waiting(lists, reading),
    ...(risk === undefined
      ? []
      : [
          escalated(lists, reading),
          {
            title: sections.risk,
            pressing: true as const,
            all: allOf('at_risk'),
            empty: empty.risk,
            rows: soonest(risk),
            ...table(reading, true),
          },
        ]),
    {
      title: sections.owned,
      all: allOf('open', true),
      ...owned,
      rows: soonest(mine),
      ...table(reading, false),
    },
    ...(unclaimed === undefined
      ? []
      : [
          {
            title: sections.unclaimed,
            all: allOf('unclaimed'),
            empty: empty.unclaimed,
            rows: soonest(unclaimed),
            ...table(reading, false),
          },
        ]),
  ]
}

/** The parts of a person's page, the most pressing first. A ticket belongs to the first part that lists it. */
export const homeSections = (person: Person, lists: HomeLists, reading: Reading): readonly Section[] =>
  person.side === 'customer' ? ofCustomer(person, lists, reading) : ofSupplier(lists, reading)
