import type { Element } from './adaptive-card.ts'
import { sizeOf } from './adaptive-card.ts'

/** Elements in as few pages of so many bytes as hold them, in order. The last has room for `end` besides, below something it is about. */
export const pages = (
  elements: readonly Element[],
  { room, end }: { readonly room: number; readonly end: number },
): readonly (readonly Element[])[] => {
  const all: Element[][] = []
  let page: Element[] = []
  let used = 0
  for (const element of elements) {
    const size = sizeOf(element) + 1
    if (page.length > 0 && used + size > room) {
      all.push(page)
      page = []
      used = 0
    }
    page.push(element)
    used += size
  }
  if (used + end <= room) return [...all, page]
  const rest = page.slice(0, -1)
  return [...all, ...(rest.length === 0 ? [] : [rest]), page.slice(-1)]
}
