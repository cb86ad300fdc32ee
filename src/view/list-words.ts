import { day } from '../domain/calendar/units.ts'
import { type Group, groupsOf, type ListQuery } from '../domain/list/list-query.ts'
import { orgName } from './org-name.ts'
import { nameOf, type Reading, speak } from './reading.ts'

/** One limit of a query in words, and the query without it. */
export type Limit = { readonly label: string; readonly without: ListQuery }

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
  return [
    ...(priorities.length === 0 ? [] : [{ label: priorities.join(' + '), without: { ...all, ...known } }]),
    ...(customer === undefined
      ? []
      : [{ label: orgName(reading.directory, customer), without: without('customer') }]),
    ...(person === undefined
      ? []
      : [
          {
            label: person === 'me' ? lists.yours : nameOf(reading.directory, person),
            without: without('person'),
          },
        ]),
    ...(category === undefined ? [] : [{ label: t.ticket.category(category), without: without('category') }]),
    ...(work === undefined ? [] : [{ label: lists.works[work], without: without('work') }]),
    ...(promises === undefined ? [] : [{ label: lists[promises], without: without('promises') }]),
    ...(period === undefined ? [] : [{ label: lists.periods[period], without: without('period') }]),
    ...(older === undefined
      ? []
      : [{ label: lists.older(ageWords(older, reading)), without: without('older') }]),
    ...(newer === undefined
      ? []
      : [{ label: lists.newer(ageWords(newer, reading)), without: without('newer') }]),
    ...(text === undefined ? [] : [{ label: lists.quoted(text), without: without('text') }]),
  ]
}

/** What was asked for, without how many there are: `open · P1 · Huaxin`. */
export const askedWords = (query: ListQuery, reading: Reading): string =>
  speak(reading).t.common.row([
    groupWords(query, reading),
    ...limitsOf(query, reading).map(({ label }) => label),
  ])
