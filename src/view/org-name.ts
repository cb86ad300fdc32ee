import type { Directory } from '../domain/people/directory.ts'

/** The name of a supplier or customer; of one that is gone, its id. */
export const orgName = ({ suppliers, customers }: Directory, org: string): string =>
  (Object.hasOwn(suppliers, org)
    ? suppliers[org]?.name
    : Object.hasOwn(customers, org)
      ? customers[org]?.name
      : undefined) ?? org
