import { type Fields, fieldsOf, listOf, textOf } from '../../fake/fields.ts'
import type { World } from './create-world.ts'
import { apart } from './find.ts'
import type { Conversation, Message } from './records.ts'

const adaptive = 'application/vnd.microsoft.card.adaptive'

/** The Adaptive Card of an activity, if it has one. */
export const cardIn = (activity: Fields): Fields | undefined => {
  const attachment = listOf(activity.attachments)
    .map(fieldsOf)
    .find(({ contentType }) => contentType === adaptive)
  return attachment === undefined ? undefined : fieldsOf(attachment.content)
}

const shown = (
  activity: Fields,
): Pick<Message, 'text' | 'activity'> & { card?: Fields; summary?: string } => {
  const card = cardIn(activity)
  return {
    text: textOf(activity.text),
    activity,
    ...(card === undefined ? {} : { card }),
    ...(typeof activity.summary === 'string' ? { summary: activity.summary } : {}),
  }
}

/** Puts a message into a conversation, into a thread of it where one is given. */
export const writeMessage = (
  world: World,
  conversation: Conversation,
  activity: Fields,
  more: { readonly id?: string; readonly thread?: string; readonly by?: string; readonly text?: string } = {},
): Message => {
  const { id = world.stamp(), ...said } = more
  const message: Message = {
    id,
    conversation: conversation.id,
    ...shown(activity),
    ...said,
    history: [],
    deleted: false,
  }
  world.messages.set(conversation.id, [...(world.messages.get(conversation.id) ?? []), message])
  world.signal.changed()
  return message
}

/** Replaces what stands in a message. Nobody has a view of their own of it any more. */
export const changeMessage = (
  world: World,
  before: Message,
  activity: Fields,
  more: Partial<Message> = {},
): Message => {
  const { card: _card, summary: _summary, ...kept } = before
  const message: Message = {
    ...kept,
    ...shown(activity),
    history: [...before.history, before.activity],
    ...more,
  }
  replace(world, message)
  forgetViews(world, message)
  world.signal.changed()
  return message
}

/** Marks a message as deleted, or as standing again. */
export const markDeleted = (world: World, before: Message, deleted: boolean): Message => {
  const message = { ...before, deleted }
  replace(world, message)
  if (deleted) forgetViews(world, message)
  world.signal.changed()
  return message
}

const replace = (world: World, message: Message): void => {
  const { conversation, id } = message
  world.messages.set(
    conversation,
    (world.messages.get(conversation) ?? []).map((one) => (one.id === id ? message : one)),
  )
}

const forgetViews = (world: World, { conversation, id }: Message): void => {
  for (const key of [...world.views.keys()])
    if (key.startsWith(`${conversation}/${id}/`)) world.views.delete(key)
}

/** Where the view of one person of one message is kept. */
export const viewKey = (
  spot: { readonly conversation: string; readonly id: string },
  person: string,
): string => `${apart(spot.conversation).base}/${spot.id}/${person}`
