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

/** The message a thread hangs on. */
export const rootOf = (id: string): Signal<ChatMessage | undefined> => known(roots, id, undefined)

const known = <Value>(map: Map<string, Signal<Value>>, key: string, initial: Value): Signal<Value> => {
  const found = map.get(key) ?? signal(initial)
  map.set(key, found)
  return found
}

/** Loads the newest messages of a place once, or the page before those loaded. */
export const load = async (as: string, spot: Spot, part: 'newest' | 'earlier'): Promise<void> => {
  const shelf = shelfOf(spot)
  const { state, messages } = shelf.value
  if (state === 'loading' || (part === 'newest' && state === 'loaded')) return
  shelf.value = { ...shelf.value, state: 'loading' }
  const came = await get<Messages>('/api/messages', { as, ...spot, before: messages[0]?.id })
  if (!came.ok) {
    shelf.value = { ...shelf.value, state: messages.length > 0 ? 'loaded' : 'empty' }
    if (came.status === 0) setTimeout(() => load(as, spot, part), 1_500)
    return
  }
  const { root, earlier } = came.body
  if (root) keepRoot(root)
  shelf.value = { state: 'loaded', earlier, messages: merge(shelf.value.messages, came.body.messages) }
}

/** Puts a message that came in its place, where that place is shown. */
export const keep = (message: ChatMessage): void => {
  keepRoot(message)
  const shelf = shelfOf(message)
  const { state, earlier, messages } = shelf.value
  const before = messages[0] !== undefined && Number(message.id) < Number(messages[0].id)
  if (state === 'empty' || (earlier && before)) return
  shelf.value = { ...shelf.value, messages: merge(messages, [message]) }
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
