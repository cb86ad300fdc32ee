import { type Signal, signal } from '@preact/signals'
import type { ChatMessage } from '../../../../src/chat/chat-log.ts'
import type { Messages, Spot } from '../wire.ts'
import { get } from './api.ts'

/** The messages of a conversation or thread that were loaded, oldest first. `earlier`: there are more before. */
export type Shelf = {
  readonly state: 'empty' | 'loading' | 'loaded'
  readonly earlier: boolean
  readonly messages: readonly ChatMessage[]
}

const shelves = new Map<string, Signal<Shelf>>()
const roots = new Map<string, Signal<ChatMessage | undefined>>()

/** What is known of this place. The same for everybody who may read it. */
export const shelfOf = ({ conversation, thread = '' }: Spot): Signal<Shelf> =>
  known(shelves, `${conversation}#${thread}`, { state: 'empty', earlier: false, messages: [] })

/** So many messages of a place are remembered at most while nobody reads back in it, and to so many it is cut then. */
const most = 600
const kept = 300

const holds = new Map<string, number>()

/** Somebody reads back here: nothing is forgotten of the place until the returned function is called. */
export const holdShelf = ({ conversation, thread = '' }: Spot): (() => void) => {
  const key = `${conversation}#${thread}`
  const add = (count: number) => holds.set(key, (holds.get(key) ?? 0) + count)
  add(1)
  return () => void add(-1)
}

/** Forgets the oldest of a place where much came in; they are loaded again when somebody reads back. */
const light = ({ conversation, thread = '' }: Spot, shelf: Shelf): Shelf => {
  const { messages } = shelf
  if (messages.length <= most || (holds.get(`${conversation}#${thread}`) ?? 0) > 0) return shelf
  // A thread that was opened shows its root whatever becomes of the rest.
  for (const { id } of messages.slice(0, -kept)) if (!shelves.has(`${conversation}#${id}`)) roots.delete(id)
  return { ...shelf, earlier: true, messages: messages.slice(-kept) }
}

/** The message a thread hangs on. */
export const rootOf = (id: string): Signal<ChatMessage | undefined> => known(roots, id, undefined)

const known = <Value>(map: Map<string, Signal<Value>>, key: string, initial: Value): Signal<Value> => {
  const found = map.get(key) ?? signal(initial)
  map.set(key, found)
  return found
}

const outdated = new Set<string>()

/** Somebody's chat was closed, and what happens in it is no longer followed: each place is asked for again when it is shown. */
export const outdateShelves = (): void => {
  for (const key of shelves.keys()) outdated.add(key)
}

/** Loads the newest messages of a place, unless they are there and followed, or the page before those loaded. */
export const load = async (as: string, spot: Spot, part: 'newest' | 'earlier'): Promise<void> => {
  const shelf = shelfOf(spot)
  const { state, messages } = shelf.value
  const key = `${spot.conversation}#${spot.thread ?? ''}`
  const again = part === 'newest' && state === 'loaded'
  if (state === 'loading' || (again && !outdated.has(key))) return
  if (part === 'newest') outdated.delete(key)
  shelf.value = { ...shelf.value, state: 'loading' }
  const before = part === 'newest' ? undefined : messages[0]?.id
  const came = await get<Messages>('/api/messages', { as, ...spot, before })
  if (!came.ok) {
    if (again) outdated.add(key)
    shelf.value = { ...shelf.value, state: messages.length > 0 ? 'loaded' : 'empty' }
    if (came.status === 0) setTimeout(() => load(as, spot, part), 1_500)
    return
  }
  const { root, earlier, messages: page } = came.body
  if (root) keepRoot(root)
  // What stood before the newest page may have changed too: it is loaded again when somebody reads back.
  const kept =
    again && (holds.get(key) ?? 0) === 0 ? since(shelf.value.messages, page[0]) : shelf.value.messages
  shelf.value = {
    state: 'loaded',
    earlier:
      kept[0] !== undefined && page[0] !== undefined && isBefore(kept[0], page[0])
        ? shelf.value.earlier
        : earlier,
    messages: merge(kept, page),
  }
}

const isBefore = (one: ChatMessage, other: ChatMessage): boolean => Number(one.id) < Number(other.id)

const since = (messages: readonly ChatMessage[], first: ChatMessage | undefined): readonly ChatMessage[] =>
  first === undefined ? [] : messages.filter((message) => !isBefore(message, first))

/** Puts a message that came in its place, where that place is shown. */
export const keep = (message: ChatMessage): void => {
  const shelf = shelfOf(message)
  const { state, earlier, messages } = shelf.value
  const before = messages[0] !== undefined && Number(message.id) < Number(messages[0].id)
  const isKept = state !== 'empty' && !(earlier && before)
  if (isKept || roots.has(message.id)) keepRoot(message)
  if (isKept) shelf.value = light(message, { ...shelf.value, messages: merge(messages, [message]) })
}

const keepRoot = (message: ChatMessage): void => {
  if (message.thread !== undefined) return
  const root = rootOf(message.id)
  if (!root.value || root.value.changed <= message.changed) root.value = message
}

const merge = (before: readonly ChatMessage[], came: readonly ChatMessage[]): readonly ChatMessage[] => {
  const all = new Map(before.map((message) => [message.id, message]))
  for (const message of came)
    if ((all.get(message.id)?.changed ?? 0) <= message.changed) all.set(message.id, message)
  return [...all.values()].sort((a, b) => Number(a.id) - Number(b.id))
}
