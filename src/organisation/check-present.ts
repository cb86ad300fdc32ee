import { usualClosure } from './closure.ts'
import { type Drafts, type Finding, isHeld } from './finding.ts'

const customersMute = ({ customers, people }: Drafts): readonly Finding[] =>
  [...customers.keys()]
    .filter((id) => !isHeld(people, id, ['reporter', 'contact']))
    .map((id) => ({
      at: ['customers', id],
      reason: 'nobody here is a reporter or a contact, so nobody could report or agree to a closure',
      fix: 'give one of its people the role `reporter` or `contact`',
    }))

const suppliersWithoutCharge = ({ suppliers, people, agreements }: Drafts): readonly Finding[] =>
  [...suppliers.keys()].flatMap((id): readonly Finding[] => {
    const agreed = [...agreements.values()].filter(({ supplier }) => supplier === id)
    const closures = agreed.length === 0 ? [usualClosure('')] : agreed.map(({ closure }) => closure)
    const roles = closures
      .map((closure) => closure?.personInCharge ?? [])
      .find((named) => named.length > 0 && !isHeld(people, id, named))
    if (roles === undefined) return []
    const reason = `nobody here is a person in charge (${roles.join(' or ')}), so nothing could be closed`
    return [{ at: ['suppliers', id], reason, fix: 'give one of its people such a role' }]
  })

/** The people without whom nothing could be reported, or nothing could ever be closed (RS.8, X2). */
export const checkPresent = (drafts: Drafts): readonly Finding[] => [
  ...customersMute(drafts),
  ...suppliersWithoutCharge(drafts),
]
