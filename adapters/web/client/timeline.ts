import type { ChatMessage } from '../../../src/chat/chat-log.ts'
import type { PrivateCard } from './state/desk.ts'
import { keyInLog, type Pending } from './state/pending.ts'
import { dayOf, type Reader } from './time.ts'

/** A line of a conversation as it is shown. `follows`: same author, shortly after, so the name is not said again. */
export type Line =
  | { readonly kind: 'day'; readonly key: string; readonly at: number }
  | { readonly kind: 'fresh'; readonly key: string }
  | {
      readonly kind: 'message'
      readonly key: string
      readonly message: ChatMessage
      readonly follows: boolean
    }
  | { readonly kind: 'private'; readonly key: string; readonly card: PrivateCard }
  | { readonly kind: 'pending'; readonly key: string; readonly pending: Pending }

type Parts = {
  readonly person: string
  readonly reader: Reader
  readonly messages: readonly ChatMessage[]
  /** What stands before them: a thread's root. */
  readonly root?: ChatMessage | undefined
  readonly cards: readonly PrivateCard[]
  readonly pending: readonly Pending[]
  /** What the person had read when the conversation was opened, if anything came after. */
  readonly freshFrom?: string | undefined
}

const together = 5 * 60_000

/** Everything to show of a place, in order: days, messages, what only this person sees, what is on its way. */
export const timeline = (parts: Parts): readonly Line[] => {
  const { person, reader, messages, root, cards, pending, freshFrom } = parts
  const firstFresh = messages.find(
    (message) =>
      freshFrom !== undefined && Number(message.id) > Number(freshFrom) && authorOf(message) !== person,
  )
  const lines = messages.flatMap((message, index): readonly Line[] => {
    const before = messages[index - 1] ?? root
    const newDay = !before || dayOf(before.at, reader) !== dayOf(message.at, reader)
    const fresh = message === firstFresh
    const follows = before !== root && !newDay && !fresh && goesWith(before, message)
    return [
      ...(newDay ? [{ kind: 'day', key: `day ${message.id}`, at: message.at } as const] : []),
      ...(fresh ? [{ kind: 'fresh', key: 'fresh' } as const] : []),
      { kind: 'message', key: message.key, message, follows },
      ...privateLines(cards, message.id, messages[index + 1]?.id),
    ]
  })
  const known = new Set(messages.map(({ key }) => key))
  return [
    ...privateLines(cards, '0', messages[0]?.id),
    ...lines,
    ...pending
      .filter((waiting) => !known.has(keyInLog(waiting)))
      .map((waiting) => ({ kind: 'pending', key: keyInLog(waiting), pending: waiting }) as const),
  ]
}

const privateLines = (cards: readonly PrivateCard[], from: string, to: string | undefined): readonly Line[] =>
  cards
    .filter(({ after }) => Number(after) >= Number(from) && (to === undefined || Number(after) < Number(to)))
    .map((card) => ({ kind: 'private', key: card.id, card }))

const authorOf = ({ content }: ChatMessage): string | undefined =>
  content.kind === 'said' ? content.author : undefined

const goesWith = (before: ChatMessage, message: ChatMessage): boolean =>
  authorOf(before) === authorOf(message) &&
  message.content.kind === 'said' &&
  before.replies === undefined &&
  message.at - before.at < together
