import { computed, signal } from '@preact/signals'
import type { WebPerson } from '../../who.ts'

/** The sign-in list. */
export const people = signal<readonly WebPerson[]>([])

const byId = computed(() => new Map(people.value.map((person) => [person.id, person])))

/** The person of that id, when still in the organisation. */
export const personOf = (id: string): WebPerson | undefined => byId.value.get(id)

const ranks = [
  'reporter',
  'contact',
  'it_manager',
  'engineer',
  'team_lead',
  'project_manager',
  'department_manager',
  'service_director',
  'executive',
]
const rankOf = ({ roles }: WebPerson): number =>
  Math.min(ranks.length, ...roles.map((role) => ranks.indexOf(role)).filter((rank) => rank >= 0))

/** The people in the order of a report's way: customers by organisation, then the supplier from the desk upwards. */
export const inOrder = (all: readonly WebPerson[]): readonly WebPerson[] => {
  const orgs = [...new Set(all.map(({ org }) => org))]
  return all.toSorted(
    (a, b) =>
      a.side.localeCompare(b.side) || orgs.indexOf(a.org) - orgs.indexOf(b.org) || rankOf(a) - rankOf(b),
  )
}
