import type { Adapter } from '../chat/adapter.ts'
import type { Place } from '../chat/inbound.ts'
import { presentConversation } from '../people/conversation.ts'
import type { Account, Directory } from '../people/directory.ts'
import { roomAt } from '../people/find.ts'
import { staysShown } from '../people/stays-shown.ts'
import type { Notice } from '../store/change.ts'
import type { Owed, Store } from '../store/store.ts'
import type { Ticket } from '../ticket/ticket.ts'

/** The adapters that are switched on, by platform. */
export type Adapters = { readonly [platform in Account['platform']]?: Adapter }

/** One place a notice can be posted in, through the adapter that knows it. */
export type Candidate = { readonly adapter: Adapter; readonly place: Place }

const personPlaces = async (
  directory: Directory,
  adapters: Adapters,
  person: string,
): Promise<readonly Candidate[]> => {
  const accounts = Object.hasOwn(directory.people, person) ? (directory.people[person]?.accounts ?? []) : []
  const candidates: Candidate[] = []
  for (const account of accounts) {
    const adapter = adapters[account.platform]
    if (adapter !== undefined) candidates.push({ adapter, place: await adapter.direct(account) })
  }
  return candidates
}

/**
 * Where a notice can be posted, best first: each account of a person, a room or the item's thread in it, the thread the
 * customer reported in, or, while no message of it stands, the place they reported in. Empty: nowhere on the platforms that are switched on. `wait`: the thread's root does not stand there
 * yet, it is itself still owed.
 */
export const candidatesFor = async (
  { item, notice }: Pick<Owed, 'item'> & { readonly notice: Pick<Notice, 'to' | 'side'> },
  {
    directory,
    adapters,
    store,
    ticket,
  }: {
    readonly directory: Directory
    readonly adapters: Adapters
    readonly store: Pick<Store, 'threads'>
    readonly ticket?: Pick<Ticket, 'place' | 'customer'>
  },
): Promise<readonly Candidate[] | 'wait'> => {
  const { to } = notice
  switch (to.kind) {
    case 'person':
      return personPlaces(directory, adapters, to.person)
    case 'place': {
      const adapter = adapters[to.place.platform]
      const place = { ...to.place, ...presentConversation(directory, to.place) }
      return adapter === undefined ? [] : [{ adapter, place }]
    }
    case 'room': {
      const room = Object.hasOwn(directory.rooms, to.room) ? directory.rooms[to.room] : undefined
      const adapter = room === undefined ? undefined : adapters[room.platform]
      if (room === undefined || adapter === undefined) return []
      const { platform, team, conversation } = room
      const place = { platform, team, conversation, direct: false }
      if (!to.thread) return [{ adapter, place }]
      const root = await store.threads.root(item, notice.side, place)
      return root === undefined ? 'wait' : [{ adapter, place: { ...place, thread: root.message } }]
    }
    case 'report_thread': {
      const root = await store.threads.root(item, 'customer')
      const at = root ?? ticket?.place
      const adapter = at === undefined ? undefined : adapters[at.platform]
      if (at === undefined || adapter === undefined) return []
      if (ticket !== undefined && !staysShown(directory, at, ticket.customer)) return []
      const { platform, team, conversation } = at
      const direct = roomAt(directory, platform, team, conversation) === undefined
      const thread = root === undefined ? {} : { thread: root.message }
      return [{ adapter, place: { platform, team, conversation, ...thread, direct } }]
    }
  }
}
