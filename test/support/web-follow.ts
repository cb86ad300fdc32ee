import type { Changes } from '../../adapters/web/client/wire.ts'
import { webCall } from './web-call.ts'

/** Whom a page follows, and from which cursor each; one alone is everybody's. */
export type Following = { readonly as: string; readonly after: string }

/** What changed for these people, as a page asks for it. */
export const webChanges = async (address: string, following: Following): Promise<Changes> =>
  JSON.parse((await webCall(`${address}api/changes?${new URLSearchParams(following)}`)).body)

/** Hears the web chat ring as a page would, until `enough` resolves to true after one; then leaves. Whether it came to that. */
export const webRings = async (
  address: string,
  enough: () => Promise<boolean> | boolean,
): Promise<boolean> => {
  const leave = new AbortController()
  const { body } = await fetch(`${address}api/live`, { signal: leave.signal })
  let rest = ''
  const decoder = new TextDecoder()
  let isEnough = false
  if (!body) return isEnough
  for await (const chunk of body) {
    rest += decoder.decode(chunk, { stream: true })
    if (!rest.includes('event: ring')) continue
    rest = ''
    isEnough = await enough()
    if (isEnough) break
  }
  leave.abort()
  return isEnough
}

/** Follows as a page does, by ring and cursor, until `enough` says so; everything that came, in order. */
export const webFollow = async (
  address: string,
  { as, after }: Following,
  enough: (came: readonly Changes[]) => boolean,
): Promise<readonly Changes[]> => {
  const all: Changes[] = []
  let cursor = after
  await webRings(address, async () => {
    for (;;) {
      const came = await webChanges(address, { as, after: cursor })
      all.push(came)
      cursor = as
        .split(',')
        .map(() => came.cursor)
        .join(',')
      if (came.isAll) return enough(all)
    }
  })
  return all
}
