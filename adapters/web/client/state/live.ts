import { computed, effect, signal } from '@preact/signals'
import type { ChatMessage } from '../../../../src/chat/chat-log.ts'
import type { WebPerson } from '../../who.ts'
import { setClock } from './clock.ts'
import { type Desk, deskOf, draftOf, shownOn } from './desk.ts'
import { inboxOf, refreshInbox } from './inbox.ts'
import { looking } from './looking.ts'
import { sendUnsent } from './outbox.ts'
import { panes } from './panes.ts'
import { inOrder, people, personOf } from './people.ts'
import { textsOf } from './replies.ts'
import { keep, outdateShelves } from './shelf.ts'

/** Whether news arrives at once, or the page is trying to get back to the server. */
export const connection = signal<'live' | 'reconnecting'>('live')

const againMs = 1_500

/**
 * Follows what changes for everybody whose chat is open, from `cursor` on. Nothing is lost while the server is away, or the
 * page behind another tab: a browser has six connections to a server for all its tabs, and each that follows keeps one.
 */
export const follow = (start: number): void => {
  let cursor = start
  let source: EventSource | undefined
  let again: ReturnType<typeof setTimeout> | undefined

  const open = (as: readonly string[]) => {
    clearTimeout(again)
    source?.close()
    const mine = new EventSource(`/api/live?${new URLSearchParams({ as: as.join(','), since: `${cursor}` })}`)
    source = mine
    mine.onopen = () => {
      connection.value = 'live'
      sendUnsent()
      for (const person of as) refreshInbox(person)
    }
    mine.onerror = () => {
      connection.value = 'reconnecting'
      // The browser tries again by itself until it is refused; then it is ours to do.
      if (mine.readyState === EventSource.CLOSED) again = setTimeout(() => open(panes.peek()), againMs)
    }
    mine.addEventListener('pulse', ({ data }) => setClock(Number(data)))
    mine.addEventListener('reset', () => location.reload())
    mine.addEventListener('people', ({ data }) => {
      const came: { people: readonly WebPerson[]; now: number } = JSON.parse(data)
      people.value = inOrder(came.people)
      setClock(came.now)
      for (const person of panes.peek()) refreshInbox(person)
    })
    mine.addEventListener('message', ({ data, lastEventId }) => {
      const came: { message: ChatMessage; now: number } = JSON.parse(data)
      cursor = Math.max(cursor, Number(lastEventId))
      setClock(came.now)
      hear(came.message)
    })
  }

  const names = computed(() => panes.value.join(','))
  let followed: readonly string[] = []
  effect(() => {
    if (names.value === '') return
    const now = panes.peek()
    if (followed.some((person) => !now.includes(person))) outdateShelves()
    followed = now
    if (looking.value) return open(now)
    clearTimeout(again)
    source?.close()
  })
}

const hear = (message: ChatMessage): void => {
  keep(message)
  for (const person of panes.peek()) {
    const desk = deskOf(person)
    const inTheirs = inboxOf(person)
      .peek()
      ?.conversations.some(({ conversation }) => conversation === message.conversation)
    if (inTheirs !== false) refreshInbox(person)
    // Its first change is its saying.
    if (message.changed === Number(message.id)) readOut(desk, message)
    openAnswered(desk, message)
  }
}

const readOut = (desk: Desk, { conversation, thread, content }: ChatMessage): void => {
  if (content.kind === 'said' && content.author === desk.person) return
  if (!shownOn(desk).some((spot) => spot.conversation === conversation && spot.thread === thread)) return
  desk.spoken.value =
    content.kind === 'said'
      ? `${personOf(content.author)?.name ?? content.author}: ${content.text}`
      : `${textsOf(desk.person).bot}: ${content.card.summary}`
}

/** The bot answered a report just made: its thread opens, unless the person is already writing something else. */
const openAnswered = (desk: Desk, { key, id, conversation, replies }: ChatMessage): void => {
  if (desk.awaited.value !== key || !replies || replies.lastAuthor !== undefined) return
  desk.awaited.value = undefined
  const here = desk.conversation.value === conversation && desk.thread.value === undefined
  if (here && draftOf(desk.person, { conversation }).value === '') desk.thread.value = id
}
