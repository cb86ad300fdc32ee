import type { Button } from '../../../src/chat/card.ts'
import type { ChatMessage } from '../../../src/chat/chat-log.ts'
import type { WebPerson } from '../who.ts'

/** What a person would do next on a fresh installation: press that button, or see how it goes on with others, who press it. */
export type NextStep =
  | { readonly kind: 'press'; readonly flow: Guided; readonly label: string }
  | { readonly kind: 'taking'; readonly label: string }
  | { readonly kind: 'reported' }

/** The buttons of a ticket's way, the later ones first; who is asked to know of an alarm does that before. */
const guided = [
  'acknowledge_escalation',
  'rate',
  'close',
  'confirm_solution',
  'answer',
  'resolve',
  'claim',
] as const
type Guided = (typeof guided)[number]

/** Whoever has so much in front of them needs no guide any more. */
const mostMessages = 8

const hasFlow = (buttons: readonly Button[], flow: string): boolean =>
  buttons.some(({ press }) => press.flow === flow)

/** What is there to press and theirs to do: while the customer is asked, nothing is to be solved; a verdict is nobody's to suggest. */
const buttonsOf = ({ content }: ChatMessage): readonly Button[] => {
  const buttons = content.kind === 'posted' ? content.card.buttons : []
  return buttons.filter(
    ({ press: { flow, choice } }) =>
      (flow !== 'resolve' || hasFlow(buttons, 'ask')) && (flow !== 'answer' || choice === undefined),
  )
}

/** The step, from what stands in the person's own chat; nothing once they know their way. */
export const nextStep = (
  { id, side, roles }: WebPerson,
  messages: readonly ChatMessage[],
): NextStep | undefined => {
  if (messages.length > mostMessages) return undefined
  const buttons = messages.flatMap(buttonsOf)
  for (const flow of guided) {
    // Of several, as the scores of a rating, the last.
    const button = buttons.findLast(({ press }) => press.flow === flow)
    // Who leads may take a ticket too; it waits for those who solve it.
    if (button && flow === 'claim' && !roles.includes('engineer'))
      return { kind: 'taking', label: button.label }
    // Nor is it theirs to solve, though they may.
    if (button && flow === 'resolve' && !roles.includes('engineer')) return undefined
    if (button) return { kind: 'press', flow, label: button.label }
  }
  // An empty chat says itself what it is for.
  const hasSaid = messages.some(({ content }) => content.kind === 'said' && content.author === id)
  return side === 'customer' && hasSaid ? { kind: 'reported' } : undefined
}
