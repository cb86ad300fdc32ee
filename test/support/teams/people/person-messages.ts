import { type Fields, fieldsOf, listOf } from '../../fake/fields.ts'
import { activityFrom } from '../deliver/activity.ts'
import type { Delivery } from '../deliver/delivery.ts'
import { messageAt, personOf } from '../world/find.ts'
import type { Conversation, Message, Person, Spot } from '../world/records.ts'
import { changeMessage, markDeleted, writeMessage } from '../world/write-message.ts'
import { saidFields, type Way } from './said.ts'
import { inside, type Stage } from './stage.ts'

/** A message a person sent, and what became of the activities that tell of it: none where the bot does not hear it. */
export type Said = Spot & { readonly thread?: string; readonly deliveries: readonly Delivery[] }

/** What a person does with messages. Each resolves when the bot has answered, or could not. */
export const personMessages = (stage: Stage, id: string) => {
  const { world, deliveries } = stage

  const mentioned = (activity: Fields): boolean =>
    listOf(activity.entities)
      .map(fieldsOf)
      .some((entity) => entity.type === 'mention' && fieldsOf(entity.mentioned).id === world.bot.user)

  /** Of chats and channels the bot hears only what mentions it. */
  const hears = ({ kind, installed }: Conversation, activity: Fields): boolean =>
    installed && (kind === 'personal' || mentioned(activity))

  const tell = async (conversation: Conversation, activity: Fields, before?: Fields) => {
    const heard = hears(conversation, activity) || (before !== undefined && hears(conversation, before))
    return heard ? [await deliveries.deliver(activity)] : []
  }

  const activityOf = (
    person: Person,
    conversation: Conversation,
    text: string,
    way: Way,
    more: Fields & { readonly id: string; readonly root?: string; readonly channelData?: Fields },
  ): Fields => {
    const { entities, ...said } = saidFields(world, conversation, text, way)
    const base = activityFrom(world, person, conversation, {
      type: 'message',
      textFormat: 'plain',
      ...said,
      ...more,
    })
    return { ...base, entities: [...entities, ...listOf(base.entities)] }
  }

  const own = (spot: Spot): Message => {
    const message = messageAt(world, spot)
    if (message.by !== personOf(world, id).id) throw new Error(`${spot.id} is not ${id}'s`)
    return message
  }

  /** Tells of a message that became another one. */
  const become = (before: Message, type: string, eventType: string, text: string, way: Way) => {
    const [person, conversation] = inside(stage, id, before.conversation)
    return activityOf(person, conversation, text, way, {
      type,
      id: before.id,
      root: before.thread ?? before.id,
      channelData: { eventType },
    })
  }

  return {
    /** Says something in a chat or channel, in a thread of it where one is given. */
    say: async (at: string, text: string, way: Way = {}): Promise<Said> => {
      const [person, conversation] = inside(stage, id, at)
      const { kind, installed } = conversation
      if (!installed && (kind === 'personal' || way.mention === true))
        throw new Error(`The app is not installed in ${at}`)
      if (kind !== 'channel' && way.thread !== undefined) throw new Error('Only channels have threads')
      if (way.thread !== undefined) messageAt(world, { conversation: at, id: way.thread })
      const stamp = world.stamp()
      const thread = kind === 'channel' ? way.thread : undefined
      const activity = activityOf(person, conversation, text, way, {
        id: stamp,
        root: thread ?? stamp,
        ...(thread === undefined ? {} : { replyToId: thread }),
      })
      const message = writeMessage(world, conversation, activity, {
        id: stamp,
        by: person.id,
        text,
        ...(thread === undefined ? {} : { thread }),
      })
      return {
        id: stamp,
        conversation: message.conversation,
        ...(thread === undefined ? {} : { thread }),
        deliveries: await tell(conversation, activity),
      }
    },
    /** Changes what an own message says; a mention of the bot stays in it unless told otherwise. */
    edit: async (spot: Spot, text: string, way: Way = {}): Promise<readonly Delivery[]> => {
      const before = own(spot)
      const said = { mention: mentioned(before.activity), ...way }
      const activity = become(before, 'messageUpdate', 'editMessage', text, said)
      changeMessage(world, before, activity, { text })
      return tell(inside(stage, id, spot.conversation)[1], activity, before.activity)
    },
    /** Deletes an own message. */
    erase: async (spot: Spot): Promise<readonly Delivery[]> => {
      const before = own(spot)
      const {
        text: _text,
        attachments: _attachments,
        ...activity
      } = become(before, 'messageDelete', 'softDeleteMessage', '', {})
      markDeleted(world, before, true)
      return tell(inside(stage, id, spot.conversation)[1], activity, before.activity)
    },
    /** Takes the deletion of an own message back. */
    restore: async (spot: Spot): Promise<readonly Delivery[]> => {
      const before = own(spot)
      const { text, attachments, entities } = before.activity
      const activity = become(before, 'messageUpdate', 'undeleteMessage', '', {})
      markDeleted(world, before, false)
      return tell(inside(stage, id, spot.conversation)[1], { ...activity, text, attachments, entities })
    },
    /** What the person reads in a chat or channel. */
    reads: (at: string): readonly Message[] => {
      const [, conversation] = inside(stage, id, at)
      return (world.messages.get(conversation.id) ?? []).filter(({ deleted }) => !deleted)
    },
  }
}
