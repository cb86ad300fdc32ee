import { type Fields, fieldsOf, listOf, textOf } from '../../fake/fields.ts'
import type { World } from '../world/create-world.ts'
import type { Conversation } from '../world/records.ts'
import { cardIn } from '../world/write-message.ts'

const marked = /<at\b[^>]*>.*?<\/at>/g

/** A card as it reads once its mentions are drawn. */
export const mentionsDrawn = (card: Fields): Fields => {
  const { entities, ...msteams } = fieldsOf(card.msteams)
  if (entities === undefined) return card
  const { msteams: _, body, ...rest } = card
  const mentions = listOf(entities).map(fieldsOf)
  const drawn = (text: string): string =>
    mentions.reduce(
      (all, one) => all.replaceAll(textOf(one.text), textOf(fieldsOf(one.mentioned).name)),
      text,
    )
  return {
    ...rest,
    body: JSON.parse(JSON.stringify(body ?? []), (name, value) =>
      name === 'text' && typeof value === 'string' ? drawn(value) : value,
    ),
    ...(Object.keys(msteams).length === 0 ? {} : { msteams }),
  }
}

/** All text a client looks for mentions in: that of the text blocks, not what buttons carry. */
const wordsOf = (value: unknown): readonly string[] =>
  Array.isArray(value)
    ? value.flatMap(wordsOf)
    : Object.entries(fieldsOf(value)).flatMap(([name, inner]) => {
        if (name === 'data' || name === 'msteams') return []
        if (typeof inner === 'string') return name === 'text' ? [inner] : []
        return wordsOf(inner)
      })

/** What of a message's mentions Teams would not turn into one. */
export const mentionProblems = (
  world: World,
  conversation: Conversation,
  activity: Fields,
): readonly string[] => {
  const card = cardIn(activity)
  return [
    ...inOne(world, conversation, activity.entities, [textOf(activity.text)], false),
    ...(card === undefined
      ? []
      : inOne(world, conversation, fieldsOf(card.msteams).entities, wordsOf(card.body), true)),
  ]
}

const inOne = (
  world: World,
  conversation: Conversation,
  entities: unknown,
  words: readonly string[],
  inCard: boolean,
): readonly string[] => {
  const mentions = listOf(entities)
    .map(fieldsOf)
    .filter(({ type }) => type === 'mention')
  const all = words.join('\n')
  const unmatched = (all.match(marked) ?? []).filter((one) => !mentions.some(({ text }) => text === one))
  return [
    ...mentions.flatMap((mention) => {
      const text = textOf(mention.text)
      const { id, name } = fieldsOf(mention.mentioned)
      const person = [...world.people.values()].find(
        ({ user, aad, email }) => user === id || (inCard && (aad === id || email === id)),
      )
      return [
        ...(text === '' || !all.includes(text)
          ? [`a mention ${JSON.stringify(text)} that is not in the text`]
          : []),
        ...(textOf(name) === '' ? [`a mention of ${String(id)} without a name`] : []),
        ...(person === undefined
          ? [`a mention of ${String(id)}, whom Teams does not know`]
          : conversation.members.includes(person.id)
            ? []
            : [`a mention of ${person.id}, who is not in the conversation`]),
      ]
    }),
    ...unmatched.map((one) => `${one} stands there literally: no mention belongs to it`),
  ]
}
