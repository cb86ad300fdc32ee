import { LRUCache } from 'lru-cache'
import type { MessageRef } from '../../../src/domain/ticket/event.ts'

/** More than these are not remembered of each kind: what is forgotten is looked up in Slack. */
const most = 2_000

/** A thread of a channel. */
type Thread = { readonly team: string; readonly channel: string; readonly thread: string | undefined }

const threadName = ({ team, channel, thread = '' }: Thread): string => `${team} ${channel} ${thread}`

type Address = Pick<MessageRef, 'team' | 'conversation' | 'message'>

const nameOf = ({ team, conversation, message }: Address): string => `${team} ${conversation} ${message}`

const keep = <Value extends object | true>(
  map: LRUCache<string, Value>,
  key: string,
  value: Value,
): Value => {
  map.set(key, value)
  return value
}

/** What this process remembers of its posts between two attempts. */
export const createRemembered = () => {
  const begun = new LRUCache<string, Map<number, string>>({ max: most })
  const doubts = new LRUCache<string, true>({ max: most })
  const parts = new LRUCache<string, readonly string[]>({ max: most })
  const strayed = new LRUCache<string, Map<string, string>>({ max: most })
  const goneThreads = new LRUCache<string, true>({ max: most })
  return {
    /** The parts of a post that stand, by number; filled as they are posted or found. */
    parts: (key: string): Map<number, string> => begun.get(key) ?? keep(begun, key, new Map()),
    /** Slack did not let us look whether the post stands already. */
    doubt: (key: string): void => void keep(doubts, key, true),
    isDoubtful: (key: string): boolean => doubts.has(key),
    /** What of a post stands beside its deleted thread and is to be taken away: the channel of each message. */
    strays: (key: string): Map<string, string> => strayed.get(key) ?? keep(strayed, key, new Map()),
    /** A thread was found deleted: nothing is posted in it any more. */
    gone: (thread: Thread): void => void keep(goneThreads, threadName(thread), true),
    isGone: (thread: Thread): boolean => goneThreads.has(threadName(thread)),
    settled: (key: string): void => {
      begun.delete(key)
      doubts.delete(key)
      strayed.delete(key)
    },
    /** A card that stands in several messages, from the first on. */
    continued: (message: Address, all: readonly string[]): void => void keep(parts, nameOf(message), all),
    continuation: (message: Address): readonly string[] | undefined => parts.get(nameOf(message)),
  }
}

/** What is remembered of posts. */
export type Remembered = ReturnType<typeof createRemembered>
