import type { ChatLog } from '../../src/chat/chat-log.ts'
import { type Answer, no } from './http.ts'
import { limits } from './limits.ts'
import type { Request } from './request.ts'
import { conversationsOf, directOf, type WebDirectory } from './who.ts'

/** What people read: their conversations with what is unread, and the messages in those they are in. */
export const createReading = (log: ChatLog, directory: WebDirectory, clock: () => number) => ({
  /** The sign-in list, with the point from which a live page follows and the server's time. */
  people: async (): Promise<Answer> => ({
    body: { people: await directory.people(), cursor: await log.cursor(), now: clock() },
  }),
  inbox: async ({ as }: Request<'inbox'>): Promise<Answer> => {
    const rooms = await directory.rooms(as)
    const conversations = [
      { conversation: directOf(as), kind: 'direct', name: 'Accord' },
      ...rooms.map(({ conversation, name, side }) => ({ conversation, kind: side, name })),
    ]
    const unread = await log.unread(
      as,
      conversations.map(({ conversation }) => conversation),
    )
    return { body: { conversations, unread } }
  },
  messages: async ({ as, ...part }: Request<'messages'>): Promise<Answer> => {
    if (!(await conversationsOf(directory, as)).includes(part.conversation))
      return no(404, 'not_found', 'There is no such conversation for you.')
    const messages = await log.page({ ...part, limit: limits.page })
    const root = part.thread === undefined ? undefined : await log.message(part.thread)
    return {
      body: {
        messages,
        earlier: messages.length === limits.page,
        ...(root?.conversation === part.conversation ? { root } : {}),
      },
    }
  },
  read: async ({ as, ...mark }: Request<'read'>): Promise<Answer> => {
    if (!(await conversationsOf(directory, as)).includes(mark.conversation))
      return no(404, 'not_found', 'There is no such conversation for you.')
    await log.markRead(as, mark)
    return { body: {} }
  },
})
