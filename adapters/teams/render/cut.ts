import type { Texts } from '../../../src/text/texts.ts'
import type { Element } from './adaptive-card.ts'
import { sizeOf } from './adaptive-card.ts'
import { noted } from './words.ts'

/** Elements as far as so many bytes hold them, with a line that says how many more there are. */
export const cut = (
  elements: readonly Element[],
  room: number,
  { frame }: Pick<Texts, 'frame'>,
): readonly Element[] => {
  const sizes = elements.map((element) => sizeOf(element) + 1)
  const whole = sizes.reduce((sum, size) => sum + size, 0)
  if (whole <= room) return elements
  const more = (left: number) => noted(frame.more(left))
  let left = room - sizeOf(more(elements.length))
  let shown = 0
  for (const size of sizes) {
    if (size > left) break
    left -= size
    shown += 1
  }
  return [...elements.slice(0, shown), ...more(elements.length - shown)]
}
