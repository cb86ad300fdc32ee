import { createHash } from 'node:crypto'
import type { ChatLog } from '../../src/chat/chat-log.ts'
import type { Answer } from './http.ts'
import { limits } from './limits.ts'
import type { Request } from './request.ts'
import { conversationsOf, type WebDirectory } from './who.ts'

/** For so long nothing is counted again for everybody, ms: it is the same for all pages. */
const countedMs = 1_000

/**
 * What changed for the people whose chats are open, each from their own cursor on, so that who is looked at, and since when, costs
 * nobody a message. With it comes for everybody how many tickets wait for them and how much they have not read, and the sign-in
 * list when it is another one than the page has.
 */
export const createChanges = (log: ChatLog, directory: WebDirectory, clock: () => number) => {
  let counted: { readonly at: number; readonly counts: Promise<Counts> } | undefined

  const count = async (): Promise<Counts> => {
    const people = await directory.people()
    const seats = await Promise.all(
      people.map(async ({ id }) => ({ person: id, conversations: await conversationsOf(directory, id) })),
    )
    const [unread, waits] = await Promise.all([log.waiting(seats), directory.waits?.()])
    return { unread: Object.fromEntries(unread), waits: Object.fromEntries(waits ?? []) }
  }
  const counts = (): Promise<Counts> => {
    const at = clock()
    if (counted === undefined || Math.abs(at - counted.at) >= countedMs) counted = { at, counts: count() }
    const { counts } = counted
    counts.catch(() => {
      counted = undefined
    })
    return counts
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
        ...(await counts()),
        now: clock(),
        ...(fingerprint === list ? {} : { people: { list: fingerprint, people } }),
        // The page remembers more than the log holds: the log is another one, and the page must begin anew.
        ...(after.some((cursor) => cursor > head) ? { reset: true } : {}),
      },
    }
  }
}

/** By person, of whom there is any. */
type Counts = {
  readonly unread: { readonly [person: string]: number }
  readonly waits: { readonly [person: string]: number }
}
