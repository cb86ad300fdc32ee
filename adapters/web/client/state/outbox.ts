import type { Acted, Spot } from '../wire.ts'
import { insist, newKey } from './api.ts'
import { type Desk, deskOf } from './desk.ts'
import { keyInLog, type Pending } from './pending.ts'
import { remembered } from './remembered.ts'
import { show } from './replies.ts'
import { keep } from './shelf.ts'

/** A reload does not know what became of what was on its way: under its key it is said once however often it is sent. */
const isPending = (one: unknown): one is Pending => typeof one === 'object' && one !== null && 'spot' in one
const unsent = (found: unknown): readonly Pending[] =>
  (Array.isArray(found) ? found : [])
    .filter(isPending)
    .map(({ why = 'offline', files = [], ...pending }) => ({ ...pending, files, state: 'failed', why }))

/** What people said that the server has not confirmed, oldest first. */
export const outbox = remembered(sessionStorage, 'outbox', unsent)

/** Says something. A new report's thread opens when the bot answers. */
export const say = (
  desk: Desk,
  spot: Spot,
  { text, files }: Pick<Pending, 'text' | 'files'>,
  addressed: boolean,
): void => {
  const pending: Pending = { key: newKey(), person: desk.person, spot, text, files, state: 'sending' }
  desk.awaited.value = addressed && spot.thread === undefined ? keyInLog(pending) : undefined
  desk.toasts.value = []
  outbox.value = [...outbox.value, pending]
  void send(pending)
}

/** Sends it again under the same key: what arrived after all is not said twice. */
export const sayAgain = (pending: Pending): void => {
  change(pending.key, { ...pending, state: 'sending' })
  void send(pending)
}

/** The server is back: whatever did not reach it is sent again, in the order it was said. */
export const sendUnsent = (): void => {
  for (const pending of outbox.value)
    if (pending.state === 'failed' && pending.why === 'offline') sayAgain(pending)
}

/** Gives it up. */
export const discard = ({ key }: Pending): void => {
  outbox.value = outbox.value.filter((other) => other.key !== key)
}

/** Queues per person, so that what is said after something else stands after it. */
const queues = new Map<string, Promise<void>>()

const send = (pending: Pending): Promise<void> => {
  const turn = (queues.get(pending.person) ?? Promise.resolve()).then(() => deliver(pending))
  queues.set(pending.person, turn)
  return turn
}

const deliver = async (pending: Pending): Promise<void> => {
  const { person, spot, key, text } = pending
  const files = pending.files.length === 0 ? {} : { files: pending.files.map(({ id }) => id) }
  const came = await insist<Acted>('/api/say', { as: person, ...spot, key, text, ...files })
  if (!came.ok) return change(key, { ...pending, state: 'failed', why: came.error })
  if (came.body.message) keep(came.body.message)
  discard(pending)
  show(deskOf(person), spot, came.body.reply)
}

const change = (key: string, to: Pending): void => {
  outbox.value = outbox.value.map((pending) => (pending.key === key ? to : pending))
}
