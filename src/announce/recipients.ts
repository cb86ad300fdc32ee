import { roomAt } from '../domain/people/find.ts'
import { peopleInCharge } from '../domain/people/in-charge.ts'
import { memberOf, membersOf } from '../domain/people/members.ts'
import { holders, nextOf } from '../domain/people/roles.ts'
import { agreementOf } from '../domain/ticket/clocks.ts'
import { actorId } from '../domain/ticket/event.ts'
import { followersNow } from '../domain/ticket/followers.ts'
import { isOrphan, opensAnew } from '../domain/ticket/orphan.ts'
import { cleared } from './cleared.ts'
import { matrix } from './matrix.ts'
import { named } from './named.ts'
import type { Occasion } from './occasion.ts'
import { isPassedOver } from './passed-over.ts'
import { roleOf } from './role-of.ts'
import type { CustomerPlace, Manner, Route, Routes, SupplierPlace } from './route.ts'

/** Somebody to tell, once, whatever roles they hold: a person, the report's thread, or a room of the supplier. */
export type Addressee = {
  readonly side: 'supplier' | 'customer'
  readonly place: 'person' | 'report_thread' | 'room' | 'room_thread'
  /** The person or room; for the report's thread the reporter. */
  readonly id: string
  /** The role they are told for; when they cannot be reached, it says who is told instead. */
  readonly role: string
  readonly as: Manner
  /** They were alarmed of what is over now. */
  readonly cleared?: true
}

const strength: readonly Manner[] = ['alarm', 'act', 'tell', 'chat']
const isStronger = (one: Manner, other: Manner): boolean => strength.indexOf(one) < strength.indexOf(other)

/** One address per place and id: of several roles the one that is told most strongly. */
const once = (addressees: readonly Addressee[]): readonly Addressee[] => {
  const told = new Map<string, Addressee>()
  for (const one of addressees) {
    const key = `${one.place} ${one.id}`
    const known = told.get(key)
    if (known === undefined || isStronger(one.as, known.as)) told.set(key, one)
  }
  return [...told.values()]
}

const ofSide = ({ directory, after }: Occasion, people: readonly string[], side: 'supplier' | 'customer') =>
  membersOf(directory, after, side, people)

/** Who must act hears it although nobody owns the ticket; so does the next in place of somebody who left. */
const ownerOrNext = ({ directory, after, event }: Occasion, as: Manner): readonly string[] => {
  const owner = { side: 'supplier', role: 'assignee' } as const
  const had = after.assignee ?? after.dispatchedTo
  const must = as === 'act' || as === 'alarm'
  return had === undefined && !must ? [] : nextOf(directory, after, owner, event.at)
}

const supplierPeople = (
  { to: place, as }: { readonly to: Exclude<SupplierPlace, 'room' | 'room_thread'>; readonly as: Manner },
  occasion: Occasion,
): readonly string[] => {
  const { directory, before, after, event } = occasion
  // The same people hear in the same breath that it is back and stands in the queue.
  const isToldAsLeft = opensAnew(event) && isOrphan(directory, after)
  if (isToldAsLeft && (place === 'owner' || (place === 'team_lead' && as !== 'act'))) return []
  switch (place) {
    case 'owner':
      return ownerOrNext(occasion, as)
    case 'previous':
      return before === undefined
        ? []
        : holders(directory, before, { side: 'supplier', role: 'assignee' }, event.at)
    case 'named':
      return ofSide(occasion, named(event), 'supplier')
    case 'cleared':
      return ofSide(occasion, cleared(occasion), 'supplier')
    case 'in_charge':
      return peopleInCharge(directory, agreementOf(directory, after))
    case 'team_lead':
    case 'project_manager':
      return nextOf(directory, after, { side: 'supplier', role: place }, event.at)
  }
}

