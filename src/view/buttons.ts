import type { Button, Press } from '../chat/card.ts'
import type { Level } from '../domain/agreement/matrix.ts'
import { isOpen } from '../domain/ticket/clocks.ts'
import type { Ticket } from '../domain/ticket/ticket.ts'
import type { Texts } from '../text/texts.ts'
import type { Speech } from './reading.ts'

export type ButtonName = keyof Texts['buttons']

/** Every button of the product: the flow it opens, the choice it makes in it, how much it stands out. */
const buttons: {
  readonly [name in ButtonName]: Pick<Press, 'flow' | 'choice'> & { readonly style?: Button['style'] }
} = {
  claim: { flow: 'claim', style: 'primary' },
  claim_listed: { flow: 'claim', choice: 'listed', style: 'primary' },
  reassign: { flow: 'reassign' },
  classify: { flow: 'classify' },
  assess: { flow: 'assess' },
  override: { flow: 'override' },
  as_incident: { flow: 'as_incident' },
  as_request: { flow: 'as_request' },
  agree_downgrade: { flow: 'agree_downgrade', style: 'primary' },
  decline_downgrade: { flow: 'decline_downgrade' },
  note: { flow: 'note' },
  update: { flow: 'update' },
  ask: { flow: 'ask' },
  answer: { flow: 'answer', style: 'primary' },
  answer_approved: { flow: 'answer', choice: 'approved', style: 'primary' },
  answer_refused: { flow: 'answer', choice: 'refused', style: 'danger' },
  contest_pause: { flow: 'contest' },
  resolve: { flow: 'resolve', style: 'primary' },
  confirm_solution: { flow: 'confirm_solution', style: 'primary' },
  reject_solution: { flow: 'reject_solution', style: 'danger' },
  close: { flow: 'close', style: 'primary' },
  reopen: { flow: 'reopen' },
  cancel: { flow: 'cancel', style: 'danger' },
  mark_duplicate_of_earlier: { flow: 'mark_duplicate' },
  mark_duplicate: { flow: 'mark_duplicate' },
  mark_duplicate_of_origin: { flow: 'mark_duplicate', choice: 'origin' },
  split: { flow: 'split' },
  split_other: { flow: 'split' },
  agree_merge: { flow: 'agree_merge', style: 'primary' },
  decline_merge: { flow: 'decline_merge' },
  mark_out_of_scope: { flow: 'mark_out_of_scope', style: 'danger' },
  contest: { flow: 'contest' },
  escalate: { flow: 'escalate', style: 'danger' },
  acknowledge_escalation: { flow: 'acknowledge_escalation', style: 'primary' },
  contact: { flow: 'contact' },
  rate_again: { flow: 'rate' },
  rate_comment: { flow: 'rate', choice: 'comment' },
  status: { flow: 'status' },
  history: { flow: 'history' },
  told: { flow: 'told' },
  why: { flow: 'why' },
  preview: { flow: 'preview' },
}

/** What a button is drawn for: the item and its seq at that moment, so that a press on an old card is known as one. */
export type SeenItem = { readonly item: string; readonly seen: number }

/** A button by name, on this drawing of an item. */
export const button = ({ t }: Pick<Speech, 't'>, { item, seen }: SeenItem, name: ButtonName): Button => {
  const { flow, choice, style = 'normal' } = buttons[name]
  return {
    label: t.buttons[name],
    style,
    press: { flow, item, seen, ...(choice === undefined ? {} : { choice }) },
  }
}

/** The one button that says it is the other sort of work, while it is being worked on. */
export const otherWork = (ticket: Pick<Ticket, 'status' | 'work'>): readonly ButtonName[] => {
  if (!isOpen(ticket)) return []
  return ticket.work === 'service_request' ? ['as_incident'] : ['as_request']
}

/** One button of a drawing is the first thing to do, also where each of several would be. */
const oneFirst = (buttons: readonly Button[]): readonly Button[] => {
  const first = buttons.findIndex(({ style }) => style === 'primary')
  return buttons.map((one, place) =>
    one.style === 'primary' && place !== first ? { ...one, style: 'normal' } : one,
  )
}

/** Several buttons of one drawing, in order. */
export const buttonRow = (
  speech: Pick<Speech, 't'>,
  drawn: SeenItem,
  names: readonly ButtonName[],
): readonly Button[] => oneFirst(names.map((name) => button(speech, drawn, name)))

/** The answers to a plain question: one button per agreed level, from the most severe (`choice` is `impact:<level>`). */
export const levelButtons = (
  { language }: Pick<Speech, 'language'>,
  { item, seen }: SeenItem,
  axis: 'impact' | 'urgency',
  levels: readonly Level[],
): readonly Button[] =>
  levels.map(({ id, name }) => ({
    label: name[language],
    style: 'normal',
    press: { flow: 'assess', item, seen, choice: `${axis}:${id}` },
  }))

/** The survey: one tap from 1 to 5 (M3.2). */
export const scoreButtons = ({ item, seen }: SeenItem): readonly Button[] =>
  [1, 2, 3, 4, 5].map((score) => ({
    label: String(score),
    style: 'normal',
    press: { flow: 'rate', item, seen, choice: String(score) },
  }))
