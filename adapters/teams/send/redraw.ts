import type { Post, Posted } from '../../../src/chat/adapter.ts'
import type { KeptPost } from '../../../src/chat/posts.ts'
import type { MessageRef } from '../../../src/domain/ticket/event.ts'
import { lookOf, render } from '../render.ts'
import { addressOf } from './address.ts'
import { drawParts } from './draw-parts.ts'
import { notReady } from './outcome.ts'
import type { Sending } from './sending.ts'

/** The messages a card stands in. Nothing is kept of most cards: they stand in the one message they are known by. */
const standing = async ({ posts }: Sending, ref: MessageRef): Promise<KeptPost> => {
  const { team, conversation, thread, message } = ref
  const kept = await posts.beginningWith(ref)
  if (kept !== undefined) return kept
  const where = { team, conversation, ...(thread === undefined ? {} : { thread }) }
  return { key: `drawn/${message}`, ...where, parts: [{ message }], whole: true }
}

/** Draws a card that stands anew, in the messages it stands in, with more or fewer of them as it needs. */
export const createUpdate =
  (sending: Sending) =>
  async (message: MessageRef, post: Post): Promise<Posted> => {
    const { language } = post
    const drawn = render(post.card, lookOf(post))
    try {
      const found = await addressOf(sending, { ...message, direct: false })
      if (!found.ok) return found.no
      const from = await standing(sending, message)
      const stands = await drawParts(sending, { address: found.value, from, drawn, language })
      return stands.ok ? { outcome: 'sent', message } : stands.no
    } catch (error) {
      return notReady(sending, error)
    }
  }
