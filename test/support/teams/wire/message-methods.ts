import type { Fields } from '../../fake/fields.ts'
import type { World } from '../world/create-world.ts'
import type { Conversation, Message } from '../world/records.ts'
import { changeMessage, markDeleted, writeMessage } from '../world/write-message.ts'
import { checkActivity } from './check-activity.ts'
import { type Answer, refuse } from './refuse.ts'
import type { Route } from './route.ts'
import { writable } from './writable.ts'

const found = (world: World, conversation: Conversation, id: string): Message | undefined =>
  world.messages.get(conversation.id)?.find((one) => one.id === id)

/** The first message of the thread a request names; refused where there is none. */
const rootOf = (
  world: World,
  conversation: Conversation,
  { thread, activity }: Route,
): string | undefined => {
  if (conversation.kind !== 'channel')
    return thread === undefined ? undefined : refuse(404, 'ConversationNotFound', 'Conversation not found.')
  if (thread !== undefined) {
    const root = found(world, conversation, thread)
    if (root === undefined || root.thread !== undefined)
      refuse(404, 'ConversationNotFound', 'Conversation not found.')
    return thread
  }
  if (activity === undefined) return undefined
  const answered = found(world, conversation, activity)
  if (answered === undefined) return refuse(404, 'ActivityNotFoundInConversation', 'Activity not found.')
  return answered.thread ?? answered.id
}

/** `POST …/activities` and `POST …/activities/:id`: a message of the bot. Without a thread, a channel gets a new one. */
export const sendMessage = (world: World, route: Route, body: Fields): Answer => {
  const conversation = writable(world, route.conversation ?? '')
  const thread = rootOf(world, conversation, route)
  checkActivity(world, conversation, body)
  if (body.type === 'typing') return { status: 202, body: {} }
  const { id } = writeMessage(world, conversation, body, thread === undefined ? {} : { thread })
  return { status: 201, body: { id } }
}

/** The bot's own message a request names; anything else is refused. */
const own = (world: World, conversation: Conversation, { activity = '', thread }: Route): Message => {
  const message = found(world, conversation, activity)
  const elsewhere = thread !== undefined && message?.thread !== thread && message?.id !== thread
  if (message === undefined || message.deleted || elsewhere)
    return refuse(404, 'ActivityNotFoundInConversation', 'The activity was not found in the conversation.')
  if (message.by !== undefined) refuse(403, 'ForbiddenOperationException', 'Not a message of the bot')
  return message
}

/** `PUT …/activities/:id`: the message is another one now, for everybody. */
export const updateMessage = (world: World, route: Route, body: Fields): Answer => {
  const conversation = writable(world, route.conversation ?? '')
  const before = own(world, conversation, route)
  if (body.type !== 'message') refuse(400, 'BadSyntax', `Unknown activity type ${String(body.type)}`)
  checkActivity(world, conversation, body)
  changeMessage(world, before, body)
  return { status: 200, body: { id: before.id } }
}

/** `DELETE …/activities/:id`. */
export const deleteMessage = (world: World, route: Route): Answer => {
  const conversation = writable(world, route.conversation ?? '')
  markDeleted(world, own(world, conversation, route), true)
  return { status: 200 }
}
