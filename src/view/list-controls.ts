import type { ListFilter, ListView } from '../chat/list-view.ts'
import { priorities } from '../domain/agreement/matrix.ts'
import { day } from '../domain/calendar/units.ts'
import type { FoundList } from '../domain/list/found-list.ts'
import { firstPage, type Group, groupsOf, type ListQuery, sortOf, sorts } from '../domain/list/list-query.ts'
import { periods } from '../domain/list/period.ts'
import { writeList } from '../domain/list/written-list.ts'
import type { Person } from '../domain/people/directory.ts'
import { categories } from '../domain/ticket/suggest/categories.ts'
import { groupWord, limitsOf } from './list-words.ts'
import { type Reading, speak } from './reading.ts'

/** More people than this are asked for by name. */
const mostPeople = 100
const ages = [3 * day, 7 * day, 30 * day]

/** The query without some of its limits. */
const without = (query: ListQuery, ...fields: readonly string[]): ListQuery => {
  const { groups, priorities: levels, ...others } = query
  const kept = Object.entries(others).filter(([field]) => !fields.includes(field))
  return { ...Object.fromEntries(kept), groups, priorities: levels }
}

type Option = { readonly label: string; readonly query: ListQuery }

const groupsFor = ({ side }: Person): readonly Group[] => [
  ...(['all', 'open'] as const),
  ...(side === 'supplier' ? (['queue', 'unclaimed'] as const) : []),
  ...(['in_progress', 'waiting_for_supplier', 'waiting_for_customer', 'at_risk', 'overdue'] as const),
  ...(['escalated', 'to_acknowledge', 'resolved', 'closed', 'cancelled'] as const),
]

/** The options of one filter; what is asked for and is none of them is one more. */
const filter = (
  name: string,
  label: string,
  options: readonly Option[],
  query: ListQuery,
  asked: string,
): ListFilter => {
  const now = writeList(query)
  const written = options.map((option) => ({ label: option.label, words: writeList(option.query) }))
  const known = written.some(({ words }) => words === now)
    ? written
    : [{ label: asked, words: now }, ...written]
  return {
    name,
    label,
    options: known.map((option) => (option.words === now ? { ...option, chosen: true } : option)),
  }
}

/** Everybody whose tickets the reader may ask for: their own organisation's people. */
const peopleOf = (person: Person, { directory }: Reading): readonly Person[] =>
  Object.values(directory.people)
    .filter(({ org, side, id }) => org === person.org && side === person.side && id !== person.id)
    .slice(0, mostPeople)

/** The filters of a list as a table has them, each option with the words of the list it leads to. */
export const listControls = (
  asked: ListQuery,
  found: FoundList<unknown>,
  person: Person,
  reading: Reading,
): NonNullable<ListView['controls']> => {
  const { t } = speak(reading)
  const words = t.lists.filters
  // A filter says what it asks for, so that the address tells it too.
  const query: ListQuery = { ...firstPage(asked), groups: groupsOf(asked) }
  const textless = without(query, 'text')
  const anytime = without(query, 'period', 'older', 'newer')
  const unsorted = without(query, 'sort')
  const labels = limitsOf(query, reading).map(({ label }) => label)
  const current = labels.join(' · ')
  const customers = Object.values(reading.directory.customers)
  const usual = sortOf(unsorted)
  const make = (name: keyof typeof words, options: readonly Option[], or = current) =>
    filter(name, words[name], options, query, or)
  return {
    label: words.label,
    filters: [
      make(
        'status',
        groupsFor(person).map((group) => ({
          label: group === 'all' ? words.any : groupWord(group, reading),
          query: { ...query, groups: [group] },
        })),
        query.groups.map((group) => groupWord(group, reading)).join(' + '),
      ),
      make(
        'priority',
        [
          { label: words.any, query: { ...query, priorities: [] } },
          ...priorities.map((priority) => ({
            label: t.ticket.priorities[priority],
            query: { ...query, priorities: [priority] },
          })),
          { label: 'P1 + P2', query: { ...query, priorities: ['P1', 'P2'] as const } },
        ],
        query.priorities.join(' + '),
      ),
      ...(person.side === 'supplier' && customers.length > 1
        ? [
            make('customer', [
              { label: words.any, query: without(query, 'customer') },
              ...customers.map(({ id, name }) => ({ label: name, query: { ...query, customer: id } })),
            ]),
          ]
        : []),
      make('person', [
        { label: words.any, query: without(query, 'person') },
        { label: t.lists.yours, query: { ...query, person: 'me' } },
        ...peopleOf(person, reading).map(({ id, name }) => ({
          label: name,
          query: { ...query, person: id },
        })),
      ]),
      make('category', [
        { label: words.any, query: without(query, 'category') },
        ...categories.map((category) => ({
          label: t.ticket.category(category),
          query: { ...query, category },
        })),
      ]),
      make('time', [
        { label: words.any, query: anytime },
        ...periods.map((period) => ({ label: t.lists.periods[period], query: { ...anytime, period } })),
        ...ages.map((older) => ({
          label: t.lists.older(t.lists.age.days(older / day)),
          query: { ...anytime, older },
        })),
      ]),
      make(
        'sort',
        sorts.map((sort) => ({
          label: t.lists.sorts[sort],
          query: sort === usual ? unsorted : { ...query, sort },
        })),
      ),
    ],
    search: { label: words.search, text: asked.text ?? '', words: writeList(textless) },
    ...(found.before === undefined ? {} : { previous: writeList({ ...query, cursor: found.before }) }),
    ...(found.after === undefined ? {} : { next: writeList({ ...query, cursor: found.after }) }),
  }
}
