import { z } from 'zod'

/** Objects and lists within each other; Microsoft's are a dozen deep, and a card of ours no deeper. */
const deepest = 64
/** Names that mean something to the language itself: no activity has them, so whoever sends them wants something else. */
const forbidden = new Set(['__proto__', 'constructor', 'prototype'])

/** Whether parsed JSON can be walked and copied without surprise. */
const isHarmless = (value: unknown): boolean => {
  const rest: { readonly value: unknown; readonly depth: number }[] = [{ value, depth: 1 }]
  for (let next = rest.pop(); next !== undefined; next = rest.pop()) {
    if (typeof next.value !== 'object' || next.value === null) continue
    if (next.depth > deepest) return false
    for (const [name, inner] of Object.entries(next.value)) {
      if (forbidden.has(name)) return false
      rest.push({ value: inner, depth: next.depth + 1 })
    }
  }
  return true
}

/** The longest of each that is taken for one, characters, and entries of a list. */
const most = { id: 1_024, url: 2_048, name: 256, tenant: 128, word: 64, entries: 1_000 } as const

const text = (longest: number) => z.string().min(1).max(longest)
const object = z.looseObject({})
const objects = z.array(object).max(most.entries).nullish()
const party = z.looseObject({ id: text(most.id) })

/** What every activity has, and what the rest of the adapter takes for granted when it is there. */
const activityShape = z
  .looseObject({
    type: text(most.word),
    id: text(most.id).nullish(),
    channelId: text(most.word),
    serviceUrl: text(most.url),
    conversation: z.looseObject({ id: text(most.id), tenantId: z.string().max(most.tenant).nullish() }),
    from: party.nullish(),
    recipient: party.nullish(),
    text: z.string().nullish(),
    name: z.string().max(most.name).nullish(),
    replyToId: z.string().max(most.id).nullish(),
    timestamp: z.string().max(most.word).nullish(),
    locale: z.string().max(most.word).nullish(),
    entities: objects,
    attachments: objects,
    membersAdded: objects,
    membersRemoved: objects,
    channelData: object.nullish(),
  })
  // Nobody can have said something without being somebody.
  .refine(({ type, from }) => !['message', 'invoke'].includes(type) || (from !== undefined && from !== null))

/** Whether JSON is what the platform sends: known fields of their types, nothing nested without end. */
export const isActivity = (value: unknown): value is { readonly [name: string]: unknown } =>
  isHarmless(value) && activityShape.safeParse(value).success
