import type { ModalView } from '@slack/types'
import type { Card } from '../../../src/chat/card.ts'
import type { Reply } from '../../../src/chat/reply.ts'
import { texts } from '../../../src/text/texts.ts'
import { wordsCard } from '../../shared/card-words.ts'
import { problemsToErrors } from '../form/form-errors.ts'
import { infoView } from '../form/form-info.ts'
import { formView } from '../form.ts'
import { type Asked, frameLanguage } from './asked.ts'
import { lateForm, lateProblems } from './late-form.ts'

/** What Slack is told when a form is sent: nothing closes the modal. */
export type ViewAnswer =
  | undefined
  | { readonly response_action: 'errors'; readonly errors: { readonly [block: string]: string } }
  | { readonly response_action: 'update' | 'push'; readonly view: ModalView }

/** The submitted modal, as far as its answer depends on it. */
export type Submitted = {
  /** Its blocks that ask something, in order. */
  readonly inputs: readonly string[]
  /** Whether another modal can be opened above it: Slack stacks three. */
  readonly hasRoom: boolean
}

const info = (asked: Asked, card: Card): ModalView =>
  infoView(card, { place: asked.inbound.place, language: frameLanguage(asked) })

/** Whether a form was opened where there is no message beside which its answer could stand: Home, a global shortcut. */
const isApart = ({ inbound: { place } }: Asked): boolean =>
  place.direct && !place.conversation.startsWith('D')

/**
 * The answer to a form: problems at their fields; a refusal above the form, so that what was typed is not lost; a card or a
 * form that follows in its place. Words of success stand in its place only where there is no conversation to say them in.
 */
export const viewAnswer = (asked: Asked, reply: Reply, { inputs, hasRoom }: Submitted): ViewAnswer => {
  switch (reply.kind) {
    case 'done':
      return reply.saying !== undefined && isApart(asked)
        ? { response_action: 'update', view: info(asked, wordsCard(reply.saying)) }
        : undefined
    case 'amend':
      return { response_action: 'errors', errors: problemsToErrors(reply.problems, inputs) }
    case 'refuse':
    case 'fault': {
      const view = info(asked, wordsCard(reply.saying, 'warning'))
      return { response_action: hasRoom ? 'push' : 'update', view }
    }
    case 'show':
      return { response_action: 'update', view: info(asked, reply.card) }
    case 'ask': {
      const of = { place: asked.inbound.place, language: frameLanguage(asked) }
      return { response_action: 'update', view: formView(reply.form, of) }
    }
  }
}

/** Whether the words of success stand in the modal itself. */
export const isSaidHere = (asked: Asked): boolean => isApart(asked)

/** The reply as a card, for where a modal cannot be answered any more. */
export const lateCard = (asked: Asked, reply: Reply): Card => {
  const language = frameLanguage(asked)
  switch (reply.kind) {
    case 'ask':
      return lateForm(reply.form, language)
    case 'show':
      return reply.card
    case 'amend': {
      const form = asked.inbound.kind === 'submit' ? asked.inbound.form : { flow: 'help' }
      return lateProblems(reply.problems, form, language)
    }
    case 'done':
      return wordsCard(reply.saying ?? texts(language).replies.done)
    case 'refuse':
    case 'fault':
      return wordsCard(reply.saying, 'warning')
  }
}

/** What a modal shows whose answer came after Slack had to be told something. */
export const lateView = (asked: Asked, reply: Reply): ModalView =>
  reply.kind === 'ask'
    ? formView(reply.form, { place: asked.inbound.place, language: frameLanguage(asked) })
    : info(asked, lateCard(asked, reply))

/** What a modal shows while the answer is on its way. */
export const workingView = (asked: Asked): ModalView =>
  info(asked, wordsCard(texts(frameLanguage(asked)).replies.working))
