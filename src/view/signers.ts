import type { Agreement } from '../domain/agreement/agreement.ts'
import type { Directory } from '../domain/people/directory.ts'

/** Who of the customer can say that it is solved: the reporter and the customer's contacts (RS.8). */
export const consenters = (
  { people }: Directory,
  { reporter, customer }: { readonly reporter: string; readonly customer: string },
): readonly string[] => [
  reporter,
  ...Object.values(people)
    .filter(
      ({ id, side, org, roles }) =>
        side === 'customer' && org === customer && id !== reporter && roles.includes('contact'),
    )
    .map(({ id }) => id),
]

/** Who of the supplier confirms the closing: the holders of the roles the agreement puts in charge (X2). */
export const peopleInCharge = ({ people }: Directory, { supplier, closure }: Agreement): readonly string[] =>
  Object.values(people)
    .filter(
      ({ side, org, roles }) =>
        side === 'supplier' &&
        org === supplier &&
        roles.some((role) => closure.personInCharge.includes(role)),
    )
    .map(({ id }) => id)
