/** The name of what we keep with each post to find it again. */
const eventType = 'accord_post'

/** The mark of one part of a post: the post's key, which part this is, and how many there are. */
export const markOf = (key: string, part: number, parts: number) => ({
  event_type: eventType,
  event_payload: { key, part, parts },
})

/** A part of a post, as found in a conversation. */
export type Mark = { readonly key: string; readonly part: number; readonly parts: number }

/** Reads the mark of a message; nothing when it is none of our posts. */
export const readMark = (metadata: unknown): Mark | undefined => {
  const { event_type, event_payload } = (metadata ?? {}) as {
    event_type?: unknown
    event_payload?: Partial<Mark>
  }
  const { key, part, parts } = event_payload ?? {}
  if (event_type !== eventType || typeof key !== 'string') return undefined
  return { key, part: Number(part ?? 0), parts: Number(parts ?? 1) }
}
