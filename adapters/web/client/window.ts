/** The stretch of a place's messages that is drawn. */
export type Stretch = {
  readonly from: number
  readonly to: number
  readonly isAtEnd: boolean
}

type Named = { readonly id: string }

/**
 * How what is drawn is measured: the weight of a message is about the room it takes, px; `room` is what is drawn together,
 * `stride` what the view moves by.
 */
export type Scale<Message extends Named> = {
  readonly weigh: (message: Message) => number
  readonly room: number
  readonly stride: number
}

/** So many are drawn however much room they take. */
const least = 3

/** How many from `start` on, in one direction, together have this weight. */
const reach = <Message extends Named>(
  messages: readonly Message[],
  start: number,
  step: 1 | -1,
  weight: number,
  { weigh }: Scale<Message>,
): number => {
  let count = 0
  let sum = 0
  for (let at = start; sum < weight; at += step) {
    const message = messages[at]
    if (message === undefined) break
    sum += weigh(message)
    count += 1
  }
  return count
}

/** Where the stretch that ends with the message `end` lies; at the end of all when there is no such message any more. */
export const stretchOf = <Message extends Named>(
  messages: readonly Message[],
  end: string | undefined,
  scale: Scale<Message>,
): Stretch => {
  const at = end === undefined ? -1 : messages.findLastIndex(({ id }) => id === end)
  const to = at < 0 ? messages.length : at + 1
  const count = Math.max(least, reach(messages, to - 1, -1, scale.room, scale))
  return { from: Math.max(0, to - count), to, isAtEnd: to === messages.length }
}

/** Where a stretch may end that still begins with the first message: as late as can be. */
const firstEnd = <Message extends Named>(
  messages: readonly Message[],
  { weigh, room }: Scale<Message>,
): number => {
  let end = 1
  for (let sum = 0; end < messages.length; end += 1) {
    const message = messages[end]
    sum += message === undefined ? 0 : weigh(message)
    if (sum >= room) break
  }
  return Math.max(least, end)
}

/** The last message of the stretch one stride earlier: hardly shorter than it could be. */
export const earlierEnd = <Message extends Named>(
  messages: readonly Message[],
  { to }: Stretch,
  scale: Scale<Message>,
): string | undefined => {
  const end = Math.max(firstEnd(messages, scale), to - reach(messages, to - 1, -1, scale.stride, scale))
  return end >= messages.length ? undefined : messages[end - 1]?.id
}

/** Likewise one stride later; nothing when that is the end of all. */
export const laterEnd = <Message extends Named>(
  messages: readonly Message[],
  { to }: Stretch,
  scale: Scale<Message>,
): string | undefined => {
  const end = to + reach(messages, to, 1, scale.stride, scale)
  return end >= messages.length ? undefined : messages[end - 1]?.id
}
