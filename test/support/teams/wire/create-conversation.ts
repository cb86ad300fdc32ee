import { type Fields, fieldsOf, listOf, textOf } from '../../fake/fields.ts'
import type { World } from '../world/create-world.ts'
import { threaded } from '../world/find.ts'
import { personalOf } from '../world/populate.ts'
import { writeMessage } from '../world/write-message.ts'
import { checkActivity } from './check-activity.ts'
import { type Answer, refuse } from './refuse.ts'
import { writable } from './writable.ts'

/** `POST /v3/conversations`: the personal conversation of somebody, or a new thread in a channel. */
export const createConversation = (world: World, body: Fields): Answer => {
  const bot = textOf(fieldsOf(body.bot).id)
  if (bot !== '' && bot !== world.bot.user && bot !== world.bot.appId)
    refuse(403, 'Forbidden', 'The bot is not the one the token is for')
  const data = fieldsOf(body.channelData)
  const channel = textOf(fieldsOf(data.channel).id)
  return channel === '' ? personal(world, body, data) : newThread(world, body, channel)
}

const personal = (world: World, body: Fields, data: Fields): Answer => {
  const members = listOf(body.members).map(fieldsOf)
  const tenant = textOf(body.tenantId) || textOf(fieldsOf(data.tenant).id)
  if (members.length !== 1 || tenant === '' || body.isGroup === true)
    refuse(400, 'BadSyntax', 'Incorrect conversation creation parameters')
  if (body.activity !== undefined)
    refuse(400, 'BadSyntax', 'A personal conversation is created without an activity')
  const id = members[0]?.id
  const person = [...world.people.values()].find(
    ({ user, aad, tenant: of }) => (user === id || aad === id) && of === tenant,
  )
  if (person === undefined) return refuse(404, 'NotFound', 'No such user in the tenant')
  if (!person.installed)
    refuse(403, 'ForbiddenOperationException', "Bot is not installed in user's personal scope")
  return { status: 201, body: { id: personalOf(world, person) } }
}

const newThread = (world: World, body: Fields, channel: string): Answer => {
  const conversation = writable(world, channel)
  if (conversation.kind !== 'channel') refuse(400, 'BadSyntax', 'Not a channel')
  const activity = fieldsOf(body.activity)
  checkActivity(world, conversation, activity)
  const { id } = writeMessage(world, conversation, activity)
  return { status: 201, body: { id: threaded(conversation, id), activityId: id } }
}
