import { fieldsOf, listOf } from '../../fake/fields.ts'
import type { Delivery } from '../deliver/delivery.ts'
import type { Message } from '../world/records.ts'
import { directWith, seenBy } from '../world/sight.ts'
import { changeMessage, removeMessage, storeMessage } from '../world/write-message.ts'
import { type NewFile, shareFiles } from './share-files.ts'
import { channelOf, installOf, type Stage, userOf, writableBy } from './stage.ts'
import { richTextOf, userMessage } from './user-message.ts'

/** A message a person sent, and what became of the events that tell of it. */
export type Said = { readonly ts: string; readonly channel: string; readonly deliveries: readonly Delivery[] }

type Way = { readonly thread?: string; readonly files?: readonly NewFile[]; readonly broadcast?: boolean }

/** What a person does with messages. Each resolves when the app has been told, or could not be. */
export const personMessages = (stage: Stage, person: string) => {
  const { world } = stage
  const existing = (channel: string, ts: string): Message => {
    const message = world.messages.get(channel)?.find((one) => one.ts === ts)
    if (message === undefined) throw new Error(`No message ${ts} in ${channel}`)
    return message
  }
  const own = (channel: string, ts: string): Message => {
    const message = existing(channel, ts)
    if (message.user !== person) throw new Error(`${ts} in ${channel} is not ${person}'s`)
    return message
  }

  return {
    /** The direct conversation with the bot of a workspace, by default the person's own; opened when there is none. */
    dm: (team = userOf(stage, person).team): string => directWith(world, installOf(stage, team), person).id,
    /** Says something in a channel, or in a thread of it; files may come with it. */
    say: async (
      channelId: string,
      text: string,
      { thread, files = [], broadcast }: Way = {},
    ): Promise<Said> => {
      const channel = writableBy(stage, person, channelId)
      const shared = shareFiles(stage, userOf(stage, person), channel, files)
      const message = userMessage(world, userOf(stage, person), channel, text, {
        ...(thread === undefined ? {} : { thread_ts: thread }),
        ...(shared.length === 0
          ? {}
          : { subtype: 'file_share', files: shared, upload: false, display_as_bot: false }),
        ...(broadcast === true ? { subtype: 'thread_broadcast' } : {}),
      })
      const deliveries = await storeMessage(world, channel, message)
      return { ts: message.ts, channel: channelId, deliveries }
    },
    /** Changes what an own message says. */
    edit: (channelId: string, ts: string, text: string) => {
      const before = own(channelId, ts)
      const edited = { user: person, ts: world.stamp() }
      return changeMessage(world, channelOf(stage, channelId), before, {
        ...before,
        text,
        blocks: richTextOf(text),
        edited,
      })
    },
    /** Deletes an own message. */
    remove: (channelId: string, ts: string) =>
      removeMessage(world, channelOf(stage, channelId), own(channelId, ts)),
    /** Adds a reaction, named without colons. */
    react: (channelId: string, ts: string, name: string) => {
      const channel = writableBy(stage, person, channelId)
      const message = existing(channelId, ts)
      const others = listOf(message.reactions).map(fieldsOf)
      const users = listOf(others.find((one) => one.name === name)?.users)
      if (users.includes(person)) throw new Error(`${person} has already reacted with ${name}`)
      const reaction = { name, users: [...users, person], count: users.length + 1 }
      const reactions = [...others.filter((one) => one.name !== name), reaction]
      world.messages.set(
        channelId,
        (world.messages.get(channelId) ?? []).map((one) => (one.ts === ts ? { ...one, reactions } : one)),
      )
      return world.tell({
        event: {
          type: 'reaction_added',
          user: person,
          reaction: name,
          item_user: message.user,
          item: { type: 'message', channel: channelId, ts },
          event_ts: world.stamp(),
        },
        channel: channel.id,
      })
    },
    /** What the person reads in a channel: its messages, and what is for them alone. */
    reads: (channelId: string): readonly Message[] => {
      const channel = channelOf(stage, channelId)
      const visible = channel.members.includes(person) || channel.kind === 'public'
      const alone = world.ephemerals
        .filter(({ channel: at, to }) => at === channelId && to === person)
        .map(({ message }) => message)
      const all = visible ? (world.messages.get(channelId) ?? []) : []
      return [...all, ...alone].toSorted((one, other) => Number(one.ts) - Number(other.ts))
    },
    /** Whether the app's bot of the person's workspace could see this channel. */
    botSees: (channelId: string): boolean =>
      seenBy(world, installOf(stage, userOf(stage, person).team), channelId) !== undefined,
  }
}