const supplierRoute = ({ to, as }: Route<SupplierPlace>, occasion: Occasion): readonly Addressee[] => {
  const { directory, after } = occasion
  if (to === 'room' || to === 'room_thread') {
    return Object.values(directory.rooms)
      .filter(({ side, org }) => side === 'supplier' && org === after.supplier)
      .map(({ id }) => ({ side: 'supplier', place: to, id, role: 'room', as }))
  }
  const role = to === 'owner' || to === 'previous' ? 'assignee' : to
  return ofSide(occasion, supplierPeople({ to, as }, occasion), 'supplier').map((id) => ({
    side: 'supplier',
    place: 'person',
    id,
    role: role === 'named' || role === 'in_charge' || role === 'cleared' ? roleOf(occasion, id) : role,
    as,
    ...(to === 'cleared' ? { cleared: true } : {}),
  }))
}

/** Whether the thread of a report stands in a room of the customer, where others of them read along. */
const isInTheirRoom = ({ after, directory }: Occasion): boolean => {
  const at = after.message ?? after.place
  const room = at && roomAt(directory, at.platform, at.team, at.conversation)
  return room !== undefined && room.side === 'customer' && room.org === after.customer
}

/**
 * The reporter is told in the thread of their report; a report logged by staff has none, so they are told in private. Who
 * reported and is none of the customer's people any more is told nothing: the next of them is, and the thread that others
 * read.
 */
const reporterRoute = (occasion: Occasion, as: Manner): readonly Addressee[] => {
  const { after, directory, event } = occasion
  const threaded = (after.message ?? after.place) !== undefined
  const thread = {
    side: 'customer',
    place: 'report_thread',
    id: after.reporter,
    role: 'reporter',
    as,
  } as const
  if (memberOf(directory, after, after.reporter, 'customer') !== undefined)
    return [threaded ? thread : { ...thread, place: 'person' }]
  const reporter = { side: 'customer', role: 'reporter' } as const
  return [
    ...(isInTheirRoom(occasion) ? [thread] : []),
    ...nextOf(directory, after, reporter, event.at).map((id): Addressee => {
      const side = memberOf(directory, after, id)?.side ?? 'supplier'
      return { side, place: 'person', id, role: roleOf(occasion, id), as }
    }),
  ]
}

const customerRoute = ({ to, as }: Route<CustomerPlace>, occasion: Occasion): readonly Addressee[] => {
  const { after, event, directory } = occasion
  const person = { side: 'customer', place: 'person', as } as const
  switch (to) {
    case 'thread':
      return reporterRoute(occasion, as)
    case 'followers':
      return followersNow(directory, after, event.at).map((id) => ({ ...person, id, role: 'follower' }))
    case 'named':
      return ofSide(occasion, named(event), 'customer').map((id) => ({
        ...person,
        id,
        role: roleOf(occasion, id),
      }))
    case 'cleared':
      return ofSide(occasion, cleared(occasion), 'customer').map((id) => ({
        ...person,
        id,
        role: roleOf(occasion, id),
        cleared: true,
      }))
  }
}

/** Told in the thread is told: the reporter hears nothing twice. */
const inThread = (told: readonly Addressee[]): readonly Addressee[] => {
  const thread = told.find(({ place }) => place === 'report_thread')
  return thread === undefined
    ? told
    : told.map((one) =>
        one.side === 'customer' && one.id === thread.id ? { ...one, place: 'report_thread' } : one,
      )
}

/**
 * Everybody who is told of an event: each once, nobody in private of their own act, while a thread, which others read, tells
 * of all acts alike; of a rung that was passed over nobody but the reporters of a ticket whose target was missed.
 */
export const addressees = (occasion: Occasion): readonly Addressee[] => {
  const { event } = occasion
  // Each row takes its own event; the compiler cannot follow type and row through the look-up together.
  const { customer, supplier } = matrix[event.type] as Routes
  const actor = actorId(event)
  const told = <Place>(
    route: Route<Place>,
    find: (route: Route<Place>, occasion: Occasion) => readonly Addressee[],
  ): readonly Addressee[] =>
    route.when?.(event, occasion.after) === false || isPassedOver(event, route)
      ? []
      : find(route, occasion).filter(({ place, id }) => place !== 'person' || id !== actor)
  return once(
    inThread([
      ...customer.flatMap((route) => told(route, customerRoute)),
      ...supplier.flatMap((route) => told(route, supplierRoute)),
    ]),
  )
}
