import { randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import type { Press } from '../../../src/chat/card.ts'
import type { ChatMessage } from '../../../src/chat/chat-log.ts'
import type { Values } from '../../../src/chat/form.ts'
import type { Reply } from '../../../src/chat/reply.ts'
import { webCall } from '../../support/web-call.ts'
import { untilKillsEnd } from './truth.ts'

/** What the web chat answers to an act. */
type Acted = { readonly reply: Reply; readonly message?: ChatMessage }

/** Where an act happens: a conversation, and a thread in it. */
export type Spot = { readonly conversation?: string; readonly thread?: string }

/** One request as the page sends it; the answer, or nothing when the server was not reached or failed. */
export const attempt = async (address: string, act: string, body: unknown): Promise<Acted | undefined> => {
  const came = await webCall(`${address}api/${act}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  }).catch(() => undefined)
  if (came === undefined || came.status >= 500 || came.status === 0) return undefined
  if (came.status !== 200) throw new Error(`${act} ${JSON.stringify(body)}: ${came.status} ${came.body}`)
  try {
    return JSON.parse(came.body)
  } catch {
    return undefined // the process died in the middle of the answer
  }
}

/** Asks until a server has answered, as the page does: the same act under the same key, whoever answers. */
const insist = async (addresses: () => readonly string[], act: string, body: unknown): Promise<Acted> => {
  const until = Date.now() + untilKillsEnd
  for (let turn = 0; Date.now() < until; turn += 1) {
    const open = addresses()
    const address = open[turn % Math.max(1, open.length)]
    const came = address === undefined ? undefined : await attempt(address, act, body)
    if (came !== undefined) return came
    await pause(50)
  }
  throw new Error(`nobody answered ${act} ${JSON.stringify(body)}`)
}

/** A person at the web chat's page of whichever process answers. Each act resolves when it was acknowledged. */
export const person = (addresses: () => readonly string[], user: string) => {
  const act = (kind: string, { conversation = `direct:${user}`, thread }: Spot, what: object) =>
    insist(addresses, kind, {
      as: user,
      conversation,
      ...(thread === undefined ? {} : { thread }),
      key: randomUUID(),
      ...what,
    })
  return {
    user,
    /** Returns the message's id in the chat log. */
    says: async (text: string, spot: Spot = {}): Promise<string> => {
      const { message } = await act('say', spot, { text })
      if (message === undefined) throw new Error('a message was said and not returned')
      return message.id
    },
    presses: async (press: Press, spot: Spot = {}): Promise<Reply> =>
      (await act('press', spot, { press })).reply,
    fills: async (form: Press, values: Values, spot: Spot = {}): Promise<Reply> =>
      (await act('submit', spot, { form, values })).reply,
  }
}

/** A person who acts; see `person`. */
export type Acting = ReturnType<typeof person>
