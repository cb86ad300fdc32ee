import { z } from 'zod'
import { id, listOf } from './shapes.ts'
import { unescaped } from './unescaped.ts'

/**
 * Somebody a message names, by the names that may stand for them in its text. `user`: their id in the directory where it is said,
 * else the one that Teams has for the bot (`29:…`).
 */
export type Mention = { readonly isUs: boolean; readonly user?: string; readonly names: readonly string[] }

const word = z.string().max(3000).nullish().catch(undefined)

const entityShape = z.object({
  type: z.literal('mention'),
  text: word,
  mentioned: z.object({ id: word, aadObjectId: word, name: word }),
})

const account = z.object({ id: word, displayName: word }).nullish().catch(undefined)

const payloadShape = z.object({
  mentionText: word,
  mentioned: z.object({ application: account, user: account }),
})

const userOf = (...ids: readonly (string | null | undefined)[]): Pick<Mention, 'user'> => {
  const user = ids.find((one) => id.safeParse(one).success)
  return user ? { user } : {}
}

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
    const { id: named, aadObjectId, name } = mentioned
    return [{ isUs: isUs(named ?? ''), ...userOf(aadObjectId, named), names: namesOf(text, name) }]
  })

/** The mentions of a message that was pointed at, in their order. */
export const mentionsPointedAt = (mentions: unknown, isUs: (id: string) => boolean): readonly Mention[] =>
  listOf(mentions).flatMap((mention) => {
    const { data } = payloadShape.safeParse(mention)
    if (data === undefined) return []
    const { application, user } = data.mentioned
    const names = namesOf(data.mentionText, application?.displayName ?? user?.displayName)
    return [{ isUs: isUs(application?.id ?? ''), ...userOf(user?.id), names }]
  })
