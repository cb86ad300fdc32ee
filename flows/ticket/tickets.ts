import { type Context, defineFlow, type Step } from '../../src/chat/flow.ts'
import { groupsOf, type ListQuery } from '../../src/domain/list/list-query.ts'
import { seesAll } from '../../src/domain/list/overview.ts'
import type { Person } from '../../src/domain/people/directory.ts'
import { managing } from '../../src/domain/people/managing.ts'
import { asksForList } from '../shared/asks-for-list.ts'
import { listed, listRead } from '../shared/listed.ts'
import { either } from '../shared/who.ts'

const leads = ({ roles }: Person): boolean => roles.some((role) => managing.includes(role))

/** Whose are meant where nobody said so: what somebody looks after, of an engineer's bare question what is theirs. */
const whose = (query: ListQuery, person: Person, isBare: boolean): ListQuery => {
  if (query.person !== undefined || query.customer !== undefined || groupsOf(query).includes('queue'))
    return query
  const isOwn = isBare
    ? !(leads(person) || (person.side === 'customer' && seesAll(person)))
    : !seesAll(person)
  return isOwn ? { ...query, person: 'me' } : query
}

/** A list by words of any order; `first` is asked for whatever else is said. */
export const listOf = (context: Context, first: Partial<ListQuery> = {}): Step => {
  const read = listRead(context, context.words)
  const { groups, ...others } = first
  const query = { ...read.query, ...others, groups: [...(groups ?? []), ...read.query.groups] }
  const isBare = read.understood === 0 && read.unknown.length === 0 && Object.keys(first).length === 0
  return listed(context, whose(query, context.person, isBare), read)
}

/** A list that a button or an address leads to: by its words, as a table where these begin so. */
const listAgain = (context: Context, choice: string): Step => {
  const asTable = choice === 'table' || choice.startsWith('table ')
  const read = listRead(context, asTable ? choice.slice('table'.length) : choice)
  const isBare = read.understood === 0 && read.unknown.length === 0
  return listed(
    context,
    asTable && isBare ? whose(read.query, context.person, true) : read.query,
    read,
    asTable,
  )
}

/** Tickets by status, priority, person, customer, category, time and words, in any order: `tickets open P1 王芳`. */
export const tickets = defineFlow({
  name: 'tickets',
  opensWith: {
    en: ['tickets', 'list', 'list tickets', 'all tickets'],
    'zh-CN': ['列表', '事件列表', '工单列表', '所有工单'],
  },
  about: 'nothing',
  takes: asksForList,
  may: either,
  help: (t) => t.flows.help.tickets,
  begin: (context) => (context.choice === undefined ? listOf(context) : listAgain(context, context.choice)),
})
