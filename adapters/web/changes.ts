import { createHash } from 'node:crypto'
import type { ChatLog } from '../../src/chat/chat-log.ts'
import type { Answer } from './http.ts'
import { limits } from './limits.ts'
import type { Request } from './request.ts'
import { conversationsOf, type WebDirectory } from './who.ts'

/** For so long what waits for everybody is not counted again, ms: it is the same for all pages. */
const countedMs = 1_000

/**
 * What changed for the people whose chats are open, each from their own cursor on, so that who is looked at, and since when, costs
 * nobody a message. With it comes how much waits for everybody, and the sign-in list when it is another one than the page has.
 */
export const createChanges = (log: ChatLog, directory: WebDirectory, clock: () => number) => {
  let counted: { readonly at: number; readonly waiting: Promise<Waiting> } | undefined

  const count = async (): Promise<Waiting> => {
    const people = await directory.people()
    const seats = await Promise.all(
      people.map(async ({ id }) => ({ person: id, conversations: await conversationsOf(directory, id) })),
    )
    return Object.fromEntries(await log.waiting(seats))
  }
  const waiting = (): Promise<Waiting> => {
    const at = clock()
    if (counted === undefined || Math.abs(at - counted.at) >= countedMs) counted = { at, waiting: count() }
    const { waiting } = counted
    waiting.catch(() => {
      counted = undefined
    })
    return waiting
  }

  return async ({ as, after, list }: Request<'changes'>): Promise<Answer> => {
    // Read before the messages: everything up to it is committed, and so among them.
    const head = await log.cursor()
    const people = await directory.people()
    const fingerprint = createHash('sha256').update(JSON.stringify(people)).digest('base64url').slice(0, 16)
    const theirs = await Promise.all(as.map((person) => conversationsOf(directory, person)))
    const cursors = new Map<string, number>()
    theirs.forEach((conversations, place) => {
      for (const conversation of conversations)
        cursors.set(conversation, Math.min(cursors.get(conversation) ?? head, after[place] ?? head))
    })
    const messages = await log.since(cursors, limits.changes)
    const isAll = messages.length < limits.changes
    const last = messages.at(-1)?.changed ?? 0
    return {
      body: {
        messages,
        cursor: isAll ? Math.max(head, last) : last,
        head,
        isAll,
        waiting: await waiting(),
        now: clock(),
        ...(fingerprint === list ? {} : { people: { list: fingerprint, people } }),
        // The page remembers more than the log holds: the log is another one, and the page must begin anew.
        ...(after.some((cursor) => cursor > head) ? { reset: true } : {}),
      },
    }
  }
}

type Waiting = { readonly [person: string]: number }
