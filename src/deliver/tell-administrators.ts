import type { Instant } from '../domain/calendar/calendar.ts'
import { conversationKey } from '../domain/people/conversation.ts'
import type { Conversation, Directory, Person, Room } from '../domain/people/directory.ts'
import { languageOf, personByAccount, roomAt, zoneOf } from '../domain/people/find.ts'
import type { Store } from '../store/store.ts'
import { orgName } from '../view/org-name.ts'
import { outOfReachCard } from '../view/out-of-reach-card.ts'

/** Where a chat does not let the bot write any more. `user`: whose own conversation that is, where it is known. */
export type Lost = Conversation & { readonly user?: string; readonly why: string }

type Concerned = { readonly found: Person | Room; readonly directory: Directory }

/** Whose account or which room that is: some platforms name a person's own conversation by the person. */
const concerned = async (
  { directories }: Pick<Store, 'directories'>,
  lost: Lost,
): Promise<Concerned | undefined> => {
  const { platform, team, conversation, user = conversation } = lost
  const theirs = await directories.whose({ platform, team, user })
  const person = theirs && personByAccount(theirs, { platform, team, user })
  if (theirs !== undefined && person !== undefined) return { found: person, directory: theirs }
  const [holder] = await directories.at(lost)
  const { directory } =
    holder === undefined ? { directory: undefined } : await directories.of(holder.supplier)
  const room = directory && roomAt(directory, platform, team, conversation)
  return directory === undefined || room === undefined ? undefined : { found: room, directory }
}

/**
 * Tells the administrators of the supplier concerned that a chat does not reach somebody or a room any more, once a day for
 * each conversation, so that a bot thrown out again and again is no flood. Whoever cannot be reached is not among them.
 * Returns whether there was anybody to tell.
 */
export const createTellAdministrators =
  ({ store, now }: { readonly store: Pick<Store, 'directories' | 'commit'>; readonly now: () => Instant }) =>
  async (lost: Lost): Promise<boolean> => {
    const concerns = await concerned(store, lost)
    if (concerns === undefined) return false
    const { found, directory } = concerns
    const { supplier } = directory
    const administrators = Object.values(directory.people).filter(
      ({ id, side, org, roles }) =>
        side === 'supplier' && org === supplier && roles.includes('administrator') && id !== found.id,
    )
    const { platform, why } = lost
    const out = {
      what: 'accounts' in found ? 'person' : 'room',
      name: found.name,
      org: orgName(directory, found.org),
      platform,
      why,
    } as const
    const day = new Date(now()).toISOString().slice(0, 10)
    const extra = administrators.map((person) => {
      const language = languageOf(directory, person)
      return {
        supplier,
        key: `out_of_reach.${conversationKey(lost)}.${day}.${person.id}`,
        to: { kind: 'person', person: person.id, thread: false },
        role: 'administrator',
        side: 'supplier',
        about: 'out_of_reach',
        card: outOfReachCard(out, language),
        language,
        zone: zoneOf(directory, person),
        lane: 2,
      } as const
    })
    if (extra.length > 0) await store.commit([], { extra })
    return extra.length > 0
  }
