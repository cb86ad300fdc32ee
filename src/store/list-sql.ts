import type { Reader } from '../domain/item/reading.ts'
import type { AskedList } from '../domain/list/asked-list.ts'
import type { Group, Sort } from '../domain/list/list-query.ts'
import { fold } from '../domain/words/fold.ts'

/** Keeps a value of a statement and gives the place that stands for it. */
export type Put = (value: unknown) => string

/** An escalation waits for this person's word: the column says that it waits for anybody's, the state for whose. */
export const asksOf = (person: string): string => `case when i.waiting_for @> '{acknowledgement}'
  then jsonb_path_exists(i.state, '$.escalations[*].waitingFor[*] ? (@ == $who)', jsonb_build_object('who', ${person}::text))
  else false end`

const asksCustomer = `i.waiting_for && '{consent,answer,downgrade,merge}'`

const groupSql = (group: Group, { now, soon }: AskedList, reader: Reader, put: Put): string => {
  switch (group) {
    case 'open':
      return 'i.open'
    case 'unclaimed':
      return 'i.open and i.assignee is null'
    case 'queue':
      return `i.open and (i.assignee is null or i.assignee = ${put(reader.person)})`
    case 'new':
    case 'in_progress':
    case 'on_hold':
    case 'resolved':
      return `i.open and i.status = ${put(group)}`
    case 'waiting_for_customer':
      return `i.open and ${asksCustomer}`
    case 'waiting_for_supplier':
      return `i.open and not (${asksCustomer})`
    case 'at_risk':
      return `i.open and (i.due_at <= ${put(soon)} or i.waiting_for @> '{acknowledgement}')`
    case 'overdue':
      return `i.open and i.due_at <= ${put(now)}`
    case 'escalated':
      return `i.open and i.waiting_for @> '{acknowledgement}'`
    case 'to_acknowledge':
      return `i.open and ${asksOf(put(reader.person))}`
    case 'closed':
    case 'cancelled':
      return `not i.open and i.status = ${put(group)}`
    case 'ended':
      return 'not i.open'
    case 'all':
      return 'true'
  }
}

const ended: readonly Group[] = ['closed', 'cancelled', 'ended']

/** Said once more for all groups together, so that an index of what is open, or of what is not, is used. */
const shared = ({ groups }: AskedList): readonly string[] => {
  if (groups.includes('all')) return []
  const areEnded = groups.map((group) => ended.includes(group))
  if (areEnded.every((isEnded) => isEnded)) return ['not i.open']
  return areEnded.some((isEnded) => isEnded) ? [] : ['i.open']
}

const within = (column: string, { from, to }: AskedList['reported'], put: Put): readonly string[] => [
  ...(from === undefined ? [] : [`${column} >= ${put(from)}`]),
  ...(to === undefined ? [] : [`${column} < ${put(to)}`]),
]

/**
 * As it was typed or in simplified characters. The organisation's own word is one of those sought: nothing of another one is
 * looked through.
 */
const textSql = (text: string, { side, org }: Reader, put: Put): string => {
  const own = put(`'=${side.slice(0, 1)}/${org.replaceAll("'", "''").replaceAll('\\', '\\\\')}'`)
  const any = [...new Set([text.toLowerCase(), fold(text)])].map((said) => {
    const words = `words_sought(${put(said)}::text)`
    return `(cardinality(${words}) > 0 and w.words @@ array_to_string(${words} || ${own}::text, ' & ')::tsquery)`
  })
  return `exists (select from item_words w where w.item = i.id and (${any.join(' or ')}))`
}

/** What a list asks of each row, beside the reader's scope. */
export const conditionSql = (asked: AskedList, reader: Reader, put: Put): string => {
  const { groups, priorities, owner, reporter, customer, category, work, missed, reported, text } = asked
  const any = groups.map((group) => `(${groupSql(group, asked, reader, put)})`)
  return [
    ...shared(asked),
    `(${any.join(' or ')})`,
    ...(priorities.length === 0 ? [] : [`i.priority = any (${put(priorities)}::text[])`]),
    ...(owner === undefined ? [] : [`i.assignee = ${put(owner)}`]),
    ...(reporter === undefined ? [] : [`i.reporter = ${put(reporter)}`]),
    ...(customer === undefined ? [] : [`i.customer = ${put(customer)}`]),
    ...(category === undefined ? [] : [`i.category = ${put(category)}`]),
    ...(work === undefined ? [] : [`coalesce(i.state->>'work', 'incident') = ${put(work)}`]),
    ...(missed === undefined ? [] : [`i.missed = ${put(missed)}`]),
    ...within('i.reported_at', reported, put),
    ...within('i.ended_at', asked.ended, put),
    ...(text === undefined ? [] : [textSql(text, reader, put)]),
  ].join(' and ')
}

/** An order: what a row stands by, and which way; rows without it stand last, or first where all is turned round. */
export type Order = { readonly key: string; readonly type: 'bigint' | 'text'; readonly down: boolean }

/** What each order stands by. `turned`: it is read from its end. */
export const orderOf = ({
  sort,
  groups,
}: Pick<AskedList, 'groups'> & { readonly sort: Sort }): Order & { readonly turned: boolean } => {
  const areEnded = groups.every((group) => ended.includes(group))
  const time = areEnded ? 'i.ended_at' : 'i.reported_at'
  switch (sort) {
    case 'due':
      return { key: 'i.due_at', type: 'bigint', down: false, turned: false }
    case 'priority':
      return {
        key: `i.priority || lpad(coalesce(i.due_at, 9999999999999)::text, 13, '0')`,
        type: 'text',
        down: false,
        turned: false,
      }
    case 'newest':
      return { key: time, type: 'bigint', down: true, turned: false }
    case 'oldest':
      return { key: time, type: 'bigint', down: true, turned: true }
  }
}
