import type { HomeList } from '../chat/line.ts'
import type { Instant } from '../domain/calendar/calendar.ts'
import { hour } from '../domain/calendar/units.ts'
import type { Person } from '../domain/people/directory.ts'
import { managing } from '../domain/people/managing.ts'

const kind = 'ticket'

const waitingFor = (...words: readonly string[]): readonly HomeList[] =>
  words.map((word) => ['waiting', { kind, list: 'waiting', for: word }])

/** Whom the customer's tickets concern that others reported. */
const oversees = ['contact', 'it_manager', 'executive']

/** Which tickets are read for a person's page, by their roles: somebody with several roles gets the parts of each. */
export const ticketHome = ({ side, roles }: Person, now: Instant): readonly HomeList[] => {
  const mine = ['mine', { kind, list: 'mine' }] as const
  if (side === 'customer')
    return [
      ...waitingFor('consent', 'answer', 'downgrade', 'merge', 'acknowledgement'),
      mine,
      ...(roles.some((role) => oversees.includes(role)) ? [['open', { kind, list: 'open' }] as const] : []),
    ]
  const leads = roles.some((role) => managing.includes(role))
  return [
    ...waitingFor('acknowledgement', 'confirmation'),
    mine,
    ...(leads ? [['risk', { kind, list: 'at_risk', before: now + hour }] as const] : []),
    ...(!leads || roles.includes('engineer') ? [['unclaimed', { kind, list: 'unclaimed' }] as const] : []),
  ]
}
