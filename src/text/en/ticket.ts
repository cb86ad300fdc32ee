import type { Priority } from '../../domain/agreement/matrix.ts'
import type { Work } from '../../domain/agreement/work.ts'
import type { TargetName } from '../../domain/escalation/policy.ts'
import type { CustomerRole, Side, SupplierRole } from '../../domain/people/sides.ts'
import type { AskKind } from '../../domain/ticket/event.ts'
import type { Category } from '../../domain/ticket/suggest/categories.ts'
import type { Status, Ticket } from '../../domain/ticket/ticket.ts'

type Words<Key extends string> = { readonly [key in Key]: string }

const statuses: Words<Status> = {
  new: 'new',
  in_progress: 'in progress',
  on_hold: 'on hold',
  resolved: 'resolved, awaiting agreement',
  closed: 'closed',
  cancelled: 'cancelled',
}
const priorities: Words<Priority> = { P1: 'P1 critical', P2: 'P2 high', P3: 'P3 medium', P4: 'P4 low' }
const works: Words<Work> = { incident: 'incident', service_request: 'service request' }
const asWork: Words<Work> = { incident: 'an incident', service_request: 'a service request' }
const targets: Words<TargetName> = { response: 'response', resolution: 'resolution' }
const asks: Words<AskKind> = { information: 'information', approval: 'approval', access: 'access' }
const cancellations: Words<NonNullable<Ticket['cancelled']>['how']> = {
  withdrawn: 'withdrawn',
  duplicate: 'duplicate',
  out_of_scope: 'out of scope',
}
const sources: Words<Ticket['source']> = {
  chat: 'chat',
  phone: 'phone',
  fax: 'fax',
  mail: 'mail',
  other: 'another way',
}
const categories: Words<Category> = {
  security: 'security',
  printer: 'printing',
  email: 'e-mail',
  database: 'databases',
  access: 'accounts and access',
  network: 'network',
  hardware: 'hardware',
  performance: 'performance',
  application: 'applications',
  other: 'other',
}
const supplierRoles: Words<SupplierRole | 'assignee' | 'duty' | 'room'> = {
  engineer: 'engineer',
  team_lead: 'team lead',
  project_manager: 'project manager',
  department_manager: 'department manager',
  service_director: 'service director',
  executive: 'executive',
  administrator: 'administrator',
  assignee: 'owner',
  duty: 'engineer on duty',
  room: 'engineers’ room',
}
const customerRoles: Words<CustomerRole | 'asked' | 'follower' | 'thread'> = {
  reporter: 'reporter',
  contact: 'contact',
  it_manager: 'IT manager',
  executive: 'executive',
  asked: 'person asked',
  follower: 'reporter of a duplicate',
  thread: 'report thread',
}

const known = (words: { readonly [id: string]: string }, id: string): string =>
  (Object.hasOwn(words, id) ? words[id] : undefined) ?? id

/** The field's words for what is on a ticket. */
export const ticket = {
  statuses,
  priorities,
  works,
  /** The same as what something is or becomes. */
  asWork,
  targets,
  asks,
  cancellations,
  sources,
  supplierRoles,
  customerRoles,
  sides: { supplier: 'supplier', customer: 'customer' },
  tiers: { 1: 'first line', 2: 'second line', 3: 'third line' },
  /** A role of a side, as evidence and rungs name it; a role of a custom ladder keeps its id. */
  role: (side: Side, id: string): string =>
    side === 'supplier' ? known(supplierRoles, id) : known(customerRoles, id),
  category: (id: string) => known(categories, id),
}
