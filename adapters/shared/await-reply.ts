import type { Receive } from '../../src/chat/adapter.ts'
import type { Asking } from '../../src/chat/inbound.ts'
import type { Reply } from '../../src/chat/reply.ts'
import type { InFlight } from './in-flight.ts'
import { within } from './within.ts'

/** The reply, or that it takes longer than its person is kept waiting: it is coming, whatever becomes of this process. */
export type Awaited = { readonly reply: Reply } | { readonly late: Promise<Reply> }

/** How long a person is kept waiting, ms: for the reply; and after that while it is being kept that the reply is still to come. */
export type Patience = { readonly replyMs: number; readonly keepMs: number }

/**
 * Asks the bot, and waits as long as the platform does. What takes longer is promised first, so that another process
 * carries it out should this one die, and may still come meanwhile; where not even that can be kept it rejects, for its
 * person is told only what is so.
 */
export const createAwaitReply =
  ({ receive, inFlight }: { readonly receive: Receive; readonly inFlight: InFlight }) =>
  async (inbound: Asking, { replyMs, keepMs }: Patience): Promise<Awaited> => {
    let promise: (() => Promise<void>) | undefined
    const stands = (given: typeof promise): void => {
      promise = given
    }
    const coming = inFlight.track(receive(inbound, stands))
    const reply = await within(coming, replyMs)
    if (reply !== undefined) return { reply }
    const keeping = promise?.().then(() => true)
    keeping?.catch(() => {}) // asked for below
    const after = await within(coming, keepMs)
    if (after !== undefined) return { reply: after }
    const kept = keeping && (await within(keeping, 0))
    if (kept === undefined) throw new Error('an act could not be kept in the time that its platform waits')
    return { late: coming }
  }

/** What asks the bot. */
export type AwaitReply = ReturnType<typeof createAwaitReply>
