import type { Adapter, Post, Posted } from '../../src/chat/adapter.ts'
import type { Place } from '../../src/chat/inbound.ts'
import type { Account } from '../../src/domain/people/directory.ts'
import type { MessageRef } from '../../src/domain/ticket/event.ts'

/** A message that stands in the recorded chat: what was posted where, and how it was redrawn since. */
export type Standing = Post & { readonly place: Place; readonly ref: MessageRef; readonly redrawn: number }

/** A person's own page as it was drawn once. */
export type Drawing = Omit<Post, 'key'> & { readonly account: Account }

/** What kind of chat it is. */
export type Chat = { readonly flat?: boolean; readonly mentions?: boolean }

/**
 * A chat platform that keeps what it is told and can be made to misbehave: the remote side of story tests. `flat`: one
 * without threads, so that no message stands in one. `mentions`: it can call somebody by name in a room.
 */
export const recordingAdapter = ({ flat = false, mentions = false }: Chat = {}) => {
  const posts: Standing[] = []
  const posted: string[] = []
  const drawings: Drawing[] = []
  let homeOutcome = (_: Account): Exclude<Posted, { outcome: 'sent' }> | undefined => undefined
  let unreachable = (_: Place): boolean => false
  let doubtful = (_: Place): boolean => false
  let failing = 0
  const adapter: Adapter = {
    platform: 'web',
    ...(mentions ? { mentions } : {}),
    start: async () => ({ address: 'recorded' }),
    stop: async () => {},
    direct: async ({ user }) => ({
      platform: 'web',
      team: 'local',
      conversation: `direct:${user}`,
      direct: true,
    }),
    isFlat: async () => flat,
    post: async (place, post) => {
      if (unreachable(place)) return { outcome: 'unreachable', why: 'left the workspace' }
      if (doubtful(place)) return { outcome: 'unknown', why: 'no answer came' }
      if (failing > 0) {
        failing -= 1
        return { outcome: 'wait', retryAfter: 1000 }
      }
      const { platform, team, conversation, ...within } = place
      const thread = flat ? undefined : within.thread
      const message = `p${posts.length + 1}`
      const ref = { platform, team, conversation, message, ...(thread === undefined ? {} : { thread }) }
      posts.push({ ...post, place, ref, redrawn: 0 })
      posted.push(post.key)
      return { outcome: 'sent', message: ref }
    },
    update: async (message, post) => {
      const index = posts.findIndex(({ ref }) => ref.message === message.message)
      const standing = posts[index]
      if (standing === undefined) return { outcome: 'unreachable', why: 'no such message' }
      posts[index] = { ...standing, ...post, redrawn: standing.redrawn + 1 }
      return { outcome: 'sent', message }
    },
    find: async (_, key) => posts.find((post) => post.key === key)?.ref,
    home: async (account, drawn) => {
      const failed = homeOutcome(account)
      if (failed !== undefined) return failed
      drawings.push({ ...drawn, account })
      const { platform, team, user } = account
      return { outcome: 'sent', message: { platform, team, conversation: user, message: 'home' } }
    },
  }
  return {
    adapter,
    posts,
    /** The key of every message posted, in order; what is redrawn keeps none of its own. */
    posted,
    /** Every drawing of a person's own page, newest last. */
    drawings,
    /** From now on drawing these pages ends like this. */
    answerHomes: (answer: typeof homeOutcome) => {
      homeOutcome = answer
    },
    /** From now on these places cannot be reached. */
    lose: (lost: (place: Place) => boolean) => {
      unreachable = lost
    },
    /** From now on nobody knows what became of a post in these places. */
    doubt: (doubted: (place: Place) => boolean) => {
      doubtful = doubted
    },
    /** The next posts are asked to wait. */
    delay: (count: number) => {
      failing = count
    },
  }
}
