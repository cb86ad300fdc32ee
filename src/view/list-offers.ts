import type { Button } from '../chat/card.ts'
import type { ListedRow } from '../chat/line.ts'
import type { FoundList } from '../domain/list/found-list.ts'
import { firstPage, groupsOf, type ListQuery } from '../domain/list/list-query.ts'
import { seesAll } from '../domain/list/overview.ts'
import { writeList } from '../domain/list/written-list.ts'
import type { Person } from '../domain/people/directory.ts'
import { limitsOf } from './list-words.ts'
import { type Reading, speak } from './reading.ts'

/** So many further filters are offered, beside the pages. */
const most = 4

/** A button that opens a list. */
export const toList = (label: string, query: ListQuery, style: Button['style'] = 'normal'): Button => ({
  label,
  style,
  press: { flow: 'tickets', choice: writeList(query) },
})

/** The pages beside this one, the next one first: it is what one goes on with. */
const pages = (
  { before, after }: FoundList<ListedRow>,
  query: ListQuery,
  reading: Reading,
): readonly Button[] => {
  const { buttons } = speak(reading).t.lists
  return [
    ...(after === undefined ? [] : [toList(buttons.next, { ...query, cursor: after }, 'primary')]),
    ...(before === undefined ? [] : [toList(buttons.previous, { ...query, cursor: before })]),
  ]
}

const isPressing = ({ index: { priority } }: ListedRow): boolean => priority === 'P1' || priority === 'P2'

/** What would be asked next of a list that holds something. */
const narrower = (
  found: FoundList<ListedRow>,
  query: ListQuery,
  person: Person,
  reading: Reading,
): readonly Button[] => {
  const { buttons } = speak(reading).t.lists
  const said = groupsOf(query)
  const isOpen = said.length === 1 && said[0] === 'open'
  const pressing = found.rows.filter(isPressing).length
  const isMixed = query.priorities.length === 0 && pressing > 0 && pressing < found.rows.length
  const { person: whose, ...everybody } = query
  return [
    ...(said.includes('all') ? [toList(buttons.open, { ...query, groups: ['open'] })] : []),
    ...(isOpen ? [toList(buttons.at_risk, { ...query, groups: ['at_risk'] })] : []),
    ...(isMixed ? [toList(buttons.urgent, { ...query, priorities: ['P1', 'P2'] })] : []),
    ...(whose === 'me' && seesAll(person) ? [toList(buttons.everybody, everybody)] : []),
    ...(whose === undefined && !said.includes('queue')
      ? [toList(buttons.mine, { ...query, person: 'me' })]
      : []),
    ...(isOpen
      ? [toList(buttons.closedThisMonth, { ...query, groups: ['closed'], period: 'this_month' })]
      : []),
  ]
}

/** What would be dropped of a query that nothing fits. */
const wider = (query: ListQuery, person: Person, reading: Reading): readonly Button[] => {
  const { buttons } = speak(reading).t.lists
  const isOpen = !groupsOf(query).some((group) => ['all', 'closed', 'ended', 'cancelled'].includes(group))
  return [
    ...limitsOf(query, reading).map(({ quoted, without }) =>
      query.person === 'me' && without.person === undefined && seesAll(person)
        ? toList(buttons.everybody, without)
        : toList(buttons.without(quoted), without),
    ),
    ...(isOpen ? [toList(buttons.ended, { ...query, groups: ['all'] })] : []),
  ]
}

/** The buttons of a list: its other pages, then what would be asked next, or, where nothing fits, what may be dropped. */
export const listOffers = (
  found: FoundList<ListedRow>,
  query: ListQuery,
  person: Person,
  reading: Reading,
): readonly Button[] => {
  const first = firstPage(query)
  const others =
    found.rows.length === 0 ? wider(first, person, reading) : narrower(found, first, person, reading)
  return [...pages(found, first, reading), ...others.slice(0, most)]
}
