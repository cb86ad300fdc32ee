import type { Spot } from '../wire.ts'

const areas = new Map<string, HTMLTextAreaElement>()
const keyOf = (person: string, { conversation, thread = '' }: Spot) => `${person}|${conversation}|${thread}`

/** Remembers where this person writes in this place, while it is on the page. */
export const keepComposer = (person: string, spot: Spot, area: HTMLTextAreaElement | null): void => {
  if (area) areas.set(keyOf(person, spot), area)
  else areas.delete(keyOf(person, spot))
}

/** Puts the cursor where this person writes, at the end of what is there: before the next key can come, also where it is just being drawn. */
export const focusComposer = (person: string, spot: Spot): void => {
  if (!toEnd(areas.get(keyOf(person, spot)))) queueMicrotask(() => toEnd(areas.get(keyOf(person, spot))))
}

const toEnd = (area: HTMLTextAreaElement | undefined): boolean => {
  area?.focus({ preventScroll: true })
  area?.setSelectionRange(area.value.length, area.value.length)
  return area !== undefined
}
