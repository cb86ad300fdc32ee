import type { Step } from '../../src/chat/flow.ts'
import type { ListedRow } from '../../src/chat/line.ts'
import type { Query } from '../../src/domain/item/reading.ts'

type Lists<Name extends string> = { readonly [name in Name]?: readonly ListedRow[] }

/** Reads several lists, one after another, and goes on with all of them; lists of one name are joined. */
export const gather = <Name extends string>(
  [next, ...others]: readonly (readonly [name: Name, query: Query])[],
  goOn: (lists: Lists<Name>) => Step,
  found: Lists<Name> = {},
): Step => {
  if (next === undefined) return goOn(found)
  const [name, query] = next
  return {
    kind: 'list',
    query,
    yields: (rows) => gather(others, goOn, { ...found, [name]: [...(found[name] ?? []), ...rows] }),
  }
}
