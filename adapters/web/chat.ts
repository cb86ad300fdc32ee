import type { ChatLog, ChatMessage, NewMessage } from '../../src/chat/chat-log.ts'
import type { Inbound } from '../../src/chat/inbound.ts'
import type { Reply } from '../../src/chat/reply.ts'
import { type Answer, no } from './http.ts'
import { actsOf, keyOf, pressOf, submitOf } from './inbound.ts'
import type { Request } from './request.ts'
import { conversationsOf, type WebDirectory } from './who.ts'

/** What the acts of people need. `hear` is the bot's ear. */
export type ChatParts = {
  readonly log: ChatLog
  readonly directory: WebDirectory
  readonly clock: () => number
  readonly hear: (inbound: Inbound) => Promise<Reply>
  readonly onFault: (fault: unknown) => void
}

const unknownPlace = no(404, 'not_found', 'There is no such conversation or message for you.')
const fileGone = no(422, 'file_gone', 'A file is not there any more. Add it again.')

/** The acts of people: each checks that this person is in the conversation, is kept in the log, and is heard by the bot. */
export const createChat = ({ log, directory, clock, hear, onFault }: ChatParts) => {
  const isIn = async (person: string, conversation: string) =>
    (await conversationsOf(directory, person)).includes(conversation)

  /** A place a person may act in: a conversation of theirs, and in it a thread that exists. */
  const mayActIn = async (place: { as: string; conversation: string; thread?: string }) => {
    if (!(await isIn(place.as, place.conversation))) return false
    if (place.thread === undefined) return true
    const root = await log.message(place.thread)
    return root?.conversation === place.conversation && root.thread === undefined
  }

  const ownMessage = async (person: string, id: string) => {
    const message = await log.message(id)
    return message?.content.kind === 'said' &&
      message.content.author === person &&
      (await isIn(person, message.conversation))
      ? message
      : undefined
  }

  /** Tells the bot everything done with the message; only then it counts as heard. */
  const tell = async (message: ChatMessage): Promise<Reply> => {
    let reply: Reply = { kind: 'done' }
    for (const act of actsOf(message)) reply = await hear(act)
    await log.heard(message)
    return reply
  }

  /** What stands will be heard, now or later: whoever said it is told nothing else. */
  const told = async (message: ChatMessage | undefined): Promise<Answer> => {
    if (message === undefined) return unknownPlace
    const reply = await tell(message).catch((fault): Reply => {
      onFault(fault)
      return { kind: 'done' }
    })
    return { body: { message, reply } }
  }

  return {
    say: async (said: Request<'say'>): Promise<Answer> => {
      if (!(await mayActIn(said))) return unknownPlace
      const { as, conversation, thread, text, files: ids = [] } = said
      const key = keyOf(said)
      const sendable = () => log.files.unsent(as, conversation, ids, key)
      const files = ids.length === 0 ? [] : await sendable()
      if (files.length < ids.length) return fileGone
      const content: NewMessage['content'] = {
        kind: 'said',
        author: as,
        text,
        ...(files.length === 0 ? {} : { files }),
      }
      const place = { conversation, ...(thread === undefined ? {} : { thread }) }
      try {
        return await told(await log.append({ key, ...place, at: clock(), content }, actsOf))
      } catch (error) {
        // Sent with two messages in the same moment: the other one has it.
        if (ids.length > 0 && (await sendable()).length < ids.length) return fileGone
        throw error
      }
    },
    edit: async ({ as, message, text }: Request<'edit'>): Promise<Answer> =>
      (await ownMessage(as, message)) ? told(await log.edit(message, text, clock(), actsOf)) : unknownPlace,
    erase: async ({ as, message }: Request<'erase'>): Promise<Answer> =>
      (await ownMessage(as, message)) ? told(await log.erase(message, clock(), actsOf)) : unknownPlace,
    press: async (pressed: Request<'press'>): Promise<Answer> =>
      (await mayActIn(pressed)) ? { body: { reply: await hear(pressOf(pressed, clock())) } } : unknownPlace,
    submit: async (sent: Request<'submit'>): Promise<Answer> =>
      (await mayActIn(sent)) ? { body: { reply: await hear(submitOf(sent, clock())) } } : unknownPlace,
    /** Tells the bot what it may have missed when a process died between the log and the bot. */
    catchUp: async (): Promise<void> => {
      for (const message of await log.unheard()) await tell(message)
    },
  }
}
