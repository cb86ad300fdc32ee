import type { Adapter, Post } from '../chat/adapter.ts'
import type { Place } from '../chat/inbound.ts'
import type { Belonging } from '../domain/item/belonging.ts'
import { presentConversation } from '../domain/people/conversation.ts'
import type { Account, Directory, Person } from '../domain/people/directory.ts'
import { roomAt } from '../domain/people/find.ts'
import { memberOf } from '../domain/people/members.ts'
import { staysShown } from '../domain/people/stays-shown.ts'
import type { Notice } from '../store/change.ts'
import type { Shape } from '../store/living.ts'
import type { Owed, Store } from '../store/store.ts'
import { isTheirs } from './is-theirs.ts'

/** The adapters that are switched on, by platform. */
export type Adapters = { readonly [platform in Account['platform']]?: Adapter }

/** One place a notice can be posted in, through the adapter that knows it, who is called by name there, and how it stands. */
export type Candidate = { readonly adapter: Adapter; readonly place: Place; readonly shape?: Shape } & Pick<
  Post,
  'mention'
>

const isFlat = async (adapter: Adapter, place: Place): Promise<boolean> =>
  place.flat === true || (await adapter.isFlat?.(place)) === true

/** In this thread, or, where there are none, beneath the item's card that stands somewhere above. */
const below = async (adapter: Adapter, place: Place, thread: string): Promise<Candidate> => ({
  adapter,
  place: { ...place, thread },
  shape: (await isFlat(adapter, place)) ? 'named' : 'brief',
})

/** A conversation with a person: below their own card of the item, where it has one there; else it becomes that card. */
const ownPlaces = async (
  { item, notice: { side, brief } }: ToSend,
  adapter: Adapter,
  place: Place,
  { store }: Pick<Known, 'store'>,
): Promise<readonly Candidate[]> => {
  if (brief === undefined) return [{ adapter, place }]
  const root = await store.living.own(item, side, place)
  const becomes = { adapter, place, shape: 'own' } as const
  const list = root === undefined ? await store.lists.holding(item, place) : undefined
  if (list !== undefined) return [{ ...(await below(adapter, place, list.message)), shape: 'named' }, becomes]
  // A card that is gone from the chat, and its thread with it, is followed by a new one.
  return root === undefined ? [becomes] : [await below(adapter, place, root.thread ?? root.message), becomes]
}

const personPlaces = async (
  owed: ToSend,
  { accounts }: Person,
  known: Pick<Known, 'adapters' | 'store'>,
): Promise<readonly Candidate[]> => {
  const candidates: Candidate[] = []
  const failed: unknown[] = []
  for (const account of accounts) {
    const adapter = known.adapters[account.platform]
    const place = await adapter?.direct(account).catch((error) => void failed.push(error))
    if (adapter !== undefined && place !== undefined)
      candidates.push(...(await ownPlaces(owed, adapter, place, known)))
  }
  // A chat that is away holds nobody up who has another.
  if (candidates.length === 0 && failed.length > 0) throw failed[0]
  return candidates
}

/**
 * Where a person is called by name when they cannot be reached in private: the rooms of their own side and organisation, in
 * the item's thread when it stands there. Never a room of anybody else, and none of an organisation whose item it is not: what
 * is meant for one side is read by no other (T54).
 */
const roomsWithMention = async (
  { item, notice: { side } }: ToSend,
  person: Person,
  { directory, adapters, store, belongs }: Known,
): Promise<readonly Candidate[]> => {
  const isTheirs =
    person.side === side && (belongs === undefined ? side === 'supplier' : belongs[side] === person.org)
  if (!isTheirs) return []
  const candidates: Candidate[] = []
  for (const room of Object.values(directory.rooms)) {
    const adapter = adapters[room.platform]
    if (adapter?.mentions !== true || room.side !== side || room.org !== person.org) continue
    const accounts = person.accounts.filter(({ platform }) => platform === room.platform)
    const account = accounts.find(({ team }) => team === room.team) ?? accounts[0]
    if (account === undefined) continue
    const { platform, team, conversation } = room
    const top = { platform, team, conversation, direct: false }
    const root = await store.threads.root(item, side, top)
    const there = root === undefined ? { adapter, place: top } : await below(adapter, top, root.message)
    candidates.push({ ...there, mention: { account, name: person.name } })
  }
  return candidates
}

