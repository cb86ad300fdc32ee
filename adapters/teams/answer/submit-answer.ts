import type { Reply } from '../../../src/chat/reply.ts'
import { type Apart, keepsForm, messageOf, ownMessage, type RedrawCard } from './apart.ts'
import type { AskedBy } from './asked.ts'

/**
 * The answer to a client that knows no `Action.Execute`: its request is answered with nothing, so a message that was nothing
 * but a form becomes what came of it, and everything else is said apart.
 */
export const createSubmitAnswer =
  ({ apart, redraw }: { readonly apart: Apart; readonly redraw: RedrawCard }) =>
  async (asked: AskedBy<'submit'>, reply: Reply): Promise<void> => {
    const message = ownMessage(asked)
    if (message !== undefined && !keepsForm(reply)) {
      if (await redraw(message, messageOf(asked, reply))) return
    }
    if (reply.kind === 'done' && reply.saying === undefined) return
    await apart(asked, reply)
  }
