import type { Instant } from '../domain/calendar/calendar.ts'
import { conversationKey } from '../domain/people/conversation.ts'
import type { Conversation, Directory, Person, Room } from '../domain/people/directory.ts'
import { languageOf, personByAccount, roomAt, zoneOf } from '../domain/people/find.ts'
import { supplierOf } from '../domain/people/supplier-of.ts'
import type { Store } from '../store/store.ts'
import { orgName } from '../view/org-name.ts'
import { outOfReachCard } from '../view/out-of-reach-card.ts'

/** Where a chat does not let the bot write any more. `user`: whose own conversation that is, where it is known. */
export type Lost = Conversation & { readonly user?: string; readonly why: string }

/** Whose account or which room that is: some platforms name a person's own conversation by the person. */
const concerned = (
  directory: Directory,
  { platform, team, conversation, user = conversation }: Lost,
): Person | Room | undefined =>
  personByAccount(directory, { platform, team, user }) ?? roomAt(directory, platform, team, conversation)

/**
 * Tells the administrators of the supplier concerned that a chat does not reach somebody or a room any more, once a day for
 * each conversation, so that a bot thrown out again and again is no flood. Whoever cannot be reached is not among them.
 * Returns whether there was anybody to tell.
 */
export const createTellAdministrators =
  ({ store, now }: { readonly store: Pick<Store, 'directory' | 'commit'>; readonly now: () => Instant }) =>
  async (lost: Lost): Promise<boolean> => {
    const { directory } = await store.directory()
    const found = concerned(directory, lost)
    const supplier = found && supplierOf(directory, found)
    if (found === undefined || supplier === undefined) return false
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
