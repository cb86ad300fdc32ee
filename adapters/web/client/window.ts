import type { ChatMessage } from '../../../src/chat/chat-log.ts'

/** So many messages of a place are drawn at most, and so many the view moves by. */
export const drawn = 180
export const stride = 60

/** The stretch of a place's messages that is drawn. `end`: the id of its last one, nothing while it follows what comes in. */
export type Stretch = {
  readonly from: number
  readonly to: number
  readonly isAtEnd: boolean
}

type Messages = readonly Pick<ChatMessage, 'id'>[]

/** Where the stretch that ends with `end` lies; at the end of all when there is no such message any more. */
export const stretchOf = (messages: Messages, end: string | undefined): Stretch => {
  const at = end === undefined ? -1 : messages.findIndex(({ id }) => id === end)
  const to = at < 0 ? messages.length : at + 1
  return { from: Math.max(0, to - drawn), to, isAtEnd: to === messages.length }
}

/** The last message of the stretch one stride earlier: never shorter than it could be. */
export const earlierEnd = (messages: Messages, { to }: Stretch): string | undefined => {
  const end = Math.max(Math.min(drawn, messages.length), to - stride)
  return end >= messages.length ? undefined : messages[end - 1]?.id
}

/** Likewise one stride later; nothing when that is the end of all. */
export const laterEnd = (messages: Messages, { to }: Stretch): string | undefined =>
  to + stride >= messages.length ? undefined : messages[to + stride - 1]?.id
