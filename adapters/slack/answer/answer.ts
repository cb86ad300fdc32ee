import type { Reply } from '../../../src/chat/reply.ts'
import { wordsCard } from '../../shared/card-words.ts'
import { type Asked, frameLanguage, inReplysLanguage } from './asked.ts'
import { lateProblems } from './late-form.ts'
import type { OpenForm } from './open-form.ts'
import type { Tell } from './tell.ts'

/** Shows the reply to a press, a command or a message pointed at, to the person who acted alone. */
export const createAnswer =
  ({ tell, openForm }: { readonly tell: Tell; readonly openForm: OpenForm }) =>
  async (act: Asked, reply: Reply): Promise<void> => {
    const asked = inReplysLanguage(act, reply)
    switch (reply.kind) {
      case 'done':
        // What only this person sees follows nothing: once something was done by it, its words stand in its place.
        return reply.saying === undefined
          ? undefined
          : tell(asked, wordsCard(reply.saying), { replace: asked.way.ephemeral })
      case 'show':
        return tell(asked, reply.card, { replace: asked.way.ephemeral })
      case 'ask':
        return openForm(asked, reply.form)
      case 'amend': {
        const { inbound } = asked
        const form = inbound.kind === 'press' ? inbound.press : { flow: 'help' }
        return tell(asked, lateProblems(reply.problems, form, frameLanguage(asked)))
      }
      case 'refuse':
      case 'fault':
        return tell(asked, wordsCard(reply.saying, 'warning'))
    }
  }

/** What shows replies. */
export type Answer = ReturnType<typeof createAnswer>
