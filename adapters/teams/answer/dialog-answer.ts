import type { Reply } from '../../../src/chat/reply.ts'
import { texts } from '../../../src/text/texts.ts'
import { formCard } from '../form.ts'
import type { Answered } from '../wire/port.ts'
import type { Apart } from './apart.ts'
import { type Asked, type AskedBy, drawingOf, frameLanguage, valuesOf } from './asked.ts'
import { dialogCard, dialogWords } from './invoke-body.ts'
import { viewOf } from './view.ts'

/** A refusal above the form that was sent, so that what was typed is not lost. */
const refusedForm = (asked: Asked, reply: Reply): Answered | undefined => {
  if (reply.kind !== 'refuse' || reply.form === undefined) return undefined
  const { form, saying } = reply
  const { thread } = asked.inbound.place
  const card = formCard(form, {
    language: frameLanguage(asked, reply),
    frame: 'dialog',
    values: valuesOf(asked),
    notice: saying,
    once: drawingOf(asked, reply),
    ...(thread === undefined ? {} : { thread }),
  })
  return dialogCard(form.title, card)
}

/** The answer to a dialog: it goes on with a form or a card, or ends with words. */
export const createDialogAnswer = ({ apart }: { readonly apart: Apart }) => ({
  now: async (asked: AskedBy<'dialog'>, reply: Reply): Promise<Answered> => {
    const refused = refusedForm(asked, reply)
    if (refused !== undefined) return refused
    const view = viewOf(asked, reply, 'dialog')
    return view.kind === 'view' ? dialogCard(view.title, view.card) : dialogWords(view.words)
  },

  /** While it takes longer than Teams waits: the dialog ends, and the result comes by message. */
  working: (asked: AskedBy<'dialog'>): Answered =>
    dialogWords(texts(frameLanguage(asked)).teams.workingApart),

  late: async (asked: AskedBy<'dialog'>, reply: Reply): Promise<void> => {
    await apart(asked, reply)
  },
})
