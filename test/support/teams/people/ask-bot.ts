import { randomUUID } from 'node:crypto'
import type { Fields } from '../../fake/fields.ts'
import { activityFrom } from '../deliver/activity.ts'
import type { Delivery } from '../deliver/delivery.ts'
import { personOf } from '../world/find.ts'
import type { Message } from '../world/records.ts'
import { inside, type Stage } from './stage.ts'

/** What Teams says where an invoke had no answer it understands. */
export const sorry = 'Something went wrong. Please try again.'

/** What came of an act of a person with a card or window. */
export type Acted = {
  readonly delivery?: Delivery
  /** What the client refused to send, by field. */
  readonly refused?: { readonly [field: string]: string }
  /** Why the person was told that something went wrong. */
  readonly trouble?: string
}

/** The invokes of a person, and what a client makes of the answers. */
export const askBot = (stage: Stage, id: string) => {
  const { world, deliveries } = stage
  const person = () => personOf(world, id)

  const toast = (text: string): void => {
    world.toasts.push({ person: person().id, text })
    world.signal.changed()
  }

  return {
    toast,
    /** Sends an invoke from where a message stands. `thread`: Teams says in which thread that is. */
    invoke: async (
      message: Pick<Message, 'conversation' | 'thread' | 'id'>,
      name: string,
      value: Fields,
      { thread, ...more }: Fields & { readonly thread: boolean; readonly channelData?: Fields },
    ): Promise<Delivery> => {
      const [who, conversation] = inside(stage, id, message.conversation)
      return deliveries.deliver(
        activityFrom(world, who, conversation, {
          type: 'invoke',
          name,
          value,
          ...(thread ? { root: message.thread ?? message.id } : {}),
          ...more,
        }),
      )
    },
    /**
     * Reads an answer: `read` gives what is wrong with it. A refusal is told to the person; an answer Teams cannot read is
     * also a problem.
     */
    answered: (delivery: Delivery, read: (body: unknown) => string | undefined): Acted => {
      const { status, body } = delivery
      const refused = status !== 200 ? (status ?? delivery.attempts.at(-1)?.failed ?? 'no answer') : undefined
      const unread = refused === undefined ? read(body) : undefined
      if (unread !== undefined)
        world.problems.push(`the answer to ${String(delivery.activity.name)}: ${unread}`)
      const trouble = refused === undefined ? unread : String(refused)
      if (trouble !== undefined) toast(sorry)
      world.signal.changed()
      return { delivery, ...(trouble === undefined ? {} : { trouble }) }
    },
    /** Sends what a button carries as a message without words, as `Action.Submit` does. */
    submit: async (message: Message, value: Fields): Promise<Delivery> => {
      const [who, conversation] = inside(stage, id, message.conversation)
      return deliveries.deliver(
        activityFrom(world, who, conversation, {
          type: 'message',
          id: world.stamp(),
          root: message.thread ?? message.id,
          replyToId: message.id,
          value,
          channelData: { source: { name: 'message' }, legacy: { replyToId: `1:${randomUUID()}` } },
        }),
      )
    },
  }
}
