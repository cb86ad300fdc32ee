import type { Post, Posted } from '../../../src/chat/adapter.ts'
import type { Place } from '../../../src/chat/inbound.ts'
import type { KeptPost } from '../../../src/chat/posts.ts'
import { yes } from '../../../src/domain/result.ts'
import type { MessageRef } from '../../../src/domain/ticket/event.ts'
import type { TeamsMessage } from '../render/adaptive-card.ts'
import { lookOf, render } from '../render.ts'
import { type Address, addressOf } from './address.ts'
import { drawParts } from './draw-parts.ts'
import { withMention } from './mention.ts'
import { notReady } from './outcome.ts'
import type { Sending } from './sending.ts'

/** The message a post is known by: its first. Nothing while that is not known to stand. */
export const refOf = ({ team, conversation, thread, parts }: KeptPost): MessageRef | undefined => {
  const message = parts[0]?.message
  if (message === undefined) return undefined
  const ref = { platform: 'teams' as const, team, conversation, message }
  return thread === undefined ? ref : { ...ref, thread }
}

const drawnOf = (post: Post): readonly TeamsMessage[] => {
  const { card, mention } = post
  const [first, ...rest] = render(card, lookOf(post))
  if (first === undefined || mention === undefined) return first === undefined ? [] : [first, ...rest]
  return [withMention(first, mention), ...rest]
}

/** The post as far as an earlier attempt came, at the place where that one began; else a new one. */
const begunAt = async (
  { posts }: Sending,
  key: string,
  address: Address,
): Promise<{ readonly from: KeptPost; readonly address: Address }> => {
  const { team, conversation, thread } = address
  const kept = await posts.find(key, address)
  if (kept !== undefined && kept.parts.length > 0) {
    const { thread: _, ...top } = address
    return { from: kept, address: kept.thread === undefined ? top : { ...top, thread: kept.thread } }
  }
  const where = { team, conversation, ...(thread === undefined ? {} : { thread }) }
  return { from: { key, ...where, parts: [], whole: false }, address }
}

/**
 * Posts a card once. What was begun and could not be ended is ended by the next attempt, not begun again. Teams has no key
 * of ours by which it would know a second attempt, and no look-up: a message whose answer was lost cannot be found, so it
 * is sent once more with a mark; whatever is known to stand is updated in place instead.
 */
export const createPost =
  (sending: Sending) =>
  async (place: Place, post: Post): Promise<Posted> => {
    const drawn = drawnOf(post)
    try {
      const found = await addressOf(sending, place)
      if (!found.ok) return found.no
      const begun = await begunAt(sending, post.key, found.value)
      const drawing = { ...begun, drawn, language: post.language }
      const stands = begun.from.whole ? yes(begun.from) : await drawParts(sending, drawing)
      if (!stands.ok) return stands.no
      const message = refOf(stands.value)
      return message === undefined
        ? { outcome: 'unknown', why: 'Teams gave the message no id' }
        : { outcome: 'sent', message }
    } catch (error) {
      return notReady(sending, error)
    }
  }
