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
export const shelfOf = (spot: Spot): Signal<Shelf> => known(shelves, keyOf(spot), nothing)

const nothing: Shelf = { state: 'empty', earlier: false, messages: [] }
const keyOf = ({ conversation, thread = '' }: Spot): string => `${conversation}#${thread}`

/** So many messages of a place are remembered at most while nobody reads back in it, and to so many it is cut then. */
const most = 600
const kept = 300

const holds = new Map<string, number>()

/** Somebody reads back here: nothing is forgotten of the place until the returned function is called. */
export const holdShelf = (spot: Spot): (() => void) => {
  const key = keyOf(spot)
  const add = (count: number) => holds.set(key, (holds.get(key) ?? 0) + count)
  add(1)
  return () => void add(-1)
}

/** Forgets the oldest of a place where much came in; they are loaded again when somebody reads back. */
const light = (spot: Spot, shelf: Shelf): Shelf => {
  const { messages } = shelf
  if (messages.length <= most || (holds.get(keyOf(spot)) ?? 0) > 0) return shelf
  const { conversation } = spot
  // A thread that was opened shows its root whatever becomes of the rest.
  for (const { id } of messages.slice(0, -kept))
    if (!shelves.has(keyOf({ conversation, thread: id }))) roots.delete(id)
  return { ...shelf, earlier: true, messages: messages.slice(-kept) }
}

/** The message a thread hangs on. */
export const rootOf = (id: string): Signal<ChatMessage | undefined> => known(roots, id, undefined)

const known = <Value>(map: Map<string, Signal<Value>>, key: string, initial: Value): Signal<Value> => {
  const found = map.get(key) ?? signal(initial)
  map.set(key, found)
  return found
}

/** How often each place was forgotten: what was asked for before is not put there any more. */
const eras = new Map<string, number>()

/** Nobody follows these conversations any more, or what came was too much: they are loaded anew when they are shown. */
export const forgetShelves = (isGone: (conversation: string) => boolean): void => {
  for (const [key, shelf] of shelves) {
    if (!isGone(key.slice(0, key.lastIndexOf('#')))) continue
    eras.set(key, (eras.get(key) ?? 0) + 1)
    for (const { id } of shelf.peek().messages) roots.delete(id)
    shelf.value = nothing
  }
}

/** Loads the newest messages of a place unless they are there, or the page before those loaded. */
export const load = async (as: string, spot: Spot, part: 'newest' | 'earlier'): Promise<void> => {
  const shelf = shelfOf(spot)
  const { state, messages } = shelf.value
  const key = keyOf(spot)
  const era = eras.get(key)
  if (state === 'loading' || (part === 'newest' && state === 'loaded')) return
  shelf.value = { ...shelf.value, state: 'loading' }
  const before = part === 'newest' ? undefined : messages[0]?.id
  const came = await get<Messages>('/api/messages', { as, ...spot, before })
  if (eras.get(key) !== era) return
  if (!came.ok) {
    // Nothing is there to be shown: what asks again for an empty place would ask for ever.
    shelf.value = { ...shelf.value, state: messages.length > 0 ? 'loaded' : 'loading' }
    if (came.status === 0 || came.status >= 500)
      setTimeout(() => {
        if (eras.get(key) !== era) return
        shelf.value = { ...shelf.value, state: messages.length > 0 ? 'loaded' : 'empty' }
        void load(as, spot, part)
      }, 1_500)
    return
  }
  const { root, earlier, messages: page } = came.body
  if (root) keepRoot(root)
  shelf.value = { state: 'loaded', earlier, messages: merge(shelf.value.messages, page) }
}

/** Puts messages that came in their places, where those are shown. */
export const keepAll = (came: readonly ChatMessage[]): void => {
  const places = new Map<string, ChatMessage[]>()
  for (const message of came) {
    const place = places.get(keyOf(message))
    if (place) place.push(message)
    else places.set(keyOf(message), [message])
  }
  for (const messages of places.values()) keepIn(messages)
}

/** Puts a message that came in its place, where that place is shown. */
export const keep = (message: ChatMessage): void => keepIn([message])

const keepIn = (came: readonly ChatMessage[]): void => {
  const [spot] = came
  if (spot === undefined) return
  const shelf = shelfOf(spot)
  const { state, earlier, messages } = shelf.value
  const first = Number(messages[0]?.id)
  const kept = state === 'empty' ? [] : came.filter(({ id }) => !(earlier && Number(id) < first))
  for (const message of came) if (kept.includes(message) || roots.has(message.id)) keepRoot(message)
  if (kept.length > 0) shelf.value = light(spot, { ...shelf.value, messages: merge(messages, kept) })
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
