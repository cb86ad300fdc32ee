import type { Directory } from '../domain/people/directory.ts'
import type { Language } from '../domain/people/sides.ts'
import { inTheirWords } from '../text/in-their-words.ts'

/** The name of a supplier or customer, whole or as a reader of that language says it; of one that is gone, its id. */
export const orgName = ({ suppliers, customers }: Directory, org: string, language?: Language): string => {
  const { name = org } =
    (Object.hasOwn(suppliers, org) ? suppliers[org] : undefined) ??
    (Object.hasOwn(customers, org) ? customers[org] : undefined) ??
    {}
  return language === undefined ? name : inTheirWords(name, language)
}
