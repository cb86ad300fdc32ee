import { LRUCache } from 'lru-cache'
import type { Reference } from '../chat/references.ts'

type Seen = Omit<Reference, 'dead'>

/** More than these are not remembered; what is forgotten is written once more. */
const most = 10_000

const placeOf = ({ team, conversation }: Seen): string => `${team} ${conversation}`
const wayOf = ({ kind, user, serviceUrl }: Seen): string => JSON.stringify([kind, user, serviceUrl])

/** What this process has written less than `ms` ago and need not write again. */
export const createFresh = (ms: number) => {
  const written = new LRUCache<string, { readonly way: string; readonly at: number }>({ max: most })
  return {
    has: (seen: Seen): boolean => {
      const last = written.get(placeOf(seen))
      return last !== undefined && last.way === wayOf(seen) && seen.seenAt - last.at < ms
    },
    add: (seen: Seen): void => {
      written.set(placeOf(seen), { way: wayOf(seen), at: seen.seenAt })
    },
    clear: (): void => written.clear(),
  }
}
