import type { AdaptiveCard, Element, TeamsMessage } from '../render/adaptive-card.ts'

/** A group of elements in two groups; anything else stays as it is. */
const groups = (element: Element): readonly Element[] => {
  const items: unknown = element.items
  if (!Array.isArray(items) || items.length < 2) return [element]
  const middle = Math.ceil(items.length / 2)
  return [
    { ...element, items: items.slice(0, middle) },
    { ...element, items: items.slice(middle) },
  ]
}

/**
 * A message that Teams found too large, as two, with the buttons in the last; one element that is no group cannot be parted
 * and stays one. Nothing is left out (T42).
 */
export const halved = ({ summary, card }: TeamsMessage): readonly TeamsMessage[] => {
  const { actions, msteams, ...rest } = card
  const body = card.body.length === 1 ? card.body.flatMap(groups) : card.body
  if (body.length < 2) return [{ summary, card }]
  const middle = Math.ceil(body.length / 2)
  const part = (some: readonly Element[], more: Partial<AdaptiveCard>): TeamsMessage => ({
    summary,
    card: { ...rest, ...more, body: some },
  })
  // Whoever is called is called in the first.
  const { entities: _, ...look } = msteams ?? {}
  return [
    part(body.slice(0, middle), msteams === undefined ? {} : { msteams }),
    part(body.slice(middle), {
      ...(msteams === undefined ? {} : { msteams: look }),
      ...(actions === undefined ? {} : { actions }),
    }),
  ]
}
