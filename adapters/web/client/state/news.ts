import type { ChatMessage } from '../../../../src/chat/chat-log.ts'
import { type Desk, deskOf, draftOf, shownOn } from './desk.ts'
import { personOf } from './people.ts'
import { textsOf } from './replies.ts'

/** What came for a person: read out where they are, and a report just made opens when the bot has answered it. */
export const hear = (person: string, messages: readonly ChatMessage[]): void => {
  const desk = deskOf(person)
  for (const message of messages) {
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
