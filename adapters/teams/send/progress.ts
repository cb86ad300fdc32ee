import type { KeptPost, PostPart, Posts } from '../../../src/chat/posts.ts'

/**
 * The messages of a post while it is drawn, kept step by step, so that another attempt, in this process or another, goes on
 * where this one ended. `total`: how many messages the drawing has.
 */
export const createProgress = (
  posts: Pick<Posts, 'keep'>,
  clock: () => number,
  from: KeptPost,
  total: () => number,
) => {
  // What stood whole is drawn anew in all its messages; what was cut short, only where it differs.
  let parts: readonly PostPart[] = from.whole
    ? from.parts.map(({ message }) => (message === undefined ? {} : { message }))
    : from.parts

  const keep = async (now: readonly PostPart[], whole: boolean): Promise<void> => {
    parts = now
    // One message drawn anew leaves nothing behind that another attempt would need.
    if (from.whole && from.parts.length === 1 && now.length === 1 && total() === 1) return
    await posts.keep({ ...from, parts, whole }, clock())
  }

  return {
    at: (part: number): PostPart | undefined => parts[part],
    /** `undefined`: surely nothing stands there. */
    set: (part: number, one: PostPart | undefined): Promise<void> => {
      const now = [...parts.slice(0, part), ...(one === undefined ? [] : [one]), ...parts.slice(part + 1)]
      const whole = one?.drawn !== undefined && part === total() - 1 && now.length === total()
      return keep(now, whole)
    },
    /** The messages that the drawing does not need. */
    extra: (): readonly PostPart[] => parts.slice(total()),
    /** All of it stands as drawn, and nothing else. */
    end: async (): Promise<KeptPost> => {
      if (parts.length > total()) await keep(parts.slice(0, total()), true)
      return { ...from, parts, whole: true }
    },
  }
}

/** What is kept of a post while it is drawn. */
export type Progress = ReturnType<typeof createProgress>
