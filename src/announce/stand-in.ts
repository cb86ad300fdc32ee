import type { Instant } from '../domain/calendar/calendar.ts'
import type { Recipient } from '../domain/escalation/policy.ts'
import type { Directory } from '../domain/people/directory.ts'
import { zoneOf } from '../domain/people/find.ts'
import { membersOf } from '../domain/people/members.ts'
import type { TicketPeople } from '../domain/people/roles.ts'
import { reach } from '../domain/people/roles.ts'
import { customerRoles, supplierRoles } from '../domain/people/sides.ts'
import type { Notice } from '../store/change.ts'
import { texts } from '../text/texts.ts'
import { unreached } from './unreached.ts'

/** Whose stand-ins are looked for. A reporter who is there and cannot be reached is stood in for by the contacts alone. */
const recipientOf = ({ side, role }: Pick<Notice, 'side' | 'role'>): Recipient => {
  const supplier = supplierRoles.find((known) => known === role)
  const customer = customerRoles.find((known) => known === role && known !== 'reporter')
  return side === 'supplier' ? { side, role: supplier ?? 'team_lead' } : { side, role: customer ?? 'contact' }
}

/** A stand-in reads for whom it was, so that they know why it comes to them. */
const saysForWhom = (
  { card, brief, to, language }: Notice,
  { reporter }: TicketPeople,
  { people }: Directory,
): Pick<Notice, 'card' | 'brief'> => {
  const id = to.kind === 'person' ? to.person : to.kind === 'report_thread' ? reporter : undefined
  const name = id !== undefined && Object.hasOwn(people, id) ? people[id]?.name : id
  if (name === undefined) return { card }
  const note = { type: 'note', text: texts(language).notices.insteadOf(name) } as const
  const withNote = (one: Notice['card']): Notice['card'] => ({ ...one, blocks: [...one.blocks, note] })
  return { card: withNote(card), ...(brief === undefined ? {} : { brief: withNote(brief) }) }
}

/**
 * Who hears instead of a person or a thread that could not be reached: the others of the role, else the next level (T19).
 * A customer's notice stays with the customer; when nobody is left there, the supplier's project manager is told so. Each
 * stand-in is asked once; when nobody at all is left the notice has failed.
 */
export const standIns = (
  notice: Notice,
  ticket: TicketPeople,
  directory: Directory,
  at: Instant,
): readonly Notice[] => {
  const [origin = notice.key, ...asked] = notice.key.split('~')
  const { to } = notice
  const tried = new Set(to.kind === 'person' ? [...asked, to.person] : asked)
  const without: Directory = {
    ...directory,
    people: Object.fromEntries(Object.entries(directory.people).filter(([id]) => !tried.has(id))),
  }
  const fromThread =
    to.kind === 'report_thread' ? membersOf(without, ticket, 'customer', [ticket.reporter]) : []
  const [id] = [...fromThread, ...reach(without, ticket, [recipientOf(notice)], at).to]
  const heir = id === undefined ? undefined : directory.people[id]
  if (heir === undefined) return []
  const key = [origin, ...tried, heir.id].join('~')
  if (heir.side !== notice.side) {
    // What is meant for the supplier alone is no customer's to read, whoever is left.
    if (heir.side === 'customer') return []
    const meantFor = to.kind === 'person' ? to.person : ticket.reporter
    return [{ key, ...unreached(notice, directory.people[meantFor]?.name ?? meantFor, heir, directory) }]
  }
  const { guard, ...rest } = notice
  const said = asked.length > 0 ? {} : saysForWhom(notice, ticket, directory)
  // A guard of an acknowledgement names the person who is away; the stand-in is told all the same.
  const lasting = guard === undefined || guard.startsWith('escalation:') ? {} : { guard }
  return [
    {
      ...rest,
      ...lasting,
      ...said,
      key,
      to: { kind: 'person', person: heir.id, thread: false },
      zone: zoneOf(directory, heir),
    },
  ]
}
