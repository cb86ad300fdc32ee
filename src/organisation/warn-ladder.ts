import type { Agreement } from '../domain/agreement/agreement.ts'
import { customerRoles, type Side, supplierRoles } from '../domain/people/sides.ts'
import { type Drafts, type Finding, isHeld } from './finding.ts'

const upwards: { readonly [side in Side]: readonly string[] } = {
  supplier: supplierRoles.filter((role) => role !== 'administrator'),
  customer: customerRoles,
}

/** Roles that are found on the ticket or the roster, not on people. */
const foundElsewhere: readonly string[] = ['assignee', 'duty', 'reporter']

const whereTo = ({ people }: Drafts, agreement: Agreement, side: Side, role: string): string => {
  const above = upwards[side].slice(upwards[side].indexOf(role) + 1)
  const next = above.find((higher) => isHeld(people, agreement[side], [higher]))
  if (next !== undefined) return `go to ${next}`
  const manager = isHeld(people, agreement.supplier, ['project_manager'])
  return manager ? 'go to nobody but the project_manager, who is told of the gap' : 'go to nobody'
}

/** Roles the ladder names and nobody holds, and where their rungs go (T20). */
export const emptyRoles = (drafts: Drafts, agreement: Agreement): readonly Finding[] =>
  agreement.policy.rungs
    .flatMap(({ to }) => to)
    .filter(
      ({ side, role }) => !foundElsewhere.includes(role) && !isHeld(drafts.people, agreement[side], [role]),
    )
    .map(({ side, role }) => ({
      at: [side === 'supplier' ? 'suppliers' : 'customers', agreement[side]],
      reason: `nobody holds ${role}: its rungs ${whereTo(drafts, agreement, side, role)}`,
      fix: `give one of its people the role \`${role}\``,
    }))

const unattended = (supplier: string, tier: 1 | 2 | 3): Finding => ({
  at: ['suppliers', supplier],
  reason:
    tier === 1
      ? 'nobody is on duty at tier 1: reports stand in nobody’s queue'
      : `nobody is on duty at tier ${tier} or behind it: work escalated there stays where it is`,
  fix: `add a \`duty\` roster of tier ${tier}`,
})

/** Tiers that receive reports or escalations and have no roster. */
export const emptyTiers = ({ suppliers, duty, agreements }: Drafts): readonly Finding[] =>
  [...suppliers.keys()].flatMap((id) => {
    const staffed = [...duty.values()].filter(({ supplier }) => supplier === id).map(({ tier = 1 }) => tier)
    const rungs = [...agreements.values()]
      .filter(({ supplier }) => supplier === id)
      .flatMap(({ policy }) => policy?.rungs ?? [])
    const needed = new Set(rungs.map(({ handTo }) => handTo).filter((tier) => tier === 2 || tier === 3))
    return [
      ...(staffed.includes(1) ? [] : [unattended(id, 1)]),
      ...[...needed]
        .filter((tier) => !staffed.some((known) => known >= tier))
        .map((tier) => unattended(id, tier)),
    ]
  })
