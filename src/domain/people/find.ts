import type { Agreement } from '../agreement/agreement.ts'
import type { Instant } from '../calendar/calendar.ts'
import { localDate } from '../calendar/zone.ts'
import { no, type Result, yes } from '../result.ts'
import { conversationKey, presentConversation, roomIn } from './conversation.ts'
import type { Account, Conversation, Directory, Person, Room } from './directory.ts'
import type { Language } from './sides.ts'

/** One text for each account, whatever blanks its parts hold. */
const accountKey = ({ platform, team, user }: Account): string => JSON.stringify([platform, team, user])

/** Everybody by their accounts: each thing that is heard asks for it several times. */
const known = new WeakMap<Directory['people'], ReadonlyMap<string, Person>>()

const byAccount = (people: Directory['people']): ReadonlyMap<string, Person> => {
  const found = known.get(people)
  if (found !== undefined) return found
  const made = new Map<string, Person>()
  for (const person of Object.values(people))
    for (const account of person.accounts) {
      const key = accountKey(account)
      if (!made.has(key)) made.set(key, person)
    }
  known.set(people, made)
  return made
}

/** The person behind a platform's account; an unknown account is nobody, never somebody alike. */
export const personByAccount = ({ people }: Directory, account: Account): Person | undefined =>
  byAccount(people).get(accountKey(account))

/** The shared room a conversation is, if it is one, whichever of its ids it is called by. */
export const roomAt = (
  directory: Directory,
  platform: Account['platform'],
  team: string,
  conversation: string,
): Room | undefined =>
  roomIn(directory.rooms, presentConversation(directory, { platform, team, conversation }))

/** The room that an administrator wants this conversation to be, while the customer's side has not answered. */
export const proposalAt = (directory: Directory, place: Conversation): Room | undefined =>
  roomIn(directory.proposals, presentConversation(directory, place))

/** Whether the conversation was a room and is none any more: nothing more may be shown there. */
export const isClosed = (directory: Directory, place: Conversation): boolean =>
  Object.hasOwn(directory.closed, conversationKey(presentConversation(directory, place)))

const of = <Kept>(kept: { readonly [personId: string]: Kept }, { id }: Person): Kept | undefined =>
  Object.hasOwn(kept, id) ? kept[id] : undefined

/**
 * The language a person reads: their own choice in chat, else what the organisation file states, else what their platform
 * knows, else their organisation's.
 */
export const languageOf = (directory: Directory, person: Person): Language =>
  of(directory.preferences, person)?.language ??
  (person.assumed?.language ? of(directory.observed, person)?.language : undefined) ??
  person.language

/** The zone a person reads times in: what the file states, else what their platform knows, else their organisation's. */
export const zoneOf = (directory: Directory, person: Person): string =>
  (person.assumed?.zone ? of(directory.observed, person)?.zone : undefined) ?? person.zone

/**
 * The agreement that binds a supplier and a customer at a moment: of those valid on the local date the highest version,
 * and of several agreements the one that began last. Otherwise why not: there is none, or when the last one holds.
 */
export const agreementFor = (
  directory: Directory,
  supplier: string,
  customer: string,
  at: Instant,
): Result<
  Agreement,
  { code: 'no_agreement' } | { code: 'agreement_not_valid'; from: string; to: string }
> => {
  const between = Object.values(directory.agreements).filter(
    (agreement) => agreement.supplier === supplier && agreement.customer === customer,
  )
  const valid = between.filter(({ zone, validFrom, validTo }) => {
    const today = localDate(zone, at)
    return validFrom <= today && today <= validTo
  })
  const newest = valid.filter(({ id, version }) =>
    valid.every((other) => other.id !== id || other.version <= version),
  )
  const [agreement] = newest.sort((one, other) => (one.validFrom < other.validFrom ? 1 : -1))
  if (agreement !== undefined) return yes(agreement)
  const [last] = between.sort((one, other) => (one.validTo < other.validTo ? 1 : -1))
  return last === undefined
    ? no({ code: 'no_agreement' })
    : no({ code: 'agreement_not_valid', from: last.validFrom, to: last.validTo })
}
