import type { Receive } from '../../src/chat/adapter.ts'
import type { Asking } from '../../src/chat/inbound.ts'
import type { Reply } from '../../src/chat/reply.ts'
import type { InFlight } from './in-flight.ts'
import { within } from './within.ts'

/** The reply, or that it takes longer than its person is kept waiting: it is coming, whatever becomes of this process. */
export type Awaited = { readonly reply: Reply } | { readonly late: Promise<Reply> }

/** How long it may take to keep what takes longer, ms. */
const promiseMs = 400

/**
 * Asks the bot, and waits as long as the platform does. What takes longer is promised first, so that another process
 * carries it out should this one die; where not even that can be kept it rejects, for its person is told only what is so.
 */
export const createAwaitReply =
  ({ receive, inFlight }: { readonly receive: Receive; readonly inFlight: InFlight }) =>
  async (inbound: Asking, patienceMs: number): Promise<Awaited> => {
    let promise: (() => Promise<void>) | undefined
    const stands = (given: typeof promise): void => {
      promise = given
    }
    const coming = inFlight.track(receive(inbound, stands))
    const reply = await within(coming, patienceMs)
    if (reply !== undefined) return { reply }
    const kept =
      promise &&
      (await within(
        promise().then(() => true),
        promiseMs,
      ))
    if (kept === undefined) throw new Error('an act could not be kept in the time that its platform waits')
    return { late: coming }
  }

/** What asks the bot. */
export type AwaitReply = ReturnType<typeof createAwaitReply>
