import type { Work } from '../../domain/agreement/work.ts'
import type { Group, Sort } from '../../domain/list/list-query.ts'
import type { Period } from '../../domain/list/period.ts'

type Words<Key extends string> = { readonly [key in Key]: string }

const groups: Words<Group> = {
  open: 'open',
  unclaimed: 'not taken yet',
  queue: 'to take or yours',
  new: 'new',
  in_progress: 'in progress',
  on_hold: 'on hold',
  resolved: 'awaiting agreement',
  waiting_for_customer: 'waiting for the customer',
  waiting_for_supplier: 'waiting for the supplier',
  at_risk: 'at risk',
  overdue: 'overdue',
  escalated: 'escalated',
  to_acknowledge: 'for you to acknowledge',
  closed: 'closed',
  cancelled: 'cancelled',
  ended: 'closed or cancelled',
  all: 'tickets',
}
const periods: Words<Period> = {
  today: 'today',
  yesterday: 'yesterday',
  this_week: 'this week',
  last_week: 'last week',
  this_month: 'this month',
  last_month: 'last month',
  this_year: 'this year',
}
const works: Words<Work> = { incident: 'incidents', service_request: 'requests' }
const sorts: Words<Sort> = {
  due: 'least time left first',
  priority: 'most pressing first',
  newest: 'newest first',
  oldest: 'oldest first',
}

/** Lists of tickets: what was asked for, how many there are, and how to ask for less or more. */
export const lists = {
  groups,
  /** The two that depend on whose side reads. */
  waits: {
    customer: {
      waiting_for_customer: 'waiting for your side',
      waiting_for_supplier: 'waiting for the supplier',
    },
    supplier: { waiting_for_customer: 'waiting for the customer', waiting_for_supplier: 'waiting for us' },
  },
  periods,
  works,
  sorts,
  counted: (count: string, groups: string) =>
    count === '1' && groups === 'tickets' ? '1 ticket' : `${count} ${groups}`,
  more: (count: number) => `more than ${count}`,
  yours: 'yours',
  met: 'every promise kept',
  missed: 'a promise missed',
  older: (amount: string) => `older than ${amount}`,
  newer: (amount: string) => `the last ${amount}`,
  age: { days: (count: number) => (count === 1 ? '1 day' : `${count} days`) },
  quoted: (text: string) => `“${text}”`,
  page: (from: number, to: number, of: string) => `${from} to ${to} of ${of}`,
  some: (shown: number, of: string) => `${shown} of ${of} here`,
  empty: 'Nothing found',
  fitsNot: (filters: string) => `No ticket fits: ${filters}.`,
  mentionsNot: (text: string, filters: string) =>
    filters === '' ? `No ticket mentions ${text}.` : `No ticket mentions ${text} among: ${filters}.`,
  noneToChoose: 'There is none of yours to choose from. Say its number, or look through all that are open.',
  none: 'There is no ticket yet.',
  noneOfYours: (groups: string) =>
    groups === '' ? 'You have no ticket yet.' : `None of your tickets is ${groups}.`,
  otherWords: 'Try another word, or fewer.',
  fewerLimits: 'Leave a limit out to see more.',
  quiet: 'Nothing here. All is quiet.',
  unknown: (words: string) => `I did not understand ${words}, so it limits nothing here.`,
  how: 'You can ask by status, priority, person, customer, category and time, in any order: “tickets open P1 Li Wei older 3d”, “find printer”.',
  whose: (name: string) => `Several are called “${name}”. Whom do you mean?`,
  /** Of a customer, beside people. */
  allOf: (customer: string) => `all of ${customer}`,
  buttons: {
    next: 'Next page',
    previous: 'Previous page',
    search: (text: string) => `Search for “${text}”`,
    without: (quoted: string) => `Without ${quoted}`,
    ended: 'Closed ones too',
    open: 'Open ones only',
    at_risk: 'At risk',
    urgent: 'P1 and P2 only',
    mine: 'Mine only',
    everybody: 'Everybody’s',
    closedThisMonth: 'Closed this month',
    seeAll: 'See all',
  },
  columns: {
    ticket: 'Ticket',
    what: 'What',
    status: 'Status',
    next: 'Who is next',
    due: 'Due',
  },
  filters: {
    label: 'Filter the list',
    status: 'Status',
    priority: 'Priority',
    person: 'Person',
    customer: 'Customer',
    category: 'Category',
    time: 'Time',
    sort: 'Order',
    any: 'any',
    search: 'Search in number, title and report',
  },
  /** Who must act next on a ticket. */
  next: {
    you: 'you',
    ofYours: (who: string) => `${who} (your side)`,
    of: (who: string, org: string) => `${who} (${org})`,
    orOthers: (names: readonly string[]) => `${names.join(', ')} or others`,
    take: (who: string) => `waits for ${who} to take it`,
    solve: (who: string) => `${who} is on it`,
    youSolve: 'you are on it',
    answer: (who: string) => `waits for ${who} to answer`,
    decide: (who: string) => `waits for ${who} to approve or refuse`,
    consent: (who: string) => `waits for ${who} to say whether it is solved`,
    otherWork: (who: string, work: string) => `waiting for ${who} to say whether it is ${work}`,
    merge: (who: string, master: string) => `waits for ${who} to say whether it is the same as ${master}`,
    lower: (who: string, priority: string) => `waits for ${who} to agree to ${priority}`,
    confirm: (who: string) => `waits for ${who} to confirm the closing`,
  },
  overview: {
    title: (org: string) => `${org} now`,
    mine: 'Your tickets now',
    all: 'All customers now',
    columns: ['Now', 'Tickets'],
    open: 'Open',
    waitsForYourSide: 'Waiting for your side',
    waitsForSupplier: 'Waiting for the supplier',
    atRisk: 'At risk',
    toAcknowledge: 'Escalations for you to acknowledge',
    reported: 'Reported this month',
    closed: 'Closed this month',
    met: (met: number, closed: number) => `${closed}, every promise kept in ${met}`,
    perCustomer: ['Customer', 'Open', 'Waiting for us', 'Waiting for the customer', 'At risk', 'This month'],
    month: (reported: number, closed: number, met: number) =>
      `${reported} reported, ${closed} closed, ${met} with every promise kept`,
    total: 'All customers',
    many: 'and many more',
    rest: (count: number) => (count === 1 ? 'and 1 more' : `and ${count} more`),
  },
}
