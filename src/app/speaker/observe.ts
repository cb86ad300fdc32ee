import type { Inbound } from '../../chat/inbound.ts'
import type { Directory, Locale } from '../../domain/people/directory.ts'
import { emptyDirectory } from '../../domain/people/evolve-directory.ts'
import { personByAccount } from '../../domain/people/find.ts'
import { newlyObserved } from '../../domain/people/observation.ts'
import { directoryId } from '../../domain/people/tenant.ts'
import type { Log } from '../../process/log.ts'
import type { Running } from '../running/step.ts'

/**
 * The directory that knows whoever acts, as it stands, with what the platform knows of whoever acts: their first act is answered in their language
 * already; an empty one where none knows them. What is new is recorded, of many people in one commit; an act never fails because that did.
 */
export const createObserve = ({
  store,
  order,
  log,
}: Pick<Running, 'store' | 'order'> & { readonly log: Log }) => {
  const waiting = new Map<
    string,
    { readonly supplier: string; readonly person: string; readonly locale: Locale }
  >()
  let recording: Promise<void> | undefined

  const record = async (): Promise<void> => {
    try {
      while (waiting.size > 0) {
        const wished = [...waiting.values()].map(({ supplier, person, locale }) => ({
          item: directoryId(supplier),
          wish: { do: 'directory.observe', person, ...locale } as const,
        }))
        waiting.clear()
        await order(wished, { kind: 'bot' })
      }
    } finally {
      recording = undefined
    }
  }

  return async ({ who, locale = {} }: Pick<Inbound, 'who' | 'locale'>): Promise<Directory> => {
    const directory = (await store.directories.whose(who)) ?? emptyDirectory
    const person = personByAccount(directory, who)
    const fresh = person === undefined ? {} : newlyObserved(directory, person, locale)
    if (person === undefined || Object.keys(fresh).length === 0) return directory
    try {
      const { supplier } = directory
      waiting.set(JSON.stringify([supplier, person.id]), { supplier, person: person.id, locale: fresh })
      recording ??= record()
      await recording
      return (await store.directories.whose(who)) ?? emptyDirectory
    } catch (error) {
      log.warn('what a platform knows of a person was not recorded', { person: person.id, error })
      return directory
    }
  }
}
