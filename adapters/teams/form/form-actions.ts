import type { Form } from '../../../src/chat/form.ts'
import type { Texts } from '../../../src/text/texts.ts'
import { limits } from '../limits.ts'
import type { Action } from '../render/adaptive-card.ts'
import { execute } from '../render/execute.ts'
import { literal } from '../render/literal.ts'
import { carry } from './carried.ts'

/** Where a form stands: over a card of the bot, in a message of its own, or in a dialog. */
export type FormFrame = 'over' | 'own' | 'dialog'

type FormSurroundings = {
  readonly frame: FormFrame
  /** The thread it was opened from, which a dialog has to remember. */
  readonly thread?: string
  /** See `Carried`; a window of the form is the same one. */
  readonly once?: string
  /** The client opens dialogs. */
  readonly windows?: boolean
}

/** What one can do with a form: send it, open it as a dialog, leave it. */
export const formActions = (
  form: Form,
  { frame, thread, once, windows = false }: FormSurroundings,
  { frame: words, teams }: Texts,
): readonly Action[] => {
  const remembered = {
    ...(thread === undefined ? {} : { thread }),
    ...(once === undefined ? {} : { once }),
  }
  if (frame === 'dialog')
    return [
      {
        type: 'Action.Submit',
        title: literal(form.submit, limits.button),
        style: 'positive',
        data: carry({ form, ...remembered }),
      },
    ]
  const send = execute({
    title: form.submit,
    style: 'positive',
    data: carry({ form, frame, ...remembered }),
  })
  const window: Action = {
    type: 'Action.Submit',
    title: literal(teams.window, limits.button),
    associatedInputs: 'none',
    data: { msteams: { type: 'task/fetch' }, ...carry({ press: form, ...remembered }) },
  }
  const cancel = execute({
    title: words.cancel,
    associatedInputs: 'none',
    data: carry({ back: true, frame: 'over', press: form }),
  })
  return [send, ...(windows ? [window] : []), ...(frame === 'over' ? [cancel] : [])]
}
