import { once } from 'node:events'
import { WebSocket } from 'undici'
import { createSignal } from '../fake/create-signal.ts'
import { type Fields, fieldsOf, listOf, textOf } from '../fake/fields.ts'
import { buttonsIn } from '../teams/people/card-parts.ts'

/** A message as the Playground has it now. */
export type Shown = {
  readonly id: string
  /** In a channel that of the thread. */
  readonly conversation: string
  readonly by: string
  readonly text: string
  readonly card?: Fields
  /** How often it was drawn anew. */
  readonly updates: number
}

/** Whether a message is the bot's, and stands in this conversation or, in a channel, in one of its threads. */
export const botIn = (conversation: string) => (message: Shown) =>
  message.by.startsWith('28:') && message.conversation.split(';')[0] === conversation.split(';')[0]

/** Whether these words can be read in a message. */
export const saying = (words: string) => (message: Shown) => JSON.stringify(message).includes(words)

/** Whether a message has this button. */
export const offering =
  (button: string) =>
  ({ card }: Shown): boolean =>
    card !== undefined && buttonsIn(card).some(({ title }) => title === button)

const cardOf = (attachments: unknown): Pick<Shown, 'card'> => {
  const [attachment] = listOf(attachments).map(fieldsOf)
  return attachment === undefined ? {} : { card: fieldsOf(attachment.content) }
}

const open = async (address: string, path: string, hear: (said: Fields) => void): Promise<WebSocket> => {
  const socket = new WebSocket(`${address.replace('http', 'ws')}${path}`)
  socket.addEventListener('message', ({ data }) => hear(fieldsOf(JSON.parse(String(data)))))
  await Promise.race([
    once(socket, 'open'),
    once(socket, 'error').then(() => Promise.reject(new Error(`the Playground does not answer at ${path}`))),
  ])
  return socket
}

/**
 * Follows what the Playground shows to its page: everything in the team, in the group chat, and in the personal chat of the one
 * whose page it is. What is said to others in private stands only in its log, which names no chat.
 */
export const watchPlayground = async (address: string) => {
  const signal = createSignal(60_000, 'The Playground')
  const messages = new Map<string, Shown>()
  const chats = new Map<string, string>()
  const posted = new Map<string, Shown>()
  const answered: { readonly activity: string; readonly status: unknown }[] = []

  const shows = await open(address, '/_ws_conversation/v1/conversations/stream', (said) => {
    if (said.action !== 'createMessage' && said.action !== 'updateMessage') return
    const drawn = fieldsOf(said.message)
    const id = textOf(drawn.messageId)
    const before = messages.get(id)
    messages.set(id, {
      id,
      // The first message of a thread says which thread it begins.
      conversation: before?.conversation ?? textOf(drawn.postConversationId ?? said.actionConversationId),
      by: textOf(fieldsOf(drawn.from).id),
      text: textOf(drawn.text),
      ...cardOf(drawn.attachments),
      updates: before === undefined ? 0 : before.updates + 1,
    })
    signal.changed()
  })

  const logs = await open(address, '/_ws/log/stream', ({ log }) => {
    const { activityName, messageId, from, request, response } = fieldsOf(log)
    const body = fieldsOf(fieldsOf(request).body)
    if (from !== 'User Application') {
      if (activityName !== undefined)
        answered.push({ activity: textOf(activityName), status: fieldsOf(response).statusCode })
    } else if (activityName === 'createConversation') {
      const [member] = listOf(body.members).map(fieldsOf)
      chats.set(textOf(member?.id), textOf(fieldsOf(fieldsOf(response).body).id))
    } else if (activityName === 'message') {
      const [id, text] = [textOf(messageId), textOf(body.text)]
      posted.set(id, { id, conversation: '', by: '28:', text, ...cardOf(body.attachments), updates: 0 })
    }
    signal.changed()
  })

  const shown = (fits: (message: Shown) => boolean): readonly Shown[] => [...messages.values()].filter(fits)

  return {
    /** What the page shows, as far as it fits, oldest first. */
    shown,
    /** The newest that fits, as soon as there is one. */
    sees: (fits: (message: Shown) => boolean, what: string): Promise<Shown> =>
      signal.until(() => shown(fits).at(-1), what),
    /** A message as it is now, once it fits. */
    becomes: ({ id }: Shown, fits: (message: Shown) => boolean, what: string): Promise<Shown> =>
      signal.until(() => shown((one) => one.id === id && fits(one))[0], what),
    /** What is said to somebody else in private. */
    told: async (person: string, fits: (message: Shown) => boolean, what: string): Promise<Shown> => {
      const conversation = await signal.until(() => chats.get(person), `a chat with ${person}`)
      const hidden = () => [...posted.values()].findLast((one) => !messages.has(one.id) && fits(one))
      return { ...(await signal.until(hidden, what)), conversation }
    },
    /** Waits until the bot has answered so many activities of a type. */
    answers: async (count: number, activity: string): Promise<void> => {
      const times = () => answered.filter((one) => one.activity === activity && one.status === 200).length
      await signal.until(() => times() >= count, `${count} answers to ${activity}`)
    },
    stop: (): void => {
      signal.stop()
      shows.close()
      logs.close()
    },
  }
}
