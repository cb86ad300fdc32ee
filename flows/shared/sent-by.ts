import type { Card } from '../../src/chat/card.ts'
import type { Context, Step } from '../../src/chat/flow.ts'
import type { Form, Values } from '../../src/chat/form.ts'
import { saysNothing } from '../../src/domain/words/blank.ts'
import { texts } from '../../src/text/texts.ts'

/** What was sent: the form, what was typed into it, and in which language to say so. */
export type Sent = { readonly form: Form; readonly values: Values } & Pick<Context, 'language'>

/** A card that stands in place of what was to be done, with what was typed: it is nowhere else then. */
const withTyped = (card: Card, { form, values, language }: Sent): Card => {
  const typed = form.fields.flatMap(({ kind, name }) => {
    const text = values[name] ?? ''
    return (kind === 'paragraph' || kind === 'line') && !saysNothing(text) ? [text] : []
  })
  if (typed.length === 0) return card
  const note = { type: 'note', text: texts(language).flows.typed } as const
  return {
    ...card,
    blocks: [...card.blocks, note, ...typed.map((text) => ({ type: 'quote', text }) as const)],
  }
}

/**
 * A step with the form that was sent, wherever it may yet end in a no: the form can then be shown again as it was filled in. Where
 * nothing came of it but a card, as of what moved on meanwhile, the card shows what was typed.
 */
export const sentBy = (sent: Sent, step: Step): Step => {
  const { form } = sent
  switch (step.kind) {
    case 'amend':
    case 'refuse':
    case 'order':
      return { ...step, form }
    case 'list':
      return { kind: step.kind, query: step.query, yields: (rows) => sentBy(sent, step.yields(rows)) }
    case 'find':
      return {
        kind: step.kind,
        query: step.query,
        size: step.size,
        yields: (found) => sentBy(sent, step.yields(found)),
      }
    case 'overview':
      return { kind: step.kind, yields: (counts) => sentBy(sent, step.yields(counts)) }
    case 'history':
      return { kind: step.kind, item: step.item, yields: (...read) => sentBy(sent, step.yields(...read)) }
    case 'told':
      return { kind: step.kind, item: step.item, yields: (told) => sentBy(sent, step.yields(told)) }
    case 'show':
      return { ...step, card: withTyped(step.card, sent) }
    case 'ask':
      return step
  }
}