type ToSend = Pick<Owed, 'item'> & { readonly notice: Pick<Notice, 'to' | 'side' | 'brief'> }

/** What a destination is chosen by. */
type Known = {
  readonly directory: Directory
  readonly adapters: Adapters
  readonly store: Pick<Store, 'threads' | 'living' | 'lists'>
  /** Whose the item is that it is about, if it is about one. */
  readonly belongs: Belonging | undefined
}

/** The person a notice is for, as long as they are of the side of its item that it is for: whoever moved away is told nothing. */
const addresseeOf = (
  { notice: { side } }: ToSend,
  id: string,
  { directory, belongs }: Known,
): Person | undefined => {
  if (belongs === undefined) return Object.hasOwn(directory.people, id) ? directory.people[id] : undefined
  return memberOf(directory, belongs, id, side)
}

/**
 * Where a notice can be posted, best first: each account of a person and then the rooms they are called in by name, a room or
 * the item's thread in it, the thread the customer reported in, or, while no message of it stands, the place they reported in.
 * Empty: nowhere on the platforms that are switched on. `wait`: the thread's root does not stand there yet, it is itself still
 * owed.
 */
export const candidatesFor = async (owed: ToSend, known: Known): Promise<readonly Candidate[] | 'wait'> => {
  const { item, notice } = owed
  const { directory, adapters, store, belongs } = known
  const { to } = notice
  switch (to.kind) {
    case 'person': {
      const person = addresseeOf(owed, to.person, known)
      if (person === undefined) return []
      const [direct, called] = [
        await personPlaces(owed, person, known),
        await roomsWithMention(owed, person, known),
      ]
      return [...direct, ...called]
    }
    case 'place': {
      const adapter = adapters[to.place.platform]
      const place = { ...to.place, ...presentConversation(directory, to.place) }
      return adapter === undefined ? [] : [{ adapter, place }]
    }
    case 'room': {
      const room = Object.hasOwn(directory.rooms, to.room) ? directory.rooms[to.room] : undefined
      const adapter = room === undefined ? undefined : adapters[room.platform]
      if (room === undefined || adapter === undefined) return []
      if (belongs !== undefined && room.org !== belongs[notice.side]) return []
      const { platform, team, conversation } = room
      const place = { platform, team, conversation, direct: false }
      if (!to.thread) return [{ adapter, place }]
      const root = await store.threads.root(item, notice.side, place)
      return root === undefined ? 'wait' : [await below(adapter, place, root.message)]
    }
    case 'report_thread': {
      const root = await store.threads.root(item, 'customer')
      const at = root ?? belongs?.place
      const adapter = at === undefined ? undefined : adapters[at.platform]
      if (at === undefined || adapter === undefined) return []
      if (belongs !== undefined && !staysShown(directory, at, belongs.customer)) return []
      const { platform, team, conversation } = at
      const direct = roomAt(directory, platform, team, conversation) === undefined
      if (direct && belongs !== undefined) {
        // A conversation with the reporter alone is the customer's only while the reporter is, and while it is theirs.
        const reporter = memberOf(directory, belongs, belongs.reporter, 'customer')
        if (reporter === undefined) return []
        if (!(await isTheirs(reporter, at, adapter))) return personPlaces(owed, reporter, known)
      }
      const place = { platform, team, conversation, direct }
      return [root === undefined ? { adapter, place } : await below(adapter, place, root.message)]
    }
  }
}
