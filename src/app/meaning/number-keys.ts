import type { Directory } from '../../domain/people/directory.ts'
import { plain } from '../../domain/words/plain.ts'
import type { ScopedStore } from '../../store/store.ts'

/** So many numbers of words are looked up at most. */
const most = 3
const numbers = /(?<![a-z0-9])([a-z][a-z0-9]{0,9})[-_—]([a-z]{0,2}[1-9][0-9]{0,8})(?![a-z0-9])/g

/**
 * The letters that ticket numbers in these words can begin with: those of the customers there are, and those that a ticket
 * the speaker may see still has, because its customer took others since or is gone.
 */
export const numberKeys = async (
  text: string,
  { customers }: Pick<Directory, 'customers'>,
  scoped: Pick<ScopedStore, 'item'>,
): Promise<readonly string[]> => {
  const keys = Object.values(customers).map(({ key }) => key.toUpperCase())
  const others = [...plain(text).text.matchAll(numbers)]
    .map(([, key = '', rest = '']) => ({ key: key.toUpperCase(), rest: rest.toUpperCase() }))
    .filter(({ key }) => !keys.includes(key))
    .slice(0, most)
  const former = await Promise.all(
    others.map(async ({ key, rest }) => ((await scoped.item(`${key}-${rest}`)) === undefined ? [] : [key])),
  )
  return [...keys, ...former.flat()]
}
