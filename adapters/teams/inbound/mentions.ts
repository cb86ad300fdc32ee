import { z } from 'zod'
import { listOf } from './shapes.ts'
import { unescaped } from './unescaped.ts'

/** Somebody a message names, by the names that may stand for them in its text. */
export type Mention = { readonly isUs: boolean; readonly names: readonly string[] }

const word = z.string().max(3000).nullish().catch(undefined)

const entityShape = z.object({
  type: z.literal('mention'),
  text: word,
  mentioned: z.object({ id: word, name: word }),
})

const payloadShape = z.object({
  mentionText: word,
  mentioned: z.object({ application: z.object({ id: word, displayName: word }).nullish().catch(undefined) }),
})

const inside = (text: string): string =>
  unescaped(text.replace(/^<at[^<>]{0,100}>/, '').replace(/<\/at>$/, '')).trim()

const namesOf = (...given: readonly (string | null | undefined)[]): readonly string[] =>
  given.flatMap((name) => (name ? [inside(name)] : []))

/** The mentions of an activity, in their order. */
export const mentionsOf = (entities: unknown, isUs: (id: string) => boolean): readonly Mention[] =>
  listOf(entities).flatMap((entity) => {
    const { data } = entityShape.safeParse(entity)
    if (data === undefined) return []
    const { text, mentioned } = data
    return [{ isUs: isUs(mentioned.id ?? ''), names: namesOf(text, mentioned.name) }]
  })

/** The mentions of a message that was pointed at, in their order. */
export const mentionsPointedAt = (mentions: unknown, isUs: (id: string) => boolean): readonly Mention[] =>
  listOf(mentions).flatMap((mention) => {
    const { data } = payloadShape.safeParse(mention)
    if (data === undefined) return []
    const { application } = data.mentioned
    return [{ isUs: isUs(application?.id ?? ''), names: namesOf(data.mentionText, application?.displayName) }]
  })
