import { type Fields, fieldsOf, listOf, textOf } from '../../fake/fields.ts'
import type { World } from '../world/create-world.ts'
import { personOf } from '../world/find.ts'
import type { Message } from '../world/records.ts'

/** Mentions as such a message has them: an element of their own, by number. */
const mentionsMarked = (html: string): string =>
  html.replace(
    /<span itemscope itemtype="http:\/\/schema\.skype\.com\/Mention" itemid="(\d+)">(.*?)<\/span>/g,
    '<at id="$1">$2</at>',
  )

const mentionFields = (world: World, id: number, { id: who, name }: Fields): Fields => ({
  id,
  mentionText: name,
  mentioned:
    who === world.bot.user
      ? {
          user: null,
          application: { applicationIdentityType: 'bot', id: world.bot.appId, displayName: name },
        }
      : { user: { id: personOf(world, textOf(who)).aad, displayName: name }, application: null },
})

/** A message as a message action hands it to the bot: by people's ids in their directory, not by the bot's for them. */
export const messagePayload = (world: World, message: Message): Fields => {
  const { id, conversation, thread, by, text, activity, history, deleted } = message
  const person = by === undefined ? undefined : personOf(world, by)
  const mentions = listOf(activity.entities)
    .map(fieldsOf)
    .filter(({ type }) => type === 'mention')
  const html = listOf(activity.attachments)
    .map(fieldsOf)
    .find(({ contentType }) => contentType === 'text/html')
  const at = new Date(Number(id)).toISOString()
  const parent = thread === undefined ? '' : `?parentMessageId=${thread}`
  return {
    id,
    replyToId: thread ?? null,
    createdDateTime: at,
    lastModifiedDateTime: history.length === 0 ? null : at,
    deleted,
    importance: 'normal',
    locale: person?.locale.toLowerCase() ?? 'en-us',
    linkToMessage: `https://teams.microsoft.com/l/message/${encodeURIComponent(conversation)}/${id}${parent}`,
    body:
      html === undefined
        ? { contentType: 'text', content: text }
        : { contentType: 'html', content: mentionsMarked(textOf(html.content)) },
    from:
      person === undefined
        ? {
            device: null,
            conversation: null,
            user: null,
            application: {
              applicationIdentityType: 'bot',
              id: world.bot.appId,
              displayName: world.bot.name,
            },
          }
        : {
            device: null,
            conversation: null,
            user: {
              userIdentityType: person.aad === undefined ? 'federatedUser' : 'aadUser',
              id: person.aad ?? person.user,
              displayName: person.name,
            },
            application: null,
          },
    attachments: [],
    mentions: mentions.map(({ mentioned }, at) => mentionFields(world, at, fieldsOf(mentioned))),
    reactions: [],
  }
}
