import type { Post } from '../../../src/chat/adapter.ts'
import type { Place } from '../../../src/chat/inbound.ts'
import type { TeamsParts } from '../parts.ts'
import type { AdaptiveCard } from '../render/adaptive-card.ts'
import { lookOf, render } from '../render.ts'

/** What stands in a message of the bot now, and the same with words of the answer above it. */
export type CardBeneath = { readonly with: (saying?: string) => AdaptiveCard }

const drawn = (post: Omit<Post, 'key'>, saying?: string): readonly AdaptiveCard[] => {
  const { card } = post
  const blocks =
    saying === undefined ? card.blocks : [{ type: 'text' as const, text: saying }, ...card.blocks]
  return render({ ...card, blocks }, lookOf(post)).map(({ card: one }) => one)
}

/**
 * Finds what stands in the message an act was done in, so that a view drawn over it can be taken away again. Nothing where
 * the bot does not follow that message, or where its card needs several messages and cannot stand in one.
 */
export const createCardBeneath =
  (cardAt: TeamsParts['cardAt']) =>
  async (
    { team, conversation, thread }: Place,
    message: string | undefined,
  ): Promise<CardBeneath | undefined> => {
    if (message === undefined) return undefined
    const ref = { platform: 'teams', team, conversation, message } as const
    const post = await cardAt(thread === undefined ? ref : { ...ref, thread })
    if (post === undefined) return undefined
    const [whole, ...rest] = drawn(post)
    if (whole === undefined || rest.length > 0) return undefined
    return {
      with: (saying) => {
        const [said = whole, ...more] = drawn(post, saying)
        return more.length > 0 ? whole : said
      },
    }
  }

/** Finds the card beneath a view. */
export type FindCardBeneath = ReturnType<typeof createCardBeneath>
