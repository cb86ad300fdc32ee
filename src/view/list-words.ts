import { day } from '../domain/calendar/units.ts'
import { type Group, groupsOf, type ListQuery } from '../domain/list/list-query.ts'
import { orgName } from './org-name.ts'
import { nameOf, type Reading, speak } from './reading.ts'

/** One limit of a query in words, the same in quotation marks, and the query without it. */
type Limit = { readonly label: string; readonly quoted: string; readonly without: ListQuery }

/** How long, in whole days where it is some. */
const ageWords = (age: number, reading: Reading): string => {
  const { t, duration } = speak(reading)
  return age % day === 0 ? t.lists.age.days(age / day) : duration(age)
}

/** How a group is called: two of them by whose side reads along. */
export const groupWord = (group: Group, reading: Reading): string => {
  const { lists } = speak(reading).t
  return group === 'waiting_for_customer' || group === 'waiting_for_supplier'
    ? lists.waits[reading.audience][group]
    : lists.groups[group]
}

/** The groups of a query, as one word. */
export const groupWords = (query: ListQuery, reading: Reading): string =>
  groupsOf(query)
    .map((group) => groupWord(group, reading))
    .join(' + ')

/** What limits a query beside its groups, each in a word or three, in the order of a sentence. */
export const limitsOf = (query: ListQuery, reading: Reading): readonly Limit[] => {
  const { t } = speak(reading)
  const { lists } = t
  const { priorities, person, customer, category, work, promises, period, older, newer, text, ...others } =
    query
  const all = { ...others, priorities: [] }
  const fields = { person, customer, category, work, promises, period, older, newer, text }
  const known = Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined))
  const without = (field: keyof typeof fields): ListQuery => {
    const { [field]: _, ...rest } = known
    return { ...all, priorities, ...rest }
  }
  const limit = (label: string, rest: ListQuery): Limit => ({
    label,
    quoted: lists.quoted(label),
    without: rest,
  })
  return [
    ...(priorities.length === 0 ? [] : [limit(priorities.join(' + '), { ...all, ...known })]),
    ...(customer === undefined
      ? []
      : [limit(orgName(reading.directory, customer, reading.language), without('customer'))]),
    ...(person === undefined
      ? []
      : [limit(person === 'me' ? lists.yours : nameOf(reading.directory, person), without('person'))]),
    ...(category === undefined ? [] : [limit(t.ticket.category(category), without('category'))]),
    ...(work === undefined ? [] : [limit(lists.works[work], without('work'))]),
    ...(promises === undefined ? [] : [limit(lists[promises], without('promises'))]),
    ...(period === undefined ? [] : [limit(lists.periods[period], without('period'))]),
    ...(older === undefined ? [] : [limit(lists.older(ageWords(older, reading)), without('older'))]),
    ...(newer === undefined ? [] : [limit(lists.newer(ageWords(newer, reading)), without('newer'))]),
    // What was typed stands in quotation marks already.
    ...(text === undefined
      ? []
      : [{ ...limit(lists.quoted(text), without('text')), quoted: lists.quoted(text) }]),
  ]
}

/** What is said where nothing fits a query: what was looked for, among which, and what to try instead. */
export const emptyWords = (query: ListQuery, reading: Reading): string => {
  const { lists, common } = speak(reading).t
  const { text, ...others } = query
  const groups = groupsOf(query)
  const limits = limitsOf(others, reading).map(({ label }) => label)
  const stands = groups.includes('all') ? '' : groupWords(query, reading)
  const among = common.row([...(stands === '' ? [] : [stands]), ...limits])
  if (text !== undefined)
    return common.sentences([lists.mentionsNot(lists.quoted(text), among), lists.otherWords])
  if (limits.length === 1 && query.person === 'me') return lists.noneOfYours(stands)
  if (limits.length > 0) return common.sentences([lists.fitsNot(among), lists.fewerLimits])
  if (stands === '') return lists.none
  return groups.every((group) => group === 'open') ? lists.quiet : lists.fitsNot(among)
}
