import type { Step } from '../../src/chat/flow.ts'
import type { AnyEventType } from '../../src/domain/item/kinds.ts'
import type { AnyEvent } from '../../src/domain/item/reading.ts'
import { texts } from '../../src/text/texts.ts'
import { cardFor } from './card-for.ts'
import type { ItemContext } from './on-ticket.ts'

/** What since the drawing makes an act stale: by anybody, or, of the act's own event, a second press by the same person. */
export type Stale = {
  readonly staleAfter?: readonly AnyEventType[]
  readonly once?: AnyEventType
}

/**
 * Goes on unless, since the card or form was drawn, something happened that makes repeating it hurt (T12): then nothing is
 * ordered and the answer is the card as it is now. Other events in between, a message say, make no press stale.
 */
export const unlessMoved = (
  context: ItemContext,
  { staleAfter = [], once }: Stale,
  goOn: () => Step,
): Step => {
  const { seen, item, person } = context
  const { id, seq } = item
  if (seen === undefined || seen >= seq || (staleAfter.length === 0 && once === undefined)) return goOn()
  const hurts = ({ type, by }: AnyEvent): boolean =>
    staleAfter.some((stale) => stale === type) ||
    (type === once && by.kind === 'person' && by.id === person.id)
  return {
    kind: 'history',
    item: id,
    yields: (log) =>
      log.some(({ seq: at, event }) => at > seen && hurts(event)) ? present(context) : goOn(),
  }
}

const present = (context: ItemContext): Step => {
  const card = cardFor(context)
  const superseded = { type: 'note', text: texts(context.language).flows.superseded } as const
  return { kind: 'show', card: { ...card, blocks: [superseded, ...card.blocks] } }
}
