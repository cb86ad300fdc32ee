import type { MessageRef } from '../../../src/domain/ticket/event.ts'

/** More than these are not remembered of each kind: what is forgotten is looked up in Slack. */
const most = 2_000

type Address = Pick<MessageRef, 'team' | 'conversation' | 'message'>

const nameOf = ({ team, conversation, message }: Address): string => `${team} ${conversation} ${message}`

const keep = <Value>(map: Map<string, Value>, key: string, value: Value): Value => {
  if (map.size >= most) map.clear()
  map.set(key, value)
  return value
}

/** What this process remembers of its posts between two attempts. */
export const createRemembered = () => {
  const begun = new Map<string, Map<number, string>>()
  const doubts = new Map<string, true>()
  const parts = new Map<string, readonly string[]>()
  return {
    /** The parts of a post that stand, by number; filled as they are posted or found. */
    parts: (key: string): Map<number, string> => begun.get(key) ?? keep(begun, key, new Map()),
    /** Slack did not let us look whether the post stands already. */
    doubt: (key: string): void => void keep(doubts, key, true),
    isDoubtful: (key: string): boolean => doubts.has(key),
    settled: (key: string): void => {
      begun.delete(key)
      doubts.delete(key)
    },
    /** A card that stands in several messages, from the first on. */
    continued: (message: Address, all: readonly string[]): void => void keep(parts, nameOf(message), all),
    continuation: (message: Address): readonly string[] | undefined => parts.get(nameOf(message)),
  }
}

/** What is remembered of posts. */
export type Remembered = ReturnType<typeof createRemembered>
