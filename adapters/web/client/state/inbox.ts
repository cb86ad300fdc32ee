import { type Signal, signal } from '@preact/signals'
import type { Unread } from '../../../../src/chat/chat-log.ts'
import type { Inbox, Spot } from '../wire.ts'
import { get, post } from './api.ts'

const inboxes = new Map<string, Signal<Inbox | undefined>>()
const asked = new Set<string>()

/** How much is unread by everybody who has something, also without a chat on this page, as the server counts it. */
export const unread = signal<{ readonly [person: string]: number }>({})

/** How many tickets wait for whom: what they must act on, whether they have read of it or not. */
export const waits = signal<{ readonly [person: string]: number }>({})

/** A person's conversations and what is unread in them, as the server counts it. */
export const inboxOf = (person: string): Signal<Inbox | undefined> => {
  const found = inboxes.get(person) ?? signal(undefined)
  inboxes.set(person, found)
  return found
}

/** The conversations a person is in, as far as the page knows. */
export const conversationsOf = (person: string): readonly string[] => [
  `direct:${person}`,
  ...(inboxOf(person).peek()?.conversations ?? []).map(({ conversation }) => conversation),
]

/** Asks the server again, soon and once, however often it is called meanwhile. */
export const refreshInbox = (person: string): void => {
  if (asked.has(person)) return
  asked.add(person)
  setTimeout(async () => {
    asked.delete(person)
    const came = await get<Inbox>('/api/inbox', { as: person })
    if (came.ok) inboxOf(person).value = came.body
  }, 60)
}

/** The person's mark in this place. */
export const markOf = (inbox: Inbox | undefined, spot: Spot): Unread | undefined =>
  inbox?.unread.find((mark) => mark.conversation === spot.conversation && mark.thread === spot.thread)

/** What others wrote in this conversation and its threads since the person looked, apart from the place being shown. */
export const unreadIn = (inbox: Inbox, conversation: string, shown: readonly Spot[]): number =>
  inbox.unread
    .filter((mark) => mark.conversation === conversation)
    .filter(
      (mark) => !shown.some((spot) => spot.conversation === conversation && spot.thread === mark.thread),
    )
    .reduce((sum, { count }) => sum + count, 0)

/** Everything unread of a person whose chat is not on screen. */
export const unreadOf = (inbox: Inbox | undefined): number =>
  (inbox?.unread ?? []).reduce((sum, { count }) => sum + count, 0)

/** The person has seen everything up to this message here. */
export const markRead = async (person: string, spot: Spot, upto: string): Promise<void> => {
  const mark = markOf(inboxOf(person).value, spot)
  if (mark && Number(mark.upto) >= Number(upto)) return
  await post('/api/read', { as: person, ...spot, upto })
  refreshInbox(person)
}
