import type { Agreement } from '../domain/agreement/agreement.ts'
import { opensLast } from '../domain/calendar/check-calendar.ts'
import { plain } from '../domain/words/plain.ts'
import { complete } from './fields.ts'
import type { Drafts, Finding } from './finding.ts'
import { emptyRoles, emptyTiers } from './warn-ladder.ts'

/** Years an agreement runs into that its calendars do not know the holidays of. */
const unknownYears = ({ validFrom, validTo, calendars, id }: Agreement): readonly Finding[] =>
  Object.values(calendars).flatMap(({ id: calendar, dates = {} }) => {
    const known = new Set(Object.keys(dates).map((date) => date.slice(0, 4)))
    const years = Array.from({ length: 11 }, (_, index) => String(Number(validFrom.slice(0, 4)) + index))
    const unknown = years.filter((year) => year <= validTo.slice(0, 4) && !known.has(year))
    return known.size === 0 || unknown.length === 0
      ? []
      : [
          {
            at: ['agreements', id] as const,
            reason: `it runs into ${unknown.join(', ')}, and calendar ${calendar} has no holidays of then`,
            fix: 'add them to the calendar, in a new version of the agreement, once they are published',
          },
        ]
  })

/** Calendars that close for good while the agreement still holds. */
const closedWithin = ({ validTo, calendars, id }: Agreement): readonly Finding[] =>
  Object.values(calendars).flatMap((calendar): readonly Finding[] => {
    const last = opensLast(calendar)
    return last === undefined || last >= validTo
      ? []
      : [
          {
            at: ['agreements', id],
            reason: `calendar ${calendar.id} opens for the last time on ${last}: what is still promised on it then never comes due`,
            fix: 'give the calendar hours by day of the week, or let the agreement end with it',
          },
        ]
  })

const unreachable = ({ people, customers, agreements }: Drafts): readonly Finding[] => [
  ...[...people]
    .filter(([, { accounts = [] }]) => accounts.length === 0)
    .map(
      ([id]): Finding => ({
        at: ['people', id],
        reason: 'no account is stated: this person can neither be told nor act',
        fix: 'write e.g. `accounts: [{ platform: web, user: li }]`',
      }),
    ),
  ...[...customers.keys()]
    .filter((id) => [...agreements.values()].every(({ customer }) => customer !== id))
    .map(
      (id): Finding => ({
        at: ['customers', id],
        reason: 'no agreement is stated: unless an earlier one still holds, its reports are turned away',
        fix: 'add one under `agreements`',
      }),
    ),
]

/** Customers that people cannot tell apart where they choose one, confirm a link or read whose ticket it is. */
const alike = ({ customers }: Drafts): readonly Finding[] => {
  const first = new Map<string, string>()
  return [...customers].flatMap(([id, { name = '', supplier }]): readonly Finding[] => {
    const called = JSON.stringify([supplier, plain(name).text])
    const other = first.get(called)
    if (other === undefined) {
      first.set(called, id)
      return []
    }
    return [
      {
        at: ['customers', id],
        reason: `it is called the same as ${other}: people cannot tell the two apart`,
        fix: 'add to one of the names what tells them apart, e.g. the place',
      },
    ]
  })
}

/** What is not wrong but will be missed one day. */
export const warn = (drafts: Drafts): readonly Finding[] => {
  const agreements = [...drafts.agreements.values()].flatMap((draft) => complete(draft) ?? [])
  return [
    ...agreements.flatMap((agreement) => emptyRoles(drafts, agreement)),
    ...emptyTiers(drafts),
    ...agreements.flatMap(unknownYears),
    ...agreements.flatMap(closedWithin),
    ...unreachable(drafts),
    ...alike(drafts),
  ]
}
